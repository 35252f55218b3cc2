import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { readDocument, readText, findVersion } from '../db/versions.ts'
import { editSource } from '../db/source-facts.ts'
import type { SourceId } from '../db/ids.ts'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/library.ts'
import { docx, paragraph } from './importers/fixtures/docx.ts'
import { checkDraft } from '../check/check-draft.ts'
import { epub } from './importers/fixtures/epub.ts'
import { articlePage, response } from './importers/fixtures/warc.ts'
import type { ImportRequest } from './import-paths.ts'
import { importPaths } from './import-paths.ts'
import { forkedParserHost } from './parser/forked-host.ts'
import { createParser } from './parser/parser.ts'

const host = forkedParserHost(fileURLToPath(new URL('parser/entry.ts', import.meta.url)))
const STORY =
  'Port denies closing\n\nBy Ilse Marrow, The Tidewater Courier, 14 March 2024\n\nVELLMOUTH: It stays open.'

let folder: string
let library: Library
const parser = createParser(host)
let faults: unknown[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-import-'))
  library = openLibrary({
    path: join(folder, 'L.verbatim'),
    create: true,
    digestBrief: () => ({ text: '', words: 0, citations: 0, quotes: [] }),
  })
  faults = []
})

afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

afterAll(() => parser.close())

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function run(paths: readonly string[], rest: Partial<ImportRequest> = {}, signal?: AbortSignal) {
  const outcomes: ImportOutcome[] = []
  const dependencies = {
    library,
    parser,
    standardInput: () => Promise.resolve(Buffer.from(STORY)),
    fault: (error: unknown) => faults.push(error),
  }
  for await (const outcome of importPaths(dependencies, { paths, tags: [], ...rest }, signal))
    outcomes.push(outcome)
  return outcomes
}

const statuses = (outcomes: readonly ImportOutcome[]) =>
  outcomes.map(({ path, status, error }) => [path.slice(folder.length + 1), status, error?.code ?? null])

const page = (words: string): string =>
  `<!doctype html><link rel=canonical href="https://example.org/a/1"><title>Port</title><p>${words}</p>`

describe('importing', () => {
  it('stores the original, the document, the text and the facts', async () => {
    const path = file('harbour.txt', STORY)
    const [outcome] = await run([path], { tags: ['port'] })
    expect(outcome).toMatchObject({ path, status: 'imported', error: null })
    expect(outcome?.source).toMatchObject({
      citekey: 'marrow2024port',
      title: 'Port denies closing',
      authors: ['Ilse Marrow'],
      publication: 'The Tidewater Courier',
      published: '2024-03-14',
      language: 'en',
      format: 'text',
      encoding: 'utf-8',
      versions: 1,
      tags: ['port'],
    })
    const version = findVersion(library.reader, outcome?.source?.id as SourceId)
    if (version === null) throw new Error('no version')
    expect(readText(library.reader, version)).toBe(STORY.replaceAll('\n\n', '\n'))
    expect(JSON.parse(readDocument(library.reader, version))).toMatchObject({
      type: 'document',
      language: 'en',
    })
    expect(Buffer.from(library.blobs.read(version.originalSha256)).toString()).toBe(STORY)
  })

  it('reads standard input', async () => {
    const [outcome] = await run(['-'])
    expect(outcome).toMatchObject({ path: '-', status: 'imported', source: { title: 'Port denies closing' } })
  })

  it('knows the same bytes again and joins the tags', async () => {
    await run([file('a.txt', STORY)], { tags: ['one'] })
    const [again] = await run([file('b.txt', STORY)], { tags: ['two', 'one'] })
    expect(again).toMatchObject({ status: 'duplicate', source: { versions: 1, tags: ['one', 'two'] } })
  })

  it('takes other content of the same file for a new version and leaves what a person set', async () => {
    const path = file('a.txt', STORY)
    const [first] = await run([path])
    const id = first?.source?.id as SourceId
    library.write('Edit', (writer) => editSource(writer, id, { title: 'Mine' }, { by: 'person' }))
    file('a.txt', STORY.replace('Port', 'Harbour').replace('2024', '2025'))
    expect(await run([path])).toMatchObject([
      {
        status: 'new-version',
        source: { id, versions: 2, title: 'Mine', published: '2025-03-14', citekey: 'marrow2024port' },
      },
    ])
  })

  it('takes other content of the same page for a new version', async () => {
    const other = page('Three.').replace('a/1', 'a/2')
    const outcomes = await run([
      file('a.html', page('One.')),
      file('b.html', page('Two.')),
      file('c.html', other),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'new-version', 'imported'])
    file('a.html', other.replace('Three', 'Four').replace('a/2', 'a/3'))
    expect((await run([join(folder, 'a.html')]))[0]?.status).toBe('imported')
  })

  it('reads the same bytes in another encoding as a new version', async () => {
    const path = file(
      'a.txt',
      Buffer.from('Na\u00efve words, fa\u00e7ade and caf\u00e9 stand here.', 'latin1'),
    )
    await run([path], { encoding: 'latin1' })
    expect(await run([path], { encoding: 'windows-1251' })).toMatchObject([
      { status: 'new-version', source: { encoding: 'windows-1251', versions: 2 } },
    ])
    expect((await run([path], { encoding: 'cp1251' }))[0]?.status).toBe('duplicate')
  })

  it('keeps a file as a version of the source that is named', async () => {
    await run([file('a.txt', STORY)])
    const [version] = await run([file('b.txt', 'Other words altogether.')], { asVersionOf: 'marrow2024port' })
    expect(version).toMatchObject({
      status: 'new-version',
      source: { citekey: 'marrow2024port', versions: 2 },
    })
  })

  it('makes citekeys unique', async () => {
    const outcomes = await run([
      file('a.txt', STORY),
      file('b.txt', `${STORY} Twice.`),
      file('c.txt', `${STORY} Thrice.`),
    ])
    expect(outcomes.map(({ source }) => source?.citekey)).toEqual([
      'marrow2024port',
      'marrow2024porta',
      'marrow2024portb',
    ])
  })

  it('refuses an unknown encoding and an unknown source before the first file', async () => {
    const path = file('a.txt', STORY)
    await expect(run([path], { encoding: 'klingon' })).rejects.toMatchObject({
      kind: 'USAGE',
      reason: 'unknown-encoding',
    })
    await expect(run([path], { asVersionOf: 'nobody' })).rejects.toMatchObject({
      kind: 'REFUSED',
      reason: 'unknown-source',
    })
  })

  it('stops between files when it is cancelled, keeping what was imported', async () => {
    const paths = ['a', 'b', 'c'].map((name) => file(`${name}.txt`, `${STORY} ${name}`))
    const stop = new AbortController()
    const done: string[] = []
    const dependencies = {
      library,
      parser,
      standardInput: () => Promise.reject(new Error()),
      fault: () => undefined,
    }
    for await (const { path } of importPaths(dependencies, { paths, tags: [] }, stop.signal)) {
      done.push(path)
      stop.abort()
    }
    expect(done).toEqual(paths.slice(0, 1))
  })
})

const at = (name: string): string => `https://example.org/${name}`

const archive = (...names: readonly string[]): Buffer =>
  Buffer.concat([
    ...names.map((name) =>
      response(at(name), articlePage(`About ${name}`, `The words of ${name} stand here.`)),
    ),
    response(at('nothing'), '<!doctype html><script>x</script>'),
  ])

describe('a file of several articles', () => {
  it('gives an outcome for each, and keeps the file once', async () => {
    const path = file('crawl.warc', archive('a', 'b'))
    const outcomes = await run([path, file('good.txt', STORY)])
    expect(outcomes).toMatchObject([
      { path, status: 'imported', source: { title: 'About a', url: at('a'), format: 'warc' } },
      { path, status: 'imported', source: { title: 'About b', url: at('b') } },
      {
        path,
        status: 'skipped',
        error: { code: 'empty', message: expect.stringContaining(at('nothing')) as string },
      },
      { status: 'imported', source: { title: 'Port denies closing' } },
    ])
    expect(outcomes[0]?.source?.sha256).toBe(outcomes[1]?.source?.sha256)
    expect((await run([path])).map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'skipped'])
    expect(faults).toEqual([])
  })

  it('gives new versions of pages that are known, whatever the file', async () => {
    await run([file('one.warc', archive('a', 'b'))])
    const other = response(at('a'), articlePage('About a', 'Other words stand here now.'))
    expect(await run([file('two.warc', other)])).toMatchObject([
      { status: 'new-version', source: { url: at('a'), versions: 2 } },
    ])
  })

  it('is no version of one source', async () => {
    await run([file('a.txt', STORY)])
    const path = file('crawl.warc', archive('a', 'b'))
    expect(await run([path], { asVersionOf: 'marrow2024port' })).toMatchObject([
      { status: 'failed', error: { code: 'several' } },
    ])
  })

  it('stops between two of them when it is cancelled', async () => {
    const path = file('crawl.warc', archive('a', 'b', 'c'))
    const stop = new AbortController()
    const dependencies = {
      library,
      parser,
      standardInput: () => Promise.reject(new Error()),
      fault: () => undefined,
    }
    const done: ImportOutcome['status'][] = []
    for await (const { status } of importPaths(dependencies, { paths: [path], tags: [] }, stop.signal)) {
      done.push(status)
      stop.abort()
    }
    expect(done).toEqual(['imported'])
  })
})

it('holds the pages of a book against the locator of a citation', async () => {
  const body = '<p>Before.</p><p><span epub:type="pagebreak" title="12"/>The lake is half full today.</p>'
  const book = epub({ metadata: '<dc:title>Lakes</dc:title>', chapters: [['a.xhtml', body]] })
  const [outcome] = await run([file('lakes.epub', book)])
  const key = outcome?.source?.citekey ?? ''
  const warned = (number: string) =>
    checkDraft(library, {
      text: `“The lake is half full today” [@${key}, p. ${number}].`,
      format: 'markdown',
    })[0]?.warnings.map(({ code }) => code)
  expect(warned('12')).not.toContain('page')
  expect(warned('13')).toContain('page')
})

describe('what cannot be imported', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty'],
    ['blank.html', '<!doctype html><script>alert(1)</script>', 'empty'],
    ['noise.txt', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), 'binary'],
    ['records.dat', Buffer.from('name\0\0\0\0value\0\0\0'.repeat(50)), 'binary'],
    ['scan.txt', '%PDF-1.7\n...', 'damaged'],
    ['letter.txt', '{\\rtf1\\ansi Hello}', 'unsupported'],
    [
      'old.doc',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
      'unsupported',
    ],
    [
      'locked.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'unsupported',
    ],
    ['cut.docx', docx(paragraph('Words')).subarray(0, 900), 'damaged'],
    ['bomb.docx', docx('', [{ name: 'word/x', content: Buffer.alloc(16 * 1024 * 1024) }]), 'zip-bomb'],
    ['climbs.docx', docx(paragraph('Words'), [{ name: '../../x', content: '' }]), 'unsafe-archive'],
    ['picture.html', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'unsupported'],
  ])('%s is told in one plain sentence and never stops the rest', async (name, content, code) => {
    const outcomes = await run([file(name, content), file('good.txt', STORY)])
    expect(statuses(outcomes)).toEqual([
      [name, 'failed', code],
      ['good.txt', 'imported', null],
    ])
    expect(outcomes[0]?.error?.message).toMatch(/Nothing was imported/)
    expect(faults).toEqual([])
  })

  it('names the way out for RTF and old Word documents', async () => {
    const [outcome] = await run([file('letter.rtf', '{\\rtf1\\ansi Hello}')])
    expect(outcome?.error?.message).toMatch(/RTF .*DOCX/)
  })

  it('says what a path is that is no file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'))
    const outcomes = await run(['absent.txt', 'pipe', 'loop'].map((name) => join(folder, name)))
    expect(statuses(outcomes)).toEqual([
      ['absent.txt', 'failed', 'absent'],
      ['pipe', 'failed', 'not-a-file'],
      ['loop', 'failed', 'link-loop'],
    ])
  })
})

describe('a folder', () => {
  it('is walked by name, and what is no article inside is skipped with a reason', async () => {
    const root = join(folder, 'in')
    file('in/b.txt', STORY)
    file('in/a/story.html', '<!doctype html><title>T</title><p>Words of a page.</p>')
    file('in/a/story_files/ad.html', '<p>Buy</p>')
    file('in/a/style.css', 'p {}')
    file('in/.hidden', 'x')
    file('in/empty.txt', '')
    file('in/photo.jpg', Buffer.from('ffd8ffe0', 'hex'))
    file('outside.txt', 'Out.')
    symlinkSync(join(folder, 'outside.txt'), join(root, 'leaves'))
    symlinkSync(root, join(root, 'circle'))
    symlinkSync(join(root, 'nowhere'), join(root, 'dead'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    const socket = createServer().listen(join(root, 'socket'))
    await new Promise((resolve) => socket.once('listening', resolve))
    expect(statuses(await run([root]))).toEqual([
      ['in/.hidden', 'skipped', 'hidden'],
      ['in/a/story.html', 'imported', null],
      ['in/a/story_files', 'skipped', 'part-of-a-page'],
      ['in/a/style.css', 'skipped', 'not-an-article'],
      ['in/b.txt', 'imported', null],
      ['in/circle', 'skipped', 'link-loop'],
      ['in/dead', 'skipped', 'dead-link'],
      ['in/empty.txt', 'skipped', 'empty'],
      ['in/leaves', 'skipped', 'link-outside'],
      ['in/photo.jpg', 'skipped', 'unsupported'],
      ['in/pipe', 'skipped', 'not-a-file'],
      ['in/socket', 'skipped', 'not-a-file'],
    ])
    socket.close()
  })

  it.skipIf(process.platform !== 'linux')(
    'goes on after what no path leads to and after names that are not Unicode',
    async () => {
      const root = join(folder, 'in')
      file('in/z.txt', STORY)
      symlinkSync('/proc/self/fd', join(folder, 'open-files'))
      execFileSync('sh', [
        '-c',
        `cd "$1" && mkdir "$(printf 'b\\351')" && printf x > "$(printf 'a\\351.txt')"`,
        'sh',
        root,
      ])
      const outcomes = await run([join(folder, 'open-files'), root])
      expect(statuses(outcomes.slice(-3))).toEqual([
        ['in/a\ufffd.txt', 'failed', 'strange-name'],
        ['in/b\ufffd', 'failed', 'strange-name'],
        ['in/z.txt', 'imported', null],
      ])
    },
  )
})
