import { describe, expect, it } from 'vitest'
import { readOriginal } from '../read.ts'
import type { BookParts } from './fixtures/epub.ts'
import { epub, xhtml } from './fixtures/epub.ts'
import { PIXEL } from './fixtures/picture.ts'

const read = (book: BookParts) => readOriginal({ bytes: epub(book), name: 'book.epub', encoding: null })

const NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
const nav = (body: string) => ({ name: 'OEBPS/nav.xhtml', content: xhtml(body) })
const MANY = 'The lake is half full and the gates stay shut until the rain comes back. '.repeat(5)

const encryption = (method: string) => ({
  name: 'META-INF/encryption.xml',
  content: `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/></enc:EncryptedData></encryption>`,
})

describe('a book', () => {
  it('gives its chapters in the reading order, with what its package says', async () => {
    const { document, text, metadata, importer } = await read({
      metadata: `<dc:title id="t">The Lake</dc:title><dc:title id="s">A History</dc:title>
        <meta refines="#s" property="title-type">subtitle</meta>
        <dc:creator id="a">Ilse Marrow</dc:creator><meta refines="#a" property="role">aut</meta>
        <dc:creator opf:role="trl">Jo Reeve</dc:creator><dc:publisher>Calder Press</dc:publisher>
        <dc:date opf:event="modification">2026-01-01</dc:date><dc:date>2024-03-14T00:00:00Z</dc:date>
        <dc:language>en-GB</dc:language><dc:identifier>https://example.org/lake</dc:identifier>`,
      chapters: [
        ['two.xhtml', '<h1>First</h1><p>The lake<a id="x"/> is <i>half</i>&nbsp;full.</p>'],
        ['one.xhtml', '<h1>Second</h1><p>Nobody came.</p>'],
      ],
    })
    expect(importer).toBe('epub')
    expect(text).toBe('First\nThe lake is half\u00a0full.\nSecond\nNobody came.')
    expect(document.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ])
    expect(metadata).toMatchObject({
      type: 'book',
      title: 'The Lake: A History',
      authors: ['Ilse Marrow'],
      publication: 'Calder Press',
      published: '2024-03-14',
      language: 'en-GB',
      url: 'https://example.org/lake',
    })
  })

  it('tells where each block stands', async () => {
    const { document } = await read({
      chapters: [['one.xhtml', '<div><p>One.</p><p id="p[2]">Two.</p></div>']],
    })
    expect(document.origins).toEqual([
      { start: 0, end: 4, place: { kind: 'cfi', cfi: 'epubcfi(/6/2[ch1]!/4/2/2)' } },
      { start: 5, end: 9, place: { kind: 'cfi', cfi: 'epubcfi(/6/2[ch1]!/4/2/4[p^[2^]])' } },
    ])
  })

  it('keeps notes as notes, also those in another file', async () => {
    const { document, text } = await read({
      chapters: [
        [
          'one.xhtml',
          `<p>It is full<a epub:type="noteref" href="#n">a.1</a>, they say<sup><a href="notes.xhtml#fn2">2</a></sup>.</p>
           <aside epub:type="footnote" id="n"><p>In March.</p></aside><p>End.</p>`,
        ],
        ['notes.xhtml', '<p id="fn2">In April. <a href="one.xhtml#r">↩</a></p>'],
      ],
    })
    expect(text).toBe('It is full, they say.\nEnd.\nIn March.\nIn April.')
    expect(document.children.slice(-2)).toMatchObject([
      { type: 'footnote', label: 'a.1' },
      { type: 'footnote', label: '2' },
    ])
  })

  it('keeps pages, as marked in the text or listed apart', async () => {
    const { document, text } = await read({
      chapters: [
        [
          'one.xhtml',
          '<div epub:type="pagebreak" id="a" title="iv">iv</div><p>One <span role="doc-pagebreak" aria-label="Page 5"/>two.</p>',
        ],
        ['two.xhtml', '<p id="six">Three.</p>'],
      ],
      manifest: NAV,
      files: [
        nav(
          '<nav epub:type="page-list"><ol><li><a href="one.xhtml#a">4</a></li><li><a href="two.xhtml#six">6</a></li></ol></nav>',
        ),
      ],
    })
    expect(text).toBe('One two.\nThree.')
    expect(document.children).toMatchObject([
      { type: 'page-break', label: '4' },
      {
        type: 'paragraph',
        children: [{ value: 'One ' }, { type: 'page-break', label: '5' }, { value: 'two.' }],
      },
      { type: 'page-break', label: '6' },
      { type: 'paragraph' },
    ])
  })

  it('that holds U+0000 in the label of a page is read without it', async () => {
    const { document } = await read({
      chapters: [['one.xhtml', '<div epub:type="pagebreak" title="1\0&#x0;2"/><p>One.\0</p>']],
    })
    expect(document.children[0]).toEqual({ type: 'page-break', label: '1\ufffd2' })
  })

  it('keeps pages of EPUB 2', async () => {
    const ncx = `<ncx><navMap/><pageList><pageTarget><navLabel><text>12</text></navLabel><content src="one.xhtml#p"/></pageTarget></pageList></ncx>`
    const { document } = await read({
      chapters: [['one.xhtml', '<p id="p">One.</p>']],
      manifest: '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      spine: 'toc="toc"',
      files: [{ name: 'OEBPS/toc.ncx', content: ncx }],
    })
    expect(document.children[0]).toEqual({ type: 'page-break', label: '12' })
  })

  it('has a heading for each chapter, by its table of contents where the chapter has none', async () => {
    const { document, text } = await read({
      chapters: [
        ['one.xhtml', '<p class="n">Chapter 1</p><p class="t">The Dam</p><p>Words.</p>'],
        ['two.xhtml', `<p>${MANY}</p>`],
        ['cover.xhtml', '<p>Short.</p>'],
      ],
      manifest: NAV,
      files: [
        nav(`<nav epub:type="toc"><ol><li><a href="one.xhtml">Chapter 1: The Dam</a>
          <ol><li><a href="two.xhtml">The Gates</a></li></ol></li><li><a href="cover.xhtml">Half-title</a></li></ol></nav>`),
      ],
    })
    expect(document.children).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 1 },
      { type: 'paragraph' },
      { type: 'heading', level: 2 },
      { type: 'paragraph' },
      { type: 'paragraph' },
    ])
    expect(text.split('\n').slice(0, 4)).toEqual(['Chapter 1', 'The Dam', 'Words.', 'The Gates'])
    expect(text.endsWith('\nShort.')).toBe(true)
  })

  it('keeps pictures, and the cover even where no page shows it', async () => {
    const cover = Buffer.concat([PIXEL, Buffer.from([0])])
    const { document, images } = await read({
      metadata: '<meta name="cover" content="c"/>',
      chapters: [
        [
          'text/one.xhtml',
          '<p>One.</p><svg><title>Map</title><image xlink:href="../img/a%20b.png"/></svg><p><img src="../img/absent.png" alt="Gone"/></p>',
        ],
      ],
      manifest:
        '<item id="c" href="img/cover.png" media-type="image/png"/><item id="p" href="img/a%20b.png" media-type="image/png"/>',
      files: [
        { name: 'OEBPS/img/cover.png', content: cover },
        { name: 'OEBPS/img/a b.png', content: PIXEL },
      ],
    })
    expect(images).toHaveLength(2)
    expect(document.children).toMatchObject([
      { type: 'figure' },
      { type: 'paragraph' },
      {
        type: 'paragraph',
        children: [
          {
            type: 'image',
            blob: images.find(({ bytes }) => bytes.length === PIXEL.length)?.sha256,
            alt: 'Map',
          },
        ],
      },
      { type: 'paragraph', children: [{ type: 'image', blob: null, alt: 'Gone' }] },
    ])
  })

  it('that is locked is refused in one sentence; scrambled fonts are no lock', async () => {
    const chapters = [['one.xhtml', '<p>One.</p>']] as const
    await expect(
      read({ chapters, files: [encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc')] }),
    ).rejects.toMatchObject({ kind: 'REFUSED', reason: 'locked' })
    await expect(
      read({ chapters, files: [encryption('http://www.idpf.org/2008/embedding')] }),
    ).resolves.toMatchObject({ text: 'One.' })
  })

  it('that is hostile or broken is refused in one sentence, and never holds what runs', async () => {
    const whole = epub({ chapters: [['one.xhtml', '<p>One.</p>']] })
    await expect(
      readOriginal({ bytes: whole.subarray(0, -30), name: 'a.epub', encoding: null }),
    ).rejects.toMatchObject({ reason: 'damaged' })
    await expect(read({ chapters: [] })).rejects.toMatchObject({ reason: 'damaged' })
    const { text, document } = await read({
      chapters: [
        [
          'one.xhtml',
          `<script>alert(1)</script><p onclick="alert(1)">One <a href="javascript:alert(1)">two</a> <a href="https://example.org/">three</a></p>${'<div>'.repeat(5000)}deep`,
        ],
      ],
    })
    expect(text).toBe('One two three\ndeep')
    expect(JSON.stringify(document)).not.toContain('alert')
  })
})
