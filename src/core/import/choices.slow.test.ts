import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { createCore, type Core } from '../core.ts'
import { articlePage, response } from './importers/fixtures/warc.ts'
import { forkedParserHost } from './parser/forked-host.ts'

const RUN = `run_${'0123456789abcdef'.repeat(2)}`
const STORY =
  'Port denies closing\n\nBy Ilse Marrow, The Tidewater Courier, 14 March 2024\n\nVELLMOUTH: It stays open.'

let folder: string
let core: Core

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-choices-'))
  core = createCore({
    path: join(folder, 'L.verbatim'),
    create: true,
    parserHost: forkedParserHost(fileURLToPath(new URL('parser/entry.ts', import.meta.url))),
    standardInput: () => Promise.reject(new Error('nothing is read here')),
    fonts: folder,
    log: { error: (what, thrown) => console.error(what, thrown) },
  })
})

afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

interface Asked {
  readonly only?: string[]
  readonly tags?: string[]
  readonly run?: string
  readonly as?: 'text' | 'markdown'
  readonly asOwnSource?: boolean
}

async function run(path: string, rest: Asked = {}) {
  const outcomes: ImportOutcome[] = []
  for await (const outcome of await core.client.sources.import({ paths: [path], ...rest }))
    outcomes.push(outcome)
  return outcomes
}

const page = (title: string, words: string): string =>
  `<!doctype html><link rel=canonical href="https://example.org/a/1"><title>${title}</title><article><h1>${title}</h1><p>${words}</p></article>`

const sources = () => core.client.sources.list({})

describe('an import', () => {
  it('is taken back and brought back by its run, tags and new versions too', async () => {
    const path = file('port.txt', STORY)
    await run(path, { tags: ['old'] })
    await run(path, { tags: ['new'], run: RUN })
    writeFileSync(path, `${STORY}\n\nIt was said again.`)
    await run(path, { run: RUN })
    await run(file('other.txt', 'Another story\n\nThe gates stay shut.'), { run: RUN })
    expect(await sources()).toMatchObject([{ title: 'Another story' }, { versions: 2, tags: ['old', 'new'] }])
    expect(await core.client.sources.undoImport({ run: RUN })).toEqual({ sources: 2, kept: [] })
    expect(await sources()).toMatchObject([{ versions: 1, tags: ['old'] }])
    expect(await core.client.sources.redoImport({ run: RUN })).toEqual({ sources: 2 })
    expect(await sources()).toMatchObject([{ title: 'Another story' }, { versions: 2, tags: ['old', 'new'] }])
  })

  it('of a folder is one step of undo', async () => {
    file('a/one.txt', 'One story\n\nThe gates stay shut.')
    file('a/two.txt', 'Two stories\n\nThe gates stay open.')
    await run(join(folder, 'a'))
    expect(await core.client.library.undo({})).toEqual({ undone: 'Import of 2 sources' })
    expect(await sources()).toEqual([])
  })

  it('names what stays, and a run that is not known', async () => {
    const [made] = await run(file('port.txt', STORY), { run: RUN })
    const source = made?.source?.id ?? ''
    await core.client.annotations.create({ source, place: { quote: 'It stays open.' } })
    expect(await core.client.sources.undoImport({ run: RUN })).toMatchObject({
      sources: 0,
      kept: [{ source: { id: source }, why: 'annotated' }],
    })
    await expect(core.client.sources.undoImport({ run: RUN.replace('0', '9') })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'unknown-run' },
    })
  })
})

describe('what a file is read as', () => {
  it('can be said where it was taken for something else', async () => {
    const empty = file('empty.html', '<html><body><script>x</script></body></html>')
    expect(await run(empty)).toMatchObject([{ status: 'failed' }])
    expect(await run(empty, { as: 'text' })).toMatchObject([
      { status: 'imported', source: { format: 'text' } },
    ])
    const list = file('list.txt', '# Port\n\n- one\n- two\n')
    expect(await run(list)).toMatchObject([{ source: { format: 'text' } }])
    expect(await run(list, { as: 'markdown' })).toMatchObject([
      { status: 'new-version', source: { format: 'markdown', versions: 2 } },
    ])
  })

  it('does not make words of what holds none', async () => {
    const binary = file('x.bin', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0]))
    expect(await run(binary, { as: 'text' })).toMatchObject([{ error: { code: 'binary' } }])
  })
})

describe('the same bytes', () => {
  it('become a source of their own where that is asked for', async () => {
    const path = file('port.txt', STORY)
    const [first] = await run(path)
    const [second] = await run(path, { asOwnSource: true })
    expect(second).toMatchObject({ status: 'imported', source: { versions: 1 } })
    expect(second?.source?.citekey).not.toBe(first?.source?.citekey)
  })
})

const changed = async (): Promise<string> => {
  await run(file('one.html', page('Port denies closing', 'It stays open, the harbour master said.')))
  const newer = page('Harbour to close', 'It will close in March, the minister said.')
  const [made] = await run(file('two.html', newer), { tags: ['march'] })
  expect(made).toMatchObject({ status: 'new-version', source: { title: 'Harbour to close', versions: 2 } })
  return made?.source?.id ?? ''
}

describe('a version', () => {
  it('becomes a source of its own, as one step of undo', async () => {
    const source = await changed()
    const own = await core.client.sources.separate({ source })
    expect(own).toMatchObject({
      title: 'Harbour to close',
      versions: 1,
      tags: ['march'],
      citekey: 'harbourndclose',
    })
    expect(await core.client.sources.get({ source })).toMatchObject({
      title: 'Port denies closing',
      versions: 1,
      tags: [],
    })
    expect((await core.client.sources.text({ source: own.id })).text).toContain('It will close in March')
    expect(await core.client.library.undo({})).toEqual({
      undone: 'Keep “Harbour to close” as its own source',
    })
    expect(await sources()).toMatchObject([{ id: source, title: 'Harbour to close', versions: 2 }])
    await core.client.library.redo({})
    expect(await sources()).toHaveLength(2)
  })

  it('takes nothing with it that a person set of the older one', async () => {
    await run(file('one.html', page('Port denies closing', 'It stays open, the harbour master said.')))
    const [before] = await sources()
    await core.client.sources.edit({ source: before?.id ?? '', title: 'My title', authors: ['Ada Marrow'] })
    await run(file('two.html', page('Harbour to close', 'It will close in March, the minister said.')))
    const own = await core.client.sources.separate({ source: before?.id ?? '' })
    expect(own.title).not.toBe('My title')
    expect(own.authors).toEqual([])
  })

  it('that was highlighted stays where it is', async () => {
    const source = await changed()
    await core.client.annotations.create({ source, place: { quote: 'It will close in March' } })
    await expect(core.client.sources.separate({ source })).rejects.toMatchObject({
      data: { reason: 'annotated' },
    })
  })

  it('in which a highlight was moved to other words stays where it is', async () => {
    const [first] = await run(file('port.txt', STORY))
    const source = first?.source?.id ?? ''
    const { id } = await core.client.annotations.create({ source, place: { quote: 'It stays open.' } })
    await run(file('port.txt', `A word before.\n\n${STORY}`))
    await core.client.annotations.move({ annotation: id, segments: [{ start: 0, end: 14 }] })
    await expect(core.client.sources.separate({ source })).rejects.toMatchObject({
      data: { reason: 'annotated' },
    })
  })

  it('that is the only one is a source already', async () => {
    const [made] = await run(file('port.txt', STORY))
    await expect(core.client.sources.separate({ source: made?.source?.id ?? '' })).rejects.toMatchObject({
      data: { reason: 'only-version' },
    })
  })

  it('lets highlights that were found again in it go back to their places', async () => {
    const [first] = await run(file('port.txt', STORY))
    const source = first?.source?.id ?? ''
    await core.client.annotations.create({ source, place: { quote: 'It stays open.' } })
    await run(file('port.txt', `A word before.\n\n${STORY}`))
    await core.client.sources.separate({ source })
    expect(await core.client.annotations.list({ source })).toMatchObject([{ status: 'anchored', version: 1 }])
  })
})

const archive = (): string =>
  file(
    'pages.warc',
    Buffer.concat(
      ['a', 'b', 'c'].map((name) =>
        response(
          `https://example.org/${name}`,
          articlePage(`Page ${name}`, `The story of ${name} is told here at length.`),
        ),
      ),
    ),
  )

describe('a web archive', () => {
  it('tells what is in it before anything is stored', async () => {
    const { parts } = await core.client.sources.contents({ path: archive() })
    expect(parts?.map(({ title, name }) => [title, name])).toEqual([
      ['Page a', 'https://example.org/a'],
      ['Page b', 'https://example.org/b'],
      ['Page c', 'https://example.org/c'],
    ])
    expect(await sources()).toEqual([])
    expect(await core.client.sources.contents({ path: file('port.txt', STORY) })).toEqual({ parts: null })
  })

  it('gives the pages that were chosen, and says which are not in it', async () => {
    const only = ['https://example.org/b', 'https://example.org/none']
    expect(await run(archive(), { only })).toMatchObject([
      { status: 'imported', source: { title: 'Page b' } },
      { status: 'failed', error: { code: 'not-in-archive' } },
    ])
    expect(await sources()).toHaveLength(1)
  })

  it('is the only file that can be chosen from', async () => {
    expect(await run(file('port.txt', STORY), { only: ['x'] })).toMatchObject([
      { error: { code: 'not-several' } },
    ])
    expect(await sources()).toEqual([])
  })
})

describe('a survey', () => {
  it('finds the files that an import will look at, with their sizes', async () => {
    const one = file('f/one.txt', STORY)
    const deep = file('f/in/two.txt', STORY)
    file('f/page.html', page('P', 'x'))
    file('f/page_files/a.png', 'x')
    file('f/.hidden', 'x')
    const found = []
    for await (const each of await core.client.sources.survey({ paths: [join(folder, 'f'), one] }))
      found.push(each)
    const bytes = Buffer.byteLength(STORY)
    expect(found).toEqual([
      {
        place: 0,
        folder: true,
        files: [
          { path: deep, bytes },
          { path: one, bytes },
          { path: join(folder, 'f/page.html'), bytes: page('P', 'x').length },
        ],
      },
      { place: 1, folder: false, files: [{ path: one, bytes }] },
    ])
  })
})
