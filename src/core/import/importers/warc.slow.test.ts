import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeZip } from '../archive/fixtures/write-zip.ts'
import { createReader } from '../reader.ts'
import type { Extraction } from '../extraction.ts'
import { PIXEL } from './fixtures/picture.ts'
import { articlePage, record, response } from './fixtures/warc.ts'

const A = 'https://example.org/a'
const HTML = { 'Content-Type': 'text/html' }

async function partsOf(bytes: Uint8Array) {
  const read = createReader()
  const reading = await read({ bytes, name: 'a.warc', encoding: null, part: null })
  if (!('parts' in reading)) throw new Error('no parts')
  return { read, parts: reading.parts }
}

/** What each part gives: its extraction, or the reason why it cannot be read. */
async function pagesOf(bytes: Uint8Array): Promise<(Extraction | string)[]> {
  const { read, parts } = await partsOf(bytes)
  const pages: (Extraction | string)[] = []
  for (const { key } of parts) {
    const reading = read({ bytes: null, name: 'a.warc', encoding: null, part: key })
    pages.push(
      await reading.then(
        (found) => ('text' in found ? found : 'no article'),
        (error: unknown) => (error as { reason: string }).reason,
      ),
    )
  }
  return pages
}

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await pagesOf(bytes)).map((page) => (typeof page === 'string' ? page : page.text))

const WORDS = 'The lake is half full, and the gates stay shut until the rain comes.'

describe('a web archive', () => {
  const pages = [
    record({ 'WARC-Type': 'warcinfo' }, 'software: x'),
    record({ 'WARC-Type': 'request', 'WARC-Target-URI': A }, 'GET /a HTTP/1.1\r\n\r\n'),
    response(A, articlePage('First', WORDS)),
    response('https://example.org/gone', articlePage('Gone', WORDS), HTML, '404 Not Found'),
    response('https://example.org/style', 'p {}', { 'Content-Type': 'text/css' }),
    record({ 'WARC-Type': 'revisit', 'WARC-Target-URI': A }, 'HTTP/1.1 200 OK\r\n\r\n'),
    response('<https://example.org/b>', articlePage('Second', WORDS)),
  ]

  it.each([
    ['as it is', Buffer.concat(pages)],
    ['packed record by record', Buffer.concat(pages.map((page) => gzipSync(page)))],
    ['packed as a whole', gzipSync(Buffer.concat(pages))],
    [
      'in a zip with an index',
      writeZip([
        { name: 'datapackage.json', content: '{}' },
        {
          name: 'archive/data.warc.gz',
          content: Buffer.concat(pages.map((page) => gzipSync(page))),
          stored: true,
        },
      ]),
    ],
  ])('%s gives each page that was there, with its address', async (_, bytes) => {
    const { parts } = await partsOf(bytes)
    const saved = { date: '2026-03-14T09:00:00.000Z' }
    const [first, second] = ['First', 'Second'].map((title) => ({
      ...saved,
      title,
      bytes: articlePage(title, WORDS).length,
    }))
    expect(parts).toEqual([
      { key: `${A} 2026-03-14T09:00:00Z`, name: A, ...first },
      { key: 'https://example.org/b 2026-03-14T09:00:00Z', name: 'https://example.org/b', ...second },
    ])
    expect(await pagesOf(bytes)).toMatchObject([
      {
        importer: 'warc',
        encoding: 'utf-8',
        metadata: { title: 'First', url: A, published: null, archivedAt: '2026-03-14T09:00:00Z' },
      },
      { metadata: { title: 'Second', url: 'https://example.org/b' } },
    ])
  })

  it('keeps pages of one address apart', async () => {
    const { parts } = await partsOf(Buffer.concat([response(A, 'x'), response(A, 'y')]))
    expect(parts.map(({ key }) => key)).toEqual([
      `${A} 2026-03-14T09:00:00Z`,
      `${A} 2026-03-14T09:00:00Z (2)`,
    ])
  })

  it.each([
    ['entities', '<title>Fish &amp; chips\n at&nbsp;the port</title>', 'Fish & chips at the port'],
    ['no title', '<p>Words</p><svg><desc>x</desc></svg>', null],
    ['an empty title', '<title> </title><p>Words</p>', null],
    ['a title of a picture behind its own', '<title>Own</title><svg><title>Other</title></svg>', 'Own'],
    ['a head that is cut', `<title>Ä</title>${'<p>ä</p>'.repeat(20_000)}`, 'Ä'],
  ])('tells a page’s title before it is read: %s', async (_, html, title) => {
    const { parts } = await partsOf(response(A, html))
    expect(parts).toMatchObject([{ title }])
  })

  it('lists a page that is damaged without its facts', async () => {
    const page = response(A, articlePage('First', WORDS), { ...HTML, 'Content-Encoding': 'gzip' })
    expect((await partsOf(page)).parts).toMatchObject([{ name: A, bytes: expect.any(Number) as number }])
  })

  it.each<[string, Readonly<Record<string, string>>, (page: Buffer) => Buffer | string]>([
    ['gzip', { 'Content-Encoding': 'gzip' }, (page) => gzipSync(page)],
    ['deflate', { 'Content-Encoding': 'deflate' }, (page) => deflateSync(page)],
    ['deflate without its head', { 'Content-Encoding': 'deflate' }, (page) => deflateRawSync(page)],
    ['br', { 'Content-Encoding': 'br' }, (page) => brotliCompressSync(page)],
    ['words that its head says are packed', { 'Content-Encoding': 'br' }, (page) => page],
    [
      'chunks',
      { 'Transfer-Encoding': 'chunked' },
      (page) =>
        `5\r\n${page.toString().slice(0, 5)}\r\n${(page.length - 5).toString(16)};x=y\r\n${page.toString().slice(5)}\r\n0\r\n\r\n`,
    ],
    ['words that its head says are in chunks', { 'Transfer-Encoding': 'chunked' }, (page) => page],
    [
      'chunks of gzip',
      { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
      (page) => {
        const packed = gzipSync(page)
        return Buffer.concat([
          Buffer.from(`${packed.length.toString(16)}\r\n`),
          packed,
          Buffer.from('\r\n0\r\n\r\n'),
        ])
      },
    ],
  ])('reads a page sent as %s', async (_, fields, pack) => {
    const page = Buffer.from(articlePage('Port', WORDS))
    expect(await textsOf(response(A, pack(page), { ...HTML, ...fields }))).toEqual([WORDS])
  })

  it('takes the server’s word on the encoding', async () => {
    const page = Buffer.from(articlePage('Порт', 'Порт открыт для всех судов, сказала Марина.'), 'utf8')
    const bytes = Buffer.from(
      page.toString().replaceAll(/[а-яА-Я]/gu, (letter) => {
        const code = letter.codePointAt(0) ?? 0
        return String.fromCharCode(code - 0x410 + 0xc0)
      }),
      'latin1',
    )
    const served = { 'Content-Type': 'text/html; charset=windows-1251' }
    expect(await pagesOf(response(A, bytes, served))).toMatchObject([
      { encoding: 'windows-1251', metadata: { title: 'Порт' } },
    ])
  })

  it('finds pictures of its pages by their address', async () => {
    const body = `<!doctype html><title>T</title><article><h1>T</h1><p>${WORDS}</p><figure><img src="/dam.png#x" alt="Dam"></figure></article>`
    const [page] = await pagesOf(
      Buffer.concat([
        response(A, body),
        response('https://example.org/dam.png', PIXEL, { 'Content-Type': 'image/png' }),
      ]),
    )
    expect(page).toMatchObject({ images: [{ mediaType: 'image/png' }] })
  })

  it('that was cut off gives the pages before the cut and tells of the rest', async () => {
    const first = response(A, articlePage('First', WORDS))
    const second = response('https://example.org/b', articlePage('Second', WORDS))
    expect(await textsOf(Buffer.concat([first, second.subarray(0, -50)]))).toEqual([WORDS, 'damaged'])
    expect(await textsOf(Buffer.concat([first, second.subarray(0, 40)]))).toEqual([WORDS, 'damaged'])
    expect(await textsOf(Buffer.concat([gzipSync(first), gzipSync(second).subarray(0, -9)]))).toEqual([
      WORDS,
      'damaged',
    ])
  })

  it('with a changed byte in a packed record tells of it', async () => {
    const packed = gzipSync(response(A, articlePage('First', WORDS)), { level: 0 })
    packed[packed.length - 100] = 0x21
    expect(await textsOf(packed)).toEqual(['damaged'])
  })

  it('whose page unpacks to more than any page is refused for that page alone', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
    const bytes = Buffer.concat([
      response(A, bomb, { ...HTML, 'Content-Encoding': 'gzip' }),
      response('https://example.org/b', articlePage('Second', WORDS)),
    ])
    expect(await textsOf(bytes)).toEqual(['zip-bomb', WORDS])
  })

  it('without a page is refused', async () => {
    await expect(partsOf(record({ 'WARC-Type': 'warcinfo' }, 'software: x'))).rejects.toMatchObject({
      kind: 'REFUSED',
      reason: 'empty',
    })
  })
})

it.each(['-10', '1e3', '99999999999999999999', 'x', ''])(
  'a length of “%s” in a head is damage or nothing, and no endless loop',
  async (length) => {
    const bytes = Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${length}\r\n\r\nx`)
    const found = await partsOf(bytes).then(
      ({ parts }) => parts.map(({ name }) => name),
      (error: unknown) => [(error as { reason: string }).reason],
    )
    expect([['empty'], ['The damaged end of the archive']]).toContainEqual(found)
  },
)
