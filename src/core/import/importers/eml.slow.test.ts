import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/contract/failures.ts'
import { readOriginal } from '../read.ts'

const read = (message: string, encoding: string | null = null, name = 'letter.eml') =>
  readOriginal({ bytes: Buffer.from(message.replaceAll('\n', '\r\n'), 'latin1'), name, encoding })

const refusal = (message: string): Promise<Failure | null> =>
  read(message).then(
    () => null,
    (error: Failure) => error,
  )

const HEAD = `Return-Path: <bounce@letters.example>
Received: from mail.example by mx.example; Thu, 14 Mar 2024 23:41:02 +0100
From: "Ilse Marrow from The Harbour Letter" <ilse@letters.example>
To: reader@home.example
Subject: =?utf-8?B?VGhlIHBvcnQg4oCTIHN0YXlzIG9wZW4s?=
 =?utf-8?Q?_says_the_caf=C3?= =?utf-8?Q?=A9?=
Date: Thu, 14 Mar 2024 23:40:00 +0100
Message-ID: <1@letters.example>
MIME-Version: 1.0
`
const letter = (rest: string): string => `${HEAD}${rest}`
const GIF = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

const NEWSLETTER = letter(`Content-Type: multipart/mixed; boundary=outer

This is a message in parts.
--outer
Content-Type: multipart/alternative; boundary="in ner"

--in ner
Content-Type: text/plain; charset=utf-8

The plain words.
--in ner
Content-Type: multipart/related; type="text/html"; boundary=rel

--rel
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<html lang=3Den><head><title>Home | Letters</title><link rel=3Dcanonical href=3D"https://letters.example/home"></head>
<body><div style=3D"display:none;max-height:0">Preheader, hidden</div>
<table><tr><td><table><tr><td><h1>The caf=E9 stays</h1><p>All 43 berths stay open.</p></td></tr></table></td></tr></table>
<img src=3D"cid:pic%401" alt=3D"The quay"><footer>Unsubscribe</footer></body></html>
--rel
Content-Type: image/gif
Content-ID: <pic@1>
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename="quay.gif"

${GIF}
--rel--
--in ner--
--outer
Content-Type: text/html; charset=utf-8
Content-Disposition: attachment; filename*=utf-8''an%20attachment.html

<p>Attached.</p>
--outer
Content-Type: message/rfc822

From: other@example.org
Subject: Other

Another letter.
--outer--
`)

describe('an e-mail message', () => {
  it('gives the words of its page, its pictures, and what its header says', async () => {
    const { text, metadata, images, importer, encoding, document } = await read(NEWSLETTER)
    expect(text).toBe('The café stays\nAll 43 berths stay open.\nUnsubscribe')
    expect(metadata).toMatchObject({
      title: 'The port – stays open, says the café',
      authors: ['Ilse Marrow'],
      publication: 'The Harbour Letter',
      published: '2024-03-14',
      publishedAt: expect.stringMatching(/^2024-03-14T[\d:]{8}(?:Z|[+-]\d\d:\d\d)$/),
      url: null,
      language: 'en',
    })
    expect({ importer, encoding }).toEqual({ importer: 'eml', encoding: 'windows-1252' })
    expect(images).toMatchObject([{ mediaType: 'image/gif' }])
    expect(JSON.stringify(document)).toContain('The quay')
  })

  it('in plain words undoes soft line breaks and keeps what it quotes', async () => {
    const { text, document } = await read(
      letter(`Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
Content-Transfer-Encoding: 8bit

The har \nbour stays open.
All of it.

> It wi \n> ll stay
>> Will it?

 From the quay.
-- \nIlse`),
    )
    expect(text).toBe('The harbour stays open.\nAll of it.\nIt will stay\nWill it?\nFrom the quay.\n--\nIlse')
    expect(document.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'quotation',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('in plain words of broken lines joins them', async () => {
    const { text } = await read(
      letter(`Content-Type: text/plain

The harbour board said on Thursday that the quay stays open, and
that it would pay for the wall.
Ilse Marrow
Vellmouth

> Will the port be closed this year, and who is going to pay for the
> wall?
>From now on it is open.
`),
    )
    expect(text).toBe(
      'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall.\nIlse Marrow\nVellmouth\nWill the port be closed this year, and who is going to pay for the wall?\nFrom now on it is open.',
    )
  })

  it('keeps the words of all its shown parts, in order', async () => {
    const { text } = await read(
      letter(`Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<p>One.</p>
--b
Content-Type: text/plain

Two & <three>.
--b--
`),
    )
    expect(text).toBe('One.\nTwo & <three>.')
  })

  it.each([
    ['windows-1251', '\xcf\xee\xf0\xf2 \xee\xf2\xea\xf0\xfb\xf2.', 'Порт открыт.'],
    ['iso-2022-jp', '\x1b$B9A$O3+$$$F$$$k\x1b(B', '港は開いている'],
    ['big5', '\xb4\xe4\xa4f\xb6}\xa9\xf1', '港口開放'],
  ])('is read by the charset of its part (%s)', async (charset, words, text) => {
    expect(await read(letter(`Content-Type: text/plain; charset=${charset}\n\n${words}\n`))).toMatchObject({
      text,
    })
  })

  it('is read in the encoding that a person names, over its own word', async () => {
    const message = letter('Content-Type: text/plain; charset=iso-8859-1\n\n\xcf\xee\xf0\xf2\n')
    expect(await read(message, 'windows-1251')).toMatchObject({ text: 'Порт', encoding: 'windows-1251' })
  })

  it('without MIME is known by what the post adds', async () => {
    const message =
      'Received: by x; 1 Jan 99\nFrom: ann@tide.example (Ann Lee)\nSubject: Tides\nDate: 2 Jan 99 10:00 GMT\n\nHigh at noon.\n'
    expect(await read(message, null, '')).toMatchObject({
      text: 'High at noon.',
      metadata: { title: 'Tides', authors: ['Ann Lee'], published: '1999-01-02' },
    })
  })

  it.each([
    ['a.eml', 'From: ann@tide.example\nSubject: Tides\n\nHigh at noon.\n'],
    [
      'a',
      'From: Ann Lee <ann@tide.example>\nSubject: Tides\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>High at noon.</p>\n--b--\n',
    ],
  ])('may have few fields (%s)', async (name, message) => {
    expect(await read(message, null, name)).toMatchObject({ importer: 'eml', text: 'High at noon.' })
  })

  it('is not what only begins like one', async () => {
    expect(await read('From: Ann Lee\nSubject: Tides\n\nHigh at noon.\n', null, 'a.txt')).toMatchObject({
      importer: 'text',
    })
  })

  it.each([
    ['News <news@courier.example>', null, [], 'News'],
    [
      'Ilse Marrow <ilse@courier.example>',
      'The Tidewater List <list.courier.example>',
      ['Ilse Marrow'],
      'The Tidewater List',
    ],
    ['"Marrow, Ilse" <ilse@courier.example>', null, ['Ilse Marrow'], null],
    ['The Tidewater Courier <n@courier.example>', null, [], 'The Tidewater Courier'],
    ['news@courier.example', null, [], 'courier.example'],
    ['=?koi8-r?B?6czY08Eg7cHS0s/X?= <i@courier.example>', null, ['Ильса Марров'], null],
  ])('from %s has a sender', async (from, list, authors, publication) => {
    const head = HEAD.replace(/From: .*/, `From: ${from}${list === null ? '' : `\nList-Id: ${list}`}`)
    const { metadata } = await read(`${head}\nWords.\n`)
    expect(metadata).toMatchObject({ authors, publication })
  })

  it.each([
    ['truncated', NEWSLETTER.slice(0, NEWSLETTER.lastIndexOf('--outer--'))],
    ['encrypted', letter('Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n')],
    ['no-words', letter('Content-Type: application/pdf\n\n%PDF')],
    ['unsupported', `From ilse@letters.example Thu Mar 14 23:40:00 2024\n${NEWSLETTER}`],
  ])('that is %s is refused in a sentence', async (reason, message) => {
    const failure = await refusal(message)
    expect(failure?.reason).toBe(reason)
    expect(failure?.message).toContain('Nothing was imported.')
  })

  it('names a folder of mail', async () => {
    expect((await refusal(`From - Thu Mar 14 23:40:00 2024\n${NEWSLETTER}`))?.message).toContain('mbox')
  })

  it('with bait for slow patterns is read in time', async () => {
    const started = performance.now()
    const many = '=?utf-8?Q?'.repeat(20_000)
    await read(
      `From: "${'"('.repeat(20_000)}\nSubject: ${many}\nContent-Type: text/plain; ${'a="\\'.repeat(20_000)}\nMIME-Version: 1.0\nTo: x\n\nWords ${'> '.repeat(200_000)}\n`,
    )
    await read(letter(`Content-Type: text/plain; format=flowed\n\n${'> '.repeat(200_000)}\nWords.\n`))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
