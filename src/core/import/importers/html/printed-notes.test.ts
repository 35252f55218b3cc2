import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../shared/document/blocks.ts'
import { DocumentSchema } from '../../../../shared/document/schema.ts'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const WORDS =
  'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall.'
/** A page of one article, so that everything goes through the search for it too. */
const story = (inside: string): string =>
  `<!doctype html><title>Port stays open</title><body><article><h1>Port stays open</h1><p>${WORDS} ${WORDS}</p>
  ${inside}<p>${WORDS} ${WORDS} ${WORDS}</p></article>`
const documentOf = (html: string) => DocumentSchema.parse(readHtml({ text: html, name: 'a.html' }).document)
const lines = (inside: string): string[] =>
  deriveText(documentOf(story(inside)))
    .text.split('\n')
    .filter((line) => !line.startsWith(WORDS))
const blocks = (inside: string): Block[] =>
  documentOf(story(inside)).children.filter((block) => !JSON.stringify(block).includes(WORDS))

describe('a footnote', () => {
  const NOTES = '<ol><li>In March.</li><li>In May.</li></ol>'
  const REFERRED =
    '<p>It is full<sup>1</sup>, they say.<sup>[2]</sup> So be it, says the board of the port.</p>'

  it.each(['Notes', 'References', 'Fußnoten', 'Notes et références'])(
    'whose reference is no link is one, under the heading %s',
    (heading) => {
      const inside = `${REFERRED}<h2>${heading}</h2>${NOTES}`
      expect(lines(inside)).toEqual([
        'It is full, they say. So be it, says the board of the port.',
        heading,
        'In March.',
        'In May.',
      ])
      expect(blocks(inside).filter(({ type }) => type === 'footnote')).toMatchObject([
        { label: '1' },
        { label: '2' },
      ])
    },
  )

  it.each([
    ['a rule, set high', '<hr><p><sup>1</sup> In March.</p><p><sup>2</sup> In May.</p>'],
    ['a rule, in bold', '<hr><p><strong>1</strong> In March.</p><p><b>2</b> In May.</p>'],
    ['a heading', '<h2>Notes</h2><p><sup>1</sup> In March.</p><p><sup>2</sup> In May.</p>'],
  ])('whose reference is no link is one under %s', (_, notes) => {
    for (const page of [`<!doctype html><body><p>${WORDS}</p>${REFERRED}${notes}`, story(REFERRED + notes)]) {
      const found = documentOf(page).children
      expect(found.filter(({ type }) => type === 'footnote')).toMatchObject([
        { label: '1', children: [{ type: 'paragraph', children: [{ value: ' In March.' }] }] },
        { label: '2', children: [{ type: 'paragraph', children: [{ value: ' In May.' }] }] },
      ])
    }
  })

  it('may go on behind its first paragraph', () => {
    const notes =
      '<h2>Notes</h2><p><sup>1</sup> In March:</p><ul><li>the quay</li></ul><p><sup>2</sup> In May.</p>'
    const { children } = documentOf(`<!doctype html><body><p>${WORDS}</p>${REFERRED}${notes}`)
    expect(children.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'footnote',
      'footnote',
    ])
    expect(children[3]).toMatchObject({ children: [{ type: 'paragraph' }, { type: 'list' }] })
  })

  it('is what a number in brackets leads to in a list of notes', () => {
    const inside =
      '<p>It is full <a href="#r1">[1]</a>, they say, and it is so <a href="#r1">[1]</a>, all of them say.</p><h4>References and notes</h4><ol><li><a id=r1></a>In March.</li></ol>'
    expect(blocks(inside).filter(({ type }) => type === 'footnote')).toMatchObject([{ label: '1' }])
    expect(lines(inside)[0]).toBe('It is full , they say, and it is so , all of them say.')
    expect(lines(inside)).toContain('In March.')
  })

  it.each([
    [
      'a power',
      `<p>An area of 10<sup>2</sup> km<sup>2</sup> and 1<sup>1</sup> here.</p><h2>Notes</h2>${NOTES}`,
    ],
    ['a note too few', `<p>It is full<sup>1</sup>, they say.</p><h2>Notes</h2>${NOTES}`],
    ['no heading', `${REFERRED}${NOTES}`],
    [
      'a number twice',
      `${REFERRED}<p>It is 40 km<sup>2</sup> wide, the board of the port says.</p><h2>Notes</h2>${NOTES}`,
    ],
  ])('is none where there is %s', (_, inside) => {
    expect(blocks(inside).filter(({ type }) => type === 'footnote')).toEqual([])
    expect(JSON.stringify(blocks(inside))).toContain('superscript')
  })
})

it('no word of a page is lost or doubled, however its notes are printed', () => {
  const layouts = fc.record({
    references: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 }),
    notes: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('p', 'ul', 'li', 'plain')), {
      maxLength: 5,
    }),
    opening: fc.constantFrom('<hr>', '<h2>Notes</h2>', '<p>Notes</p>', ''),
    mark: fc.constantFrom('sup', 'strong'),
    linked: fc.boolean(),
    whole: fc.boolean(),
  })
  fc.assert(
    fc.property(layouts, ({ references, notes, opening, mark, linked, whole }) => {
      const words = references.map((number, index) => {
        const sup = `<sup>${String(number)}</sup>`
        return `<p>wordA${String(index)}${linked ? `<a href="#fn${String(number)}">${sup}</a>` : sup} stands here.</p>`
      })
      const printed = notes.map(([number, kind], index) => {
        const word = `wordB${String(index)}`
        if (kind === 'ul') return `<ul><li>${word}</ul>`
        if (kind === 'li') return `<ol><li id="fn${String(number)}">${word}</ol>`
        return kind === 'p'
          ? `<p id="fn${String(number)}"><${mark}>${String(number)}</${mark}> ${word}</p>`
          : `<p>${word}</p>`
      })
      const html = `<body>${words.join('')}${opening}${printed.join('')}`
      const { text } = deriveText(readHtml({ text: html, name: 'a.html', whole }).document)
      const found = text.match(/word[AB]\d/g)?.toSorted() ?? []
      const expected = [
        ...words.map((_, index) => `wordA${String(index)}`),
        ...printed.map((_, index) => `wordB${String(index)}`),
      ]
      expect(found).toEqual(expected.toSorted())
    }),
    { numRuns: 300 },
  )
})
