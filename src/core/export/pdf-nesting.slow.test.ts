import { fileURLToPath } from 'node:url'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { readPdf } from './fixtures/read-pdf.ts'
import { printPdf } from './pdf.ts'
import { plainTextOf, type PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const quoted = (value: string, language: string): PhrasingContent => ({
  type: 'quotedWords',
  language,
  children: [text(value)],
})
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note = (number: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})
const row = (...cells: PhrasingContent[][]) => ({
  type: 'tableRow' as const,
  children: cells.map((children) => ({ type: 'tableCell' as const, children })),
})
const print = (blocks: BlockContent[], notes: PrintedBrief['notes'] = []) =>
  printPdf(
    { title: 'Walls', language: 'en', date: '2024-03-14', blocks, notes },
    { image: () => null },
    FONTS,
  )

const readWords = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ')

const printed = async (blocks: BlockContent[]): Promise<string> => readWords((await print(blocks)).bytes)

/** Everything that a line can hold, in scripts whose marks are drawn by rules of their own. */
const crowded = (at: number): BlockContent =>
  paragraph(
    text(`level ${at} `),
    {
      type: 'strong',
      children: [
        {
          type: 'emphasis',
          children: [{ type: 'link', url: 'https://example.org/a', children: [quoted('漢字かな', 'ja')] }],
        },
      ],
    },
    { type: 'delete', children: [{ type: 'inlineCode', value: 'x = 1' }] },
    note(1),
  )

const KINDS: readonly (readonly [string, (at: number) => boolean])[] = [
  ['quotations', () => true],
  ['lists', () => false],
  ['both', (at) => at % 3 !== 1],
]
test.each(KINDS)(
  'sets %s that are nested sixty deep, with all their words and a warning',
  async (_, isQuotation) => {
    const deep = (at: number): BlockContent[] => {
      if (at > 60) return [crowded(at), { type: 'heading', depth: 3, children: [text('Kopf'), note(1)] }]
      const children = [crowded(at), ...deep(at + 1)]
      if (isQuotation(at))
        return [{ type: 'blockquote', data: { language: ['ur', 'ja', 'en'][at % 3] ?? null }, children }]
      return [{ type: 'list', ordered: at % 2 === 0, start: 3, children: [{ type: 'listItem', children }] }]
    }
    const { bytes, warnings } = await print(deep(1), [{ blocks: deep(1) }])
    expect(warnings.map(({ code }) => code)).toEqual(['nesting-flattened'])
    const words = await readWords(bytes)
    for (let at = 1; at <= 61; at += 1) expect(words.split(`level ${at} `)).toHaveLength(3)
  },
)

test('a quotation of many short lines goes on to the next page', async () => {
  const lines = Array.from({ length: 90 }, (_, at) => `Line ${at + 1}.`)
  const broken = lines.flatMap((line): PhrasingContent[] => [text(line), { type: 'break' }])
  const inside: readonly (readonly BlockContent[])[] = [
    lines.map((line) => paragraph(text(line))),
    [paragraph(...broken)],
    [
      {
        type: 'list',
        children: lines.map((line) => ({ type: 'listItem', children: [paragraph(text(line))] })),
      },
    ],
    [{ type: 'code', value: lines.join('\n') }],
  ]
  for (const children of inside) {
    const words = await printed([{ type: 'blockquote', children: [...children] }])
    for (const line of lines) expect(words).toContain(line)
  }
})

test('many headings, or long ones, before a quotation are printed whole', async () => {
  const quotation: BlockContent = { type: 'blockquote', children: [paragraph(text('The quotation.'))] }
  const many = Array.from({ length: 60 }, (_, at): BlockContent => ({
    type: 'heading',
    depth: 2,
    children: [text(`Heading ${at + 1}!`)],
  }))
  const long: BlockContent = {
    type: 'heading',
    depth: 2,
    children: [text(`${'many words '.repeat(500)}Ende!`)],
  }
  for (const headings of [many, [long]]) {
    const words = await printed([...headings, quotation])
    for (const { children } of [...headings, quotation] as readonly {
      children: readonly { type: string }[]
    }[])
      expect(words).toContain(plainTextOf(children).slice(-11))
  }
})

test('a cell of many short lines goes on to the next page', async () => {
  const lines = Array.from({ length: 90 }, (_, at) => `${at + 1}!`)
  const cell = lines.flatMap((line): PhrasingContent[] => [text(line), { type: 'break' }])
  const words = await printed([{ type: 'table', children: [row([text('Kopf')]), row(cell)] }])
  for (const line of lines) expect(words).toContain(line)
})

test('a first row that is longer than a page goes on to the next', async () => {
  const words = Array.from({ length: 1500 }, (_, at) => `w${at + 1}`).join(' ')
  const { pages } = await print([{ type: 'table', children: [row([text(words)], [text('b')])] }])
  expect(pages).toBeGreaterThan(1)
})

test('a word of 200,000 letters is set in seconds, in a paragraph and in a table', async () => {
  const word: PhrasingContent = { type: 'strong', children: [text('a'.repeat(100_000))] }
  const began = performance.now()
  const { bytes } = await print([
    paragraph(word),
    { type: 'table', children: [row([text('a')]), row([word])] },
  ])
  expect(performance.now() - began).toBeLessThan(20_000)
  expect((await readWords(bytes)).replaceAll(/[^a]/g, '').length).toBeGreaterThan(200_000)
})
