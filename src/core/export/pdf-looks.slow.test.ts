import { fileURLToPath } from 'node:url'
import type { BlockContent, Paragraph, PhrasingContent } from 'mdast'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { DESIGNS, PAPERS, USUAL_LOOK, type PdfLook } from '../../shared/contract/pdf-look.ts'
import { placedWords } from './fixtures/placed-words.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import { printPdf } from './pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))
const WORDS = 'We expect a full account of the night before the inquiry closes, and we expect it under oath.'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const heading = (depth: 1 | 2 | 3, value: string): BlockContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})
const quoted: PhrasingContent = { type: 'quotedWords', language: 'en', children: [text(WORDS)] }
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})
const cited = (citekey: string, value: string): PhrasingContent => ({
  type: 'citedWords',
  citekeys: [citekey],
  children: [text(value)],
})
const entry = (citekey: string, value: string): BlockContent => ({
  type: 'paragraph',
  data: { entry: citekey },
  children: [cited(citekey, value)],
})
const brief = (blocks: BlockContent[], rest: Partial<PrintedBrief> = {}): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
  ...rest,
})
const evidence = {
  quote: () => {
    throw new Error('no quotes here')
  },
  context: () => {
    throw new Error('no quotes here')
  },
  work: () => null,
  image: () => null,
}
const read = async (printed: PrintedBrief, look: Partial<PdfLook> = {}) => {
  const { bytes, warnings } = await printPdf(printed, evidence, FONTS, { ...USUAL_LOOK, ...look })
  expect(warnings).toEqual([])
  return readPdf(bytes)
}
const flat = (words: string): string => words.replaceAll(/\s+/gu, ' ')

const LOOKS = DESIGNS.flatMap((design) => PAPERS.map((paper) => ({ design, paper, contents: true })))

test.each(LOOKS)('a $design on $paper is accessible, with its words and its contents', async (look) => {
  const printed = brief(
    [
      heading(1, 'First part'),
      paragraph(text('He said “'), quoted, text('”'), note(1), text(' twice.')),
      paragraph(text('And so on.')),
      heading(2, 'Below'),
      paragraph(cited('marrow2024', '(Marrow 2024)'), text(' agrees.')),
      heading(1, 'Bibliography'),
      entry('marrow2024', 'Marrow. The Port. 2024.'),
    ],
    { notes: [{ blocks: [paragraph(text('A note.'))] }] },
  )
  const pdf = await read(printed, look)
  expect(pdf.accessible).toBe(true)
  expect(pdf.size.map(Math.round)).toEqual(look.paper === 'a4' ? [595, 842] : [612, 792])
  const words = flat(pdf.text)
  expect(words).toContain(`He said “${WORDS}”`)
  expect(words).toContain('A note.')
  expect(words).toMatch(/Contents First part .{0,3}1 Below .{0,3}1 Bibliography .{0,3}1/u)
  expect(pdf.outline).toEqual(['First part', ['Below'], 'Bibliography'])
  // Three lines of the contents, the note both ways, the citation.
  expect(pdf.innerLinks).toBeGreaterThanOrEqual(5)
})

test('every kind of block has its own place in the structure tree', async () => {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [text(value)] })
  const row = (...cells: string[]) => ({ type: 'tableRow' as const, children: cells.map(cell) })
  const item = (value: string) => ({ type: 'listItem' as const, children: [paragraph(text(value))] })
  const printed = brief(
    [
      heading(1, 'One'),
      heading(2, 'Two'),
      paragraph(text('Words'), note(1), {
        type: 'link',
        url: 'https://example.org/',
        children: [text('there')],
      }),
      { type: 'blockquote', data: { language: 'en' }, children: [paragraph(text(WORDS))] },
      { type: 'list', ordered: false, spread: false, children: [item('a'), item('b')] },
      { type: 'table', align: [null, null], children: [row('Who', 'What'), row('x', 'y')] },
      { type: 'code', value: 'let x' },
    ],
    { notes: [{ blocks: [paragraph(text('A note.'))] }] },
  )
  const { roles } = await read(printed, { contents: true })
  expect(roles).toEqual(
    expect.arrayContaining(
      'TOC TOCI H1 H2 P Note Link BlockQuote L LI Lbl LBody Table TR TH TD Code'.split(' '),
    ),
  )
})

test('contents are headed in the brief’s language', async () => {
  const pdf = await read(brief([heading(1, 'Das Gesetz'), paragraph(text('Ja.'))], { language: 'de' }), {
    contents: true,
  })
  expect(flat(pdf.text)).toContain('Inhalt Das Gesetz')
})

test('a citation leads to its entry, and one of a work that has none is only words', async () => {
  const linked = await read(brief([paragraph(cited('a', '(A)')), entry('a', 'A. Works.')]))
  const plain = await read(brief([paragraph(cited('b', '(B)')), entry('a', 'A. Works.')]))
  expect([linked.innerLinks, plain.innerLinks]).toEqual([1, 0])
})

test.each(DESIGNS)('in a %s no heading stands alone at the foot of a page', async (design) => {
  const blocks = Array.from({ length: 40 }, (_, index): BlockContent[] => [
    heading(2, `Heading ${String(index)} ends`),
    paragraph(text('He said “'), quoted, text('”'), note(index + 1), text(` ${'and more '.repeat(index)}`)),
  ]).flat()
  const notes = Array.from({ length: 40 }, (_, index) => ({
    blocks: [paragraph(text(`Note ${String(index)}. ${'Words of it. '.repeat(index % 7)}`))],
  }))
  const { pages } = await read(brief(blocks, { notes }), { design })
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    const after =
      flat(page)
        .split(/Heading \d+ ends/u)
        .at(-1) ?? ''
    expect(after).toContain('He said')
  }
})

test.each(DESIGNS)('in a %s a note begins on the page of its number', async (design) => {
  const numbers = Array.from({ length: 80 }, (_, index) => index)
  const blocks = numbers.flatMap((index): BlockContent[] => {
    const more = text(` ${'and more '.repeat(25 + (index % 11))}`)
    const own: Paragraph = {
      type: 'paragraph',
      children: [text(`mark${String(index)}x`), note(index + 1), more],
    }
    const heads = index % 3 === 0 ? [heading(2, 'A heading')] : []
    return [...heads, index % 4 === 1 ? { type: 'blockquote', children: [own] } : own]
  })
  const notes = numbers.map((index) => ({
    blocks: [paragraph(text(`note${String(index)}x ${'Words of it. '.repeat((index * 7) % 40)}`))],
  }))
  const { pages } = await read(brief(blocks, { notes }), { design })
  const placedOn = (word: string) =>
    numbers.map((index) => pages.findIndex((page) => page.includes(`${word}${String(index)}x`)))
  expect(placedOn('note')).toEqual(placedOn('mark'))
})

const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
})
const placed = async (blocks: BlockContent[]) =>
  placedWords((await printPdf(brief(blocks), evidence, FONTS, USUAL_LOOK)).bytes)

test.each([2, 4, 6, 8, 10])('in a table of %i columns no word runs into the next column', async (columns) => {
  const word = ['responsibilities', 'intergovernmental', 'Grundstücksverkehr', 'counter-proposals']
  const cells = Array.from(
    { length: columns },
    (_, at) => `${word[at % 4] ?? ''} and ${word[(at + 1) % 4] ?? ''}`,
  )
  const words = await placed([{ type: 'table', align: [], children: [row(...cells), row(...cells)] }])
  for (const { base, page, left, right, words: own } of words) {
    const over = words.filter(
      (other) => other.page === page && other.base === base && other.left > left && other.left < right - 0.5,
    )
    expect([own, ...over.map((other) => other.words)]).toEqual([own])
  }
})

const long = (times: number) => 'many words that fill some lines of the cell, '.repeat(times)

test('a row of a table stays on one page', async () => {
  const rows = Array.from({ length: 90 }, (_, at) =>
    row(`begin${String(at)}`, `${long(2 + (at % 5))} end${String(at)}`),
  )
  const words = await placed([{ type: 'table', align: [], children: [row('A', 'B'), ...rows] }])
  const pageOf = (sought: string) => words.find((each) => each.words.split(' ').includes(sought))?.page
  for (const at of rows.keys()) expect(pageOf(`end${String(at)}`)).toBe(pageOf(`begin${String(at)}`))
})

test.each([
  ['ja', '水門閉鎖'],
  ['ar', 'إغلاق'],
  ['he', 'סגירת'],
  ['ka', 'დახურვა'],
])(
  'emphasis and strong words are seen and copied in %s, whose letters have no italics',
  async (language, words) => {
    const em: PhrasingContent = { type: 'emphasis', children: [text(words)] }
    const strong: PhrasingContent = { type: 'strong', children: [text(words)] }
    const print = async (...spans: PhrasingContent[]) => {
      const { bytes, warnings } = await printPdf(
        brief([paragraph(...spans)], { language, title: '1' }),
        evidence,
        FONTS,
      )
      expect(warnings).toEqual([])
      return { pdf: await readPdf(bytes), dashes: await dashesOf(bytes) }
    }
    const laid = await print(em, text(' '), strong)
    expect(laid.pdf.accessible).toBe(true)
    expect(laid.dashes).toBeGreaterThan(0)
    expect((await print(text(words))).dashes).toBe(0)
    expect((await print({ type: 'citedWords', citekeys: [], children: [em] })).dashes).toBe(0)
    if (language !== 'ar') expect(laid.pdf.text.split(words)).toHaveLength(3)
  },
)

async function dashesOf(bytes: Uint8Array): Promise<number> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const { fnArray, argsArray } = await (await (await loading.promise).getPage(1)).getOperatorList()
  const dashes = argsArray.filter((args, at) => fnArray[at] === OPS.setDash && args[0].length > 0)
  await loading.destroy()
  return dashes.length
}
