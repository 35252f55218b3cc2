import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originAt, originMap } from '../../../shared/document/origin.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { readText } from './text.ts'

const read = (text: string) => readText({ text, name: 'a.txt' })
const textOf = (text: string): string => deriveText(read(text).document).text
const CASES = new URL('../../../../../shared/', import.meta.url)

describe('a plain text', () => {
  it('parts paragraphs by blank lines and joins the lines inside', () => {
    expect(textOf('a\nb\n \t\nc\r\nd\r\n\r\n\r\ne')).toBe('a b\nc d\ne')
  })

  it('makes each line a paragraph where no line is blank', () => {
    expect(textOf('One.\nTwo.\nThree\n')).toBe('One.\nTwo.\nThree')
  })

  it('joins the lines of a hard-wrapped text', () => {
    const line = 'the harbour board of Vellmouth said on Thursday that'
    expect(textOf([line, line, line, line, 'it is so.'].join('\n'))).toBe(`${`${line} `.repeat(4)}it is so.`)
    expect(textOf([line, line, line, 'it is so.'].join('\n')).split('\n')).toHaveLength(4)
  })

  it('reads no markup', () => {
    expect(textOf('# a\n\n<b>c</b> &amp; *d*\n\n- e')).toBe('# a\n<b>c</b> &amp; *d*\n- e')
  })

  it('knows the place of every character in the original', () => {
    const original = '\ufeffone  two\r\nthree\r\r  four\0five\u2028 six'
    const { document, notes } = read(original)
    const derived = deriveText(document)
    const ranges = originMap(derived, notes)
    for (const [offset, unit] of derived.text.split('').entries()) {
      const place = originAt(ranges, offset)
      if (place?.kind === 'characters' && place.exact) {
        const there = original.slice(place.start, place.end)
        expect(/\s/.test(there) ? /\s/.test(unit) : there === unit).toBe(true)
      } else expect(unit).toBe('\n')
    }
    expect(derived.text.replace(/\s/g, '')).toBe(original.replace(/[\s\0]/g, ''))
  })
})

it('keeps every character of a plain text that is not white space', () => {
  const units = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', '\r\n', '\r', ' ', '\t', '\n\n', 'By A\n', '\u0085', '\f'),
  )
  fc.assert(
    fc.property(
      fc.array(units).map((parts) => parts.join('')),
      (text) => {
        expect(textOf(text).replace(/\s/g, '')).toBe(text.replace(/[\s\0]/g, ''))
      },
    ),
    { numRuns: 300 },
  )
})

describe('the metadata of a plain text', () => {
  const story = 'VELLMOUTH: The board will not close the quay. It said so.'

  it('takes headline, author, publication and date from the lines above', () => {
    expect(
      read(`Port denies closing\n\nBy Ilse Marrow, The Tidewater Courier, 14 March 2024\n\n${story}`)
        .metadata,
    ).toEqual({
      title: 'Port denies closing',
      authors: ['Ilse Marrow'],
      publication: 'The Tidewater Courier',
      publishedAt: null,
      modified: null,
      archivedAt: null,
      published: '2024-03-14',
      url: null,
      language: null,
      type: 'article',
      place: 'VELLMOUTH',
    })
  })

  it.each([
    ['Headline\nBy Ann Lee and Bo Ek\nMarch 3, 2021', ['Ann Lee', 'Bo Ek'], null, '2021-03-03'],
    ['Headline\n\nBY ANN LEE\n\nPublished: 2021-03-03', ['ANN LEE'], null, '2021-03-03'],
    ['Headline\n\nAnn Lee, Daily Star, March 2021', ['Ann Lee'], 'Daily Star', '2021-03'],
    ['Headline\n\nA subtitle of it\n\nBy Ann van der Lee | Reuters', ['Ann van der Lee'], 'Reuters', null],
    ['Title: Headline\nAuthor: Ann Lee\nDate: 2024-01-02', ['Ann Lee'], null, '2024-01-02'],
    ['Headline\n\nReuters\n\n14 March 2024', [], 'Reuters', '2024-03-14'],
    ['By Ann Lee', ['Ann Lee'], null, null],
  ])('reads %j', (header, authors, publication, published) => {
    const { metadata } = read(`${header}\n\n${story}`)
    expect(metadata).toMatchObject({ authors, publication, published, place: 'VELLMOUTH' })
  })

  it('takes the first sentence, less the dateline, where no headline stands', () => {
    expect(read(`${story}\n\nMore.`).metadata.title).toBe('The board will not close the quay')
    expect(read(`By nightfall the port was closed. All went home.\n\nMore.`).metadata).toMatchObject({
      title: 'By nightfall the port was closed',
      authors: [],
    })
  })

  it('shortens a long first sentence between words', () => {
    const { title } = read(`${'word '.repeat(60)}end.`).metadata
    expect(title).toMatch(/^(?:word )+word…$/)
    expect(title.length).toBeLessThanOrEqual(101)
  })
})

describe.skipIf(!existsSync(CASES))('real articles', () => {
  it('reads one without a title line, keeping its stray accent', () => {
    const original = readFileSync(new URL('sample/karabakh.txt', CASES), 'utf8')
    const { document, metadata } = read(original)
    expect(deriveText(document).text).toBe(original)
    expect(metadata.place).toBe('ISLAMABAD')
    expect(metadata.title).toMatch(/^Pakistan has condemned the so-called presidential elections .*…$/)
  })

  it('reads one with a title line and a byline', () => {
    const original = readFileSync(new URL('cases/harbour.txt', CASES), 'utf8')
    const { document, metadata } = read(original)
    expect(deriveText(document).text).toBe(original.trim().replaceAll('\n\n', '\n'))
    expect(metadata).toMatchObject({
      title: 'Port authority denies closing the northern quay',
      authors: ['Ilse Marrow'],
      publication: 'The Tidewater Courier',
      published: '2024-03-14',
      place: 'VELLMOUTH',
    })
  })
})
