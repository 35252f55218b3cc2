import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/contract/failures.ts'
import type { DocumentNode } from '../../../shared/document/document.ts'
import { childrenOf } from '../../../shared/document/document.ts'
import { readOriginal } from '../read.ts'

/** A GIF of one pixel by another size, which is all that is looked at. */
export const gif = (width: number): Buffer =>
  Buffer.from(
    `474946383961${width.toString(16).padStart(2, '0')}000100000000002c00000000010001000002003b`,
    'hex',
  )

const read = (bytes: string | Uint8Array, name = 'page.mhtml', encoding: string | null = null) =>
  readOriginal({ bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, name, encoding })

const reasonOf = (bytes: string | Uint8Array, name?: string): Promise<unknown> =>
  read(bytes, name).then(
    () => 'read',
    (error: Failure) => error.reason,
  )

function* all(node: DocumentNode): Generator<DocumentNode> {
  yield node
  for (const child of childrenOf(node)) yield* all(child)
}

const imagesOf = (document: DocumentNode) => [...all(document)].filter(({ type }) => type === 'image')

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const chrome = (page: string, more = '', end = '--'): string =>
  crlf(`From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/news/1
Subject: =?utf-8?Q?Port=20stays=20open?=
Date: Thu, 14 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.example/news/1

${page}
${more}------MultipartBoundary--abc----${end}
`)

describe('a page that Chrome saved as MHTML', () => {
  it('gives its words, its address and the pictures that stand in it', async () => {
    const file = chrome(
      `<!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8"></head><body>
<p>The caf=C3=A9 on the quay=
 stays open.   
</p><p>So does <a href=3D"../about">the pier</a>.</p><img src=3D"cid:pic-1@mhtml.blink" alt=3Done><img src=3D"/two.gif#x" alt=3Dtwo><img src=3D"https://elsewhere.example/3.gif" alt=3Dthree></body></html>`,
      `------MultipartBoundary--abc----
Content-Type: image/gif
Content-ID: <pic-1@mhtml.blink>
Content-Transfer-Encoding: base64

${gif(1).toString('base64')}
------MultipartBoundary--abc----
Content-Type: image/gif
Content-Transfer-Encoding: binary
Content-Location: https://harbour.example/two.gif

${gif(2).toString('latin1')}
`,
    )
    const { text, metadata, document, images, importer, encoding } = await read(file)
    expect(text).toBe('The café on the quay stays open.\nSo does the pier.')
    expect({ importer, encoding }).toEqual({ importer: 'mhtml', encoding: 'utf-8' })
    expect(metadata).toMatchObject({
      title: 'Port stays open',
      url: 'https://harbour.example/news/1',
      publication: 'harbour.example',
      published: null,
    })
    expect(JSON.stringify(document)).toContain('https://harbour.example/about')
    expect(imagesOf(document)).toMatchObject([
      { blob: images[0]?.sha256, alt: 'one' },
      { blob: images[1]?.sha256, alt: 'two' },
      { blob: null, alt: 'three' },
    ])
    expect(images.map(({ bytes }) => Buffer.from(bytes))).toEqual([gif(1), gif(2)])
  })

  it('leaves the words of its frames apart', async () => {
    const file = chrome(
      '<p>The pier.</p><iframe src=3D"cid:frame-2@mhtml.blink"></iframe>',
      `------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ads.example/

<p>Buy a boat.</p>
`,
    )
    expect((await read(file)).text).toBe('The pier.')
  })

  it('whose words all stand in frames is refused in a sentence', async () => {
    const frame = `------MultipartBoundary--abc----\nContent-Type: text/html\n\n<p>Words.</p>\n`
    expect(await reasonOf(chrome('<frameset><frame src=3D"cid:1"></frameset>', frame))).toBe('only-frames')
  })

  it('takes the page at the address of the message, not whichever stands first', async () => {
    const first = chrome('<p>A frame.</p>').replace(
      '\r\nContent-Location: https://harbour.example/news/1',
      '\r\nContent-Location: https://ads.example/',
    )
    const main = crlf(`------MultipartBoundary--abc----
Content-Type: text/html
Content-Location: https://harbour.example/news/1

<p>The pier.</p>
`)
    const at = first.lastIndexOf('------MultipartBoundary')
    expect((await read(first.slice(0, at) + main + first.slice(at))).text).toBe('The pier.')
  })

  it('reads an encoding that only the page names, and the one that a person names', async () => {
    const page = '<meta charset=3Dwindows-1251><p>=CF=EE=F0=F2 =EE=F2=EA=F0=FB=F2.</p>'
    expect(await read(chrome(page))).toMatchObject({ text: 'Порт открыт.', encoding: 'windows-1251' })
    expect(await read(chrome(page), 'a.mhtml', 'koi8-r')).toMatchObject({ encoding: 'koi8-r' })
  })

  it('is told by its content, whatever its name', async () => {
    expect(await read(chrome('<p>The pier.</p>'), 'page.txt')).toMatchObject({ importer: 'mhtml' })
  })

  it.each([
    ['in the page', chrome('<p>The pier is open.</p>').slice(0, -120)],
    ['before its last boundary', chrome('<p>The pier.</p>', '', '')],
    ['in its header', chrome('').slice(0, 330)],
  ])('that breaks off %s is refused', async (_, file) => {
    expect(await reasonOf(file)).toBe('truncated')
  })

  it('without a page in it is refused', async () => {
    expect(await reasonOf(chrome('').replace('text/html\r\nContent-ID', 'image/png\r\nContent-ID'))).toBe(
      'no-page',
    )
  })

  it('with parts in parts without end is read to a depth, in time', async () => {
    let body = '<p>Deep.</p>'
    for (let depth = 0; depth < 2000; depth += 1)
      body = `Content-Type: multipart/mixed; boundary=b${String(depth)}\n\n--b${String(depth)}\n${body}\n--b${String(depth)}--\n`
    expect(await reasonOf(`From: <Saved by Blink>\nMIME-Version: 1.0\n${body}`)).toBe('no-page')
  })
})

const explorer = (charset: string, page: string, encoding = 'quoted-printable'): string =>
  crlf(`From: "Saved by Windows Internet Explorer 8"
Subject: =?windows-1251?B?z+7w8g==?=
Date: Thu, 14 Mar 2013 10:00:00 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----=_NextPart_000_0000_01CE"
X-MimeOLE: Produced By Microsoft MimeOLE V6.1

This is a multi-part message in MIME format.

------=_NextPart_000_0000_01CE
Content-Type: text/html;
\tcharset="${charset}"
Content-Transfer-Encoding: ${encoding}
Content-Location: http://port.example/a/b.htm

${page}
------=_NextPart_000_0000_01CE
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-Location: ../i.gif

${gif(3).toString('base64')}

------=_NextPart_000_0000_01CE--
`)

describe('a page that an old Internet Explorer or Word saved', () => {
  it('keeps the bytes of a part in another encoding', async () => {
    const file = explorer(
      'windows-1251',
      '<p>=CF=EE=F0=F2 =97 =EE=F2=EA=F0=FB=F2.</p><img src=3D"http://port.example/i.gif" alt=x>',
    )
    const { text, metadata, encoding, images, document } = await read(file)
    expect(text).toBe('Порт — открыт.')
    expect(encoding).toBe('windows-1251')
    expect(metadata).toMatchObject({ title: 'Порт', url: 'http://port.example/a/b.htm' })
    expect(imagesOf(document)).toMatchObject([{ blob: images[0]?.sha256 }])
  })

  it.each([
    ['shift_jis', '<p>\x8d`\x82\xcd\x8aJ\x82\xa2\x82\xc4\x82\xa2\x82\xe9\x81B</p>', '港は開いている。'],
    ['gb2312', '<p>\xb8\xdb\xbf\xda\xbf\xaa\xb7\xc5\xa1\xa3</p>', '港口开放。'],
    ['iso-8859-9', '<p>Liman a\xe7\xfdk.</p>', 'Liman açık.'],
  ])('reads 8-bit words in %s', async (charset, page, text) => {
    expect(await read(explorer(charset, page, '8bit'))).toMatchObject({ text })
  })

  it('reads UTF-16 in base64, which it calls unicode', async () => {
    const page = Buffer.from('\ufeff<p>Порт открыт.</p>', 'utf16le').toString('base64')
    expect(await read(explorer('unicode', page, 'base64'))).toMatchObject({
      text: 'Порт открыт.',
      encoding: 'utf-16le',
    })
  })

  it('reads a page without pictures, which is no multipart', async () => {
    const file = crlf(`From: "Saved by Microsoft Internet Explorer 5"
Subject: Port
MIME-Version: 1.0
Content-Type: text/html;
\tcharset="windows-1252"
Content-Transfer-Encoding: quoted-printable
Content-Location: http://port.example/

<p>It =93stays=94 open.</p>
`)
    expect(await read(file)).toMatchObject({ importer: 'mhtml', text: 'It “stays” open.' })
  })

  it('reads what Word saved, which names no sender', async () => {
    const file = `MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_NextPart_01D"

------=_NextPart_01D
Content-Location: file:///C:/1/port.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<p>It &#8220;stays&#8221; open.</p><img src=3D"port_files/a.gif" alt=3Dx>

------=_NextPart_01D
Content-Location: file:///C:/1/port_files/a.gif
Content-Transfer-Encoding: base64
Content-Type: image/gif

${gif(4).toString('base64')}

------=_NextPart_01D--
`
    const { text, metadata, images } = await read(file)
    expect(text).toBe('It “stays” open.')
    expect(metadata.url).toBeNull()
    expect(images).toHaveLength(1)
  })
})
