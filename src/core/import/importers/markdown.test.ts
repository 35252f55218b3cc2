import { describe, expect, it } from 'vitest'
import { DocumentSchema } from '../../../shared/document/schema.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { readMarkdown } from './markdown.ts'

const read = (text: string) => readMarkdown({ text, name: 'a.md' })
const textOf = (text: string): string => {
  const { document } = read(text)
  return deriveText(DocumentSchema.parse(document)).text
}

describe('Markdown', () => {
  it('gives the words of every kind of block', () => {
    expect(
      textOf('# Head\n\nOne *two*\nthree  \nfour\n\n> quoted\n\n- a\n- [x] b\n  1. c\n\n---\n\nend'),
    ).toBe('Head\nOne two three\nfour\nquoted\na\nb\nc\nend')
    expect(textOf('| a | b |\n|---|---|\n| 1 | **2** |')).toBe('a\tb\n1\t2')
    expect(textOf('```js\nx\n\n y\n```')).toBe('x\n\n y')
    expect(textOf('a &amp; b \\* c ![alt](x.png) [d](/e) <b>f</b><br>g')).toBe('a & b * c d f\ng')
  })

  it('puts footnotes last and marks their references', () => {
    const { document } = read('One[^a] two.\n\n[^a]: The note.\n\nThree.')
    const derived = deriveText(document)
    expect(derived.text).toBe('One two.\nThree.\nThe note.')
    expect(derived.footnoteReferences).toMatchObject([{ offset: 3, node: { target: 'a' } }])
  })

  it('takes metadata from front matter, which is no text', () => {
    const { metadata, document } = read(
      '---\ntitle: T\nauthor: [Ann Lee, "[[Bo Ek]]"]\ndate: 2024-03-14\nsource: https://ex.org/a\npublisher: P\nlang: en-GB\n---\nWords.',
    )
    expect(deriveText(document).text).toBe('Words.')
    expect(metadata).toMatchObject({
      title: 'T',
      authors: ['Ann Lee', 'Bo Ek'],
      published: '2024-03-14',
      url: 'https://ex.org/a',
      publication: 'P',
      language: 'en-GB',
    })
  })

  it.each([
    [
      'date: 2024-03-14T23:30:00-04:00',
      { published: '2024-03-14', publishedAt: '2024-03-14T23:30:00-04:00' },
    ],
    ['date: 2024-03-14T23:30:00', { published: '2024-03-14', publishedAt: null }],
    ['date: 2024', { published: '2024', publishedAt: null }],
    ['date: soon', { published: null, publishedAt: null }],
    ['lastmod: 2024-03-15 08:00 +0100', { published: null, modified: '2024-03-15T08:00:00+01:00' }],
    ['updated: 15 March 2024', { modified: '2024-03-15' }],
  ])('takes days and moments from front matter: %s', (line, dates) => {
    expect(read(`---\n${line}\n---\nWords.`).metadata).toMatchObject(dates)
  })

  it('takes the top heading for the title, and a byline below it', () => {
    expect(
      read('# Port stays\n\nBy Ann Lee, The Courier, 2 May 2023\n\nWords go on.').metadata,
    ).toMatchObject({
      title: 'Port stays',
      authors: ['Ann Lee'],
      publication: 'The Courier',
      published: '2023-05-02',
    })
  })

  it('reads on after faulty front matter', () => {
    expect(textOf('---\n: [broken\n---\nWords.')).toBe('Words.')
  })

  it.each([
    '[a](javascript:alert(1))',
    '<script>alert(1)</script>\n\na',
    '<a href="data:text/html,x" onclick=y>a</a>',
  ])('keeps nothing that could run: %s', (source) => {
    expect(JSON.stringify(read(source).document)).not.toMatch(/alert|javascript|data:|onclick/)
    expect(textOf(source)).toBe('a')
  })

  it('survives deep nesting', () => {
    expect(textOf(`${'> '.repeat(2000)}deep`)).toContain('deep')
    expect(textOf(`${'- '.repeat(1000)}deep`)).toContain('deep')
  })
})
