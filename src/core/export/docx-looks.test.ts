import type { BlockContent, List, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { DocxStyles } from '../check/docx-styles.ts'
import { pictureOf } from '../import/importers/fixtures/picture.ts'
import type { XmlElement } from '../import/xml.ts'
import { printDocx } from './docx.ts'
import { evidenceOf } from './fixtures/any-brief.ts'
import { allOf, readParts, rootOf } from './fixtures/read-docx.ts'
import type { PrintedBrief } from './printed-brief.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})
const list = (more: Partial<List>, ...items: BlockContent[][]): BlockContent => ({
  type: 'list',
  ordered: true,
  start: 1,
  children: items.map((children) => ({ type: 'listItem', children })),
  ...more,
})
const brief = (blocks: BlockContent[], rest: Partial<PrintedBrief> = {}): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
  ...rest,
})
const partsOf = (printed: PrintedBrief, image: Uint8Array | null = null) =>
  readParts(printDocx(printed, evidenceOf('a', image)).bytes)

const value = (element: XmlElement | undefined): string | undefined => element?.attributes.get('w:val')

test('a quotation and a list in a note have the size of its words, and the quotation is known as one', () => {
  const words: BlockContent[] = [
    list({}, [paragraph(text('an item'))]),
    { type: 'blockquote', children: [paragraph(text('We hold the wall.'))] },
  ]
  const parts = partsOf(brief([paragraph(note(1)), ...words], { notes: [{ blocks: words }] }))
  const stylesIn = (part: string) => allOf(rootOf(parts, part), 'pStyle').map((each) => value(each) ?? '')
  expect(stylesIn('word/document.xml')).toEqual(expect.arrayContaining(['ListParagraph', 'Quote']))
  const styles = allOf(rootOf(parts, 'word/styles.xml'), 'style')
  const inNote = stylesIn('word/footnotes.xml').map((id) =>
    styles.find(({ attributes }) => attributes.get('w:styleId') === id),
  )
  expect(inNote.map((style) => style && value(allOf(style, 'sz')[0]))).toEqual(['18', '18', '18'])
  const known = new DocxStyles(rootOf(parts, 'word/styles.xml'))
  expect(stylesIn('word/footnotes.xml').map((id) => known.isQuotation(id))).toEqual([false, false, true])
})

const row = (...spans: PhrasingContent[]) => ({
  type: 'tableRow' as const,
  children: spans.map((span) => ({ type: 'tableCell' as const, children: [span] })),
})

test('the columns of a table are as wide as what stands in them', () => {
  const table: BlockContent = {
    type: 'table',
    children: [row(text('No'), text('Statement')), row(text('1'), text('for the closing'))],
  }
  const root = rootOf(partsOf(brief([table])), 'word/document.xml')
  const widths = (name: string) => allOf(root, name).map(({ attributes }) => Number(attributes.get('w:w')))
  const [narrow = 0, wide = 0] = widths('gridCol')
  expect(wide).toBeGreaterThan(2 * narrow)
  expect(widths('tcW')).toEqual([narrow, wide, narrow, wide])
})

test('a picture in a list, a quotation or a table keeps to its room, and its caption stands below it', () => {
  const image: PhrasingContent = {
    type: 'image',
    url: '',
    alt: 'The wall',
    title: 'In May',
    data: { blob: 'b' },
  }
  const placed: BlockContent[] = [
    paragraph(image),
    list({}, [paragraph(text('item')), paragraph(image)]),
    { type: 'blockquote', children: [paragraph(image)] },
    { type: 'table', children: [row(text('words '.repeat(40)), image)] },
  ]
  const root = rootOf(partsOf(brief(placed), pictureOf(2_000, 100)), 'word/document.xml')
  const widths = allOf(root, 'extent').map(({ attributes }) => Number(attributes.get('cx')) / 635)
  const [whole = 0, listed = 0, quoted = 0, inCell = 0] = widths
  expect(whole - listed).toBeCloseTo(425, 0)
  expect(whole - quoted).toBeCloseTo(567, 0)
  expect(inCell).toBeLessThan(whole / 2 + 1)
  expect(inCell).toBeGreaterThan(1_000)
  expect(allOf(root, 't').filter(({ children }) => JSON.stringify(children).includes('In May'))).toHaveLength(
    3,
  )
})
