import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCore, type Core } from '../core.ts'
import { forkedParserHost } from './parser/forked-host.ts'

const GIF = Buffer.from('R0lGODlhAwACAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

let folder: string
let core: Core
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-originals-'))
  core = createCore({
    path: join(folder, 'Test.verbatim'),
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

async function imported(path: string, encoding?: string) {
  const outcomes = await core.client.sources.import({
    paths: [path],
    ...(encoding === undefined ? {} : { encoding }),
  })
  for await (const outcome of outcomes) return outcome
  throw new Error('nothing came of it')
}

const textOf = async (source: string, version?: number): Promise<string> =>
  (await core.client.sources.text({ source, ...(version === undefined ? {} : { version }) })).text

describe('what is pasted', () => {
  it('as a page keeps all that was selected, its marks and its pictures, titled by its words', async () => {
    const html = `<meta charset='utf-8'><div class="nav"><p>The <b>port</b> stays open.</p></div><footer>So do the piers.</footer><img alt=x src="data:image/gif;base64,${GIF.toString('base64')}"><script>alert(1)</script>`
    const { status, source } = await core.client.sources.paste({ html, text: 'other', tags: ['port'] })
    expect({ status, ...source }).toMatchObject({
      status: 'imported',
      title: 'The port stays open',
      format: 'html',
      encoding: 'utf-8',
      tags: ['port'],
    })
    expect(await textOf(source.id)).toBe('The port stays open.\nSo do the piers.')
    expect(await core.client.sources.images({ source: source.id })).toHaveLength(1)
    expect((await core.client.sources.paste({ html })).status).toBe('duplicate')
    expect((await core.client.library.undo({})).undone).not.toBeNull()
  })

  it('as words is text, whatever marks stand in it', async () => {
    const { source } = await core.client.sources.paste({
      text: '# The port\n\n<b>stays</b> open.',
      html: ' ',
    })
    expect(source).toMatchObject({ format: 'text', title: '# The port' })
    expect(await textOf(source.id)).toBe('# The port\n<b>stays</b> open.')
  })

  it.each([{}, { text: ' \n' }, { html: '<p> </p>' }])('without words (%j) is refused', async (given) => {
    await expect(core.client.sources.paste(given)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'empty' },
    })
    expect(await core.client.sources.list({})).toEqual([])
  })
})

describe('an original read again in another encoding', () => {
  const bytes = Buffer.from('\xcf\xee\xf0\xf2 \xee\xf2\xea\xf0\xfb\xf2, \xe8 \xe2\xf1\xb8.', 'latin1')

  it('is a new version of its source, and so is the way back', async () => {
    const { source } = await imported(file('a.txt', bytes), 'koi8-r')
    const id = source?.id ?? ''
    const before = await textOf(id)
    const reread = (encoding: string) => core.client.sources.reread({ source: id, encoding })
    expect(await reread('cp1251')).toMatchObject({
      status: 'new-version',
      source: { id, versions: 2, encoding: 'windows-1251' },
    })
    expect(await textOf(id)).toBe('Порт открыт, и всё.')
    expect(await textOf(id, 1)).toBe(before)
    expect(await reread('windows-1251')).toMatchObject({ status: 'duplicate', source: { versions: 2 } })
    expect(await reread('koi8-r')).toMatchObject({ status: 'new-version', source: { versions: 3 } })
    expect(await reread('koi8-r')).toMatchObject({ status: 'duplicate', source: { versions: 3 } })
    expect(await textOf(id)).toBe(before)
    expect((await core.client.library.verify({})).damaged).toEqual([])
  })

  it('keeps a page’s pictures while its folder is there', async () => {
    file('page_files/a.gif', GIF)
    const html = Buffer.from('<p>\xcf\xee\xf0\xf2</p><img alt=x src="page_files/a.gif">', 'latin1')
    const { source } = await imported(file('page.html', html), 'koi8-r')
    const id = source?.id ?? ''
    await core.client.sources.reread({ source: id, encoding: 'windows-1251' })
    expect(await core.client.sources.images({ source: id })).toHaveLength(1)
  })

  it('is read inside a web archive too, over what the archive says', async () => {
    const page = `From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=iso-8859-1\n\n<p>\xcf\xee\xf0\xf2</p>\n--b--\n`
    const { source } = await imported(file('a.mhtml', Buffer.from(page, 'latin1')))
    const id = source?.id ?? ''
    expect(await core.client.sources.reread({ source: id, encoding: 'windows-1251' })).toMatchObject({
      status: 'new-version',
      source: { format: 'mhtml', encoding: 'windows-1251' },
    })
    expect(await textOf(id)).toBe('Порт')
  })

  it('is refused for an encoding that nobody knows', async () => {
    const { source } = await imported(file('a.txt', bytes))
    await expect(
      core.client.sources.reread({ source: source?.id ?? '', encoding: 'klingon' }),
    ).rejects.toMatchObject({ code: 'USAGE', data: { reason: 'unknown-encoding' } })
  })
})

const mhtml = (end: string): string =>
  `From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>The pier.</p>\n--b${end}`

describe('a folder of saved pages and letters', () => {
  it('gives all that are whole, and says of each other one why not', async () => {
    file('in/a.mhtml', mhtml('--\n'))
    file('in/b.mht', mhtml(''))
    file('in/c.webarchive', 'bplist00 WebMainResource, and no more')
    file(
      'in/d.eml',
      'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b--\n',
    )
    file('in/e.mbox', 'From a@b.example Thu Mar 14 23:40:00 2024\nFrom: a@b.example\nSubject: x\n\nWords.\n')
    file('in/page.html', '<p>The quay.</p>')
    file('in/page-Dateien/a.gif', GIF)
    const found: unknown[] = []
    for await (const { path, status, error } of await core.client.sources.import({
      paths: [join(folder, 'in')],
    })) {
      found.push([path.slice(folder.length + 4), status, error?.code])
      if (error !== null && status === 'failed')
        expect(error.message).toMatch(/^This|^The .*Nothing was imported\./)
    }
    expect(found).toEqual([
      ['a.mhtml', 'imported', undefined],
      ['b.mht', 'failed', 'truncated'],
      ['c.webarchive', 'failed', 'damaged'],
      ['d.eml', 'failed', 'encrypted'],
      ['e.mbox', 'skipped', 'unsupported'],
      ['page-Dateien', 'skipped', 'part-of-a-page'],
      ['page.html', 'imported', undefined],
    ])
    expect((await core.client.library.verify({})).damaged).toEqual([])
  })
})

describe('the images of a version', () => {
  it('are listed with their sizes and given by their hash, and no other blob is', async () => {
    file('page_files/a.gif', GIF)
    const path = file('page.html', '<!doctype html><p>Words.</p><img alt=x src="page_files/a.gif">')
    const { source, status } = await imported(path)
    const id = source?.id ?? ''
    const [image] = await core.client.sources.images({ source: id })
    expect(image).toMatchObject({ mediaType: 'image/gif', width: 3, height: 2, bytes: GIF.length })
    const given = await core.client.sources.image({ source: id, sha256: image?.sha256 ?? '' })
    expect(Buffer.from(await given.file.arrayBuffer())).toEqual(GIF)
    expect(given.file.type).toBe('image/gif')
    await expect(
      core.client.sources.image({ source: id, sha256: source?.sha256 ?? '' }),
    ).rejects.toMatchObject({ data: { reason: 'unknown-image' } })
    expect(status).toBe('imported')
    rmSync(join(folder, 'page_files'), { recursive: true })
    expect((await imported(path)).status).toBe('duplicate')
  })
})
