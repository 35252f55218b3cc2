import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import { nodeAt } from './document.ts'
import type { Inline, MarkType } from './inlines.ts'
import { MARKS } from './inlines.ts'
import { locate, offsetOf } from './offsets.ts'
import { DocumentSchema } from './schema.ts'
import { deriveText } from './text.ts'

const document = (...children: Block[]): Document => ({
  type: 'document',
  format: 1,
  language: null,
  direction: null,
  children,
  origins: [],
})
const text = (value: string): Inline => ({ type: 'text', value })
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const cell = (...children: Inline[]) =>
  ({ type: 'table-cell', header: false, columns: 1, rows: 1, children }) as const
const br: Inline = { type: 'line-break' }
const textOf = (...blocks: Block[]): string => deriveText(document(...blocks)).text

describe('the text of a document', () => {
  it('joins leaf blocks by one line feed', () => {
    const list: Block = {
      type: 'list',
      ordered: true,
      start: 3,
      children: [{ type: 'list-item', checked: null, children: [paragraph('b'), paragraph('c')] }],
    }
    expect(textOf(paragraph('a'), list, { type: 'quotation', children: [paragraph('d')] })).toBe('a\nb\nc\nd')
  })

  it('makes one space of a run of space, tab and line feed, across nodes', () => {
    const marked: Inline = { type: 'strong', children: [text(' \n b')] }
    expect(textOf(paragraph(' \t a \t', marked, ' '))).toBe('a b')
  })

  it('keeps every other code point, except U+0000', () => {
    expect(textOf(paragraph('\u00a0e\u0301\u00ad\u200b\u2028\r\0x\u00a0'))).toBe(
      '\u00a0e\u0301\u00ad\u200b\u2028\rx\u00a0',
    )
  })

  it('sets a line feed for a line break and drops it at the edge', () => {
    expect(textOf(paragraph(br, 'a', br, ' \nb ', br, br, 'c', br))).toBe('a\nb\n\nc')
  })

  it('keeps the line breaks of code', () => {
    expect(textOf({ type: 'code', language: null, children: [text('\na\n\n  b\t c\n')] })).toBe('a\n\n b c')
  })

  it('makes a line of a table row, its cells joined by a tab', () => {
    const table: Block = {
      type: 'table',
      children: [
        { type: 'caption', children: [text('Losses')] },
        { type: 'table-row', children: [cell(), cell(text(' a ')), cell(), cell(text('b')), cell()] },
        { type: 'table-row', children: [cell(), cell()] },
        { type: 'table-row', children: [cell(text('c'))] },
      ],
    }
    expect(textOf(table)).toBe('Losses\n\ta\t\tb\t\nc')
  })

  it('puts footnote bodies last and lets references, images and page breaks add nothing', () => {
    const note: Block = { type: 'footnote', id: 'n', label: '1', children: [paragraph('note')] }
    const inside = paragraph(
      'a',
      { type: 'footnote-reference', target: 'n', label: '1' },
      { type: 'image', blob: null, alt: 'alt' },
      { type: 'page-break', label: '2' },
      ' b',
    )
    const derived = deriveText(document(note, inside, paragraph('  '), paragraph('c')))
    expect(derived.text).toBe('a b\nc\nnote')
    expect(derived.footnoteReferences).toMatchObject([{ offset: 1, path: [1, 1] }])
    expect(derived.pageBreaks).toMatchObject([{ offset: 2, path: [1, 3] }])
  })

  it('survives any depth of nesting', () => {
    let block = paragraph('deep')
    for (let depth = 0; depth < 5_000; depth += 1) block = { type: 'quotation', children: [block] }
    expect(textOf(block)).toBe('deep')
  })
})

const words = fc.string({
  unit: fc.constantFrom(' ', '\t', '\n', 'a', 'é', '”', '😀', '\u00a0'),
  maxLength: 8,
})
const { inlines, blocks } = fc.letrec<{ inlines: Inline[]; inline: Inline; blocks: Block[]; block: Block }>(
  (tie) => ({
    inlines: fc.array(tie('inline'), { maxLength: 4 }),
    inline: fc.oneof(
      { depthSize: 'small' },
      words.map(text),
      fc.constant(br),
      fc.constant<Inline>({ type: 'footnote-reference', target: 'n', label: '1' }),
      fc.record({ type: fc.constantFrom<MarkType>(...MARKS), children: tie('inlines') }),
    ),
    blocks: fc.array(tie('block'), { maxLength: 4 }),
    block: fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: fc.constant('paragraph' as const), children: tie('inlines') }),
      fc.record({
        type: fc.constant('code' as const),
        language: fc.constant(null),
        children: tie('inlines'),
      }),
      fc.record({ type: fc.constant('quotation' as const), children: tie('blocks') }),
      fc
        .array(
          tie('inlines').map((children) => cell(...children)),
          { maxLength: 4 },
        )
        .map((cells): Block => ({ type: 'table', children: [{ type: 'table-row', children: cells }] })),
      fc.record({
        type: fc.constant('footnote' as const),
        id: fc.constant('n'),
        label: fc.constant('1'),
        children: tie('blocks'),
      }),
    ),
  }),
)
const documents = fc.tuple(blocks, inlines).map(([some, more]) => document(...some, paragraph(...more)))

describe('the offset map', () => {
  it('leads from every offset to a place and back', () => {
    fc.assert(
      fc.property(documents, (tree) => {
        const derived = deriveText(tree)
        for (let offset = 0; offset <= derived.text.length; offset += 1) {
          const position = locate(derived, offset)
          if (position === null) expect(derived.text).toBe('')
          else expect(offsetOf(derived, position)).toBe(offset)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('points every run at the same words in its node', () => {
    fc.assert(
      fc.property(documents, (tree) => {
        const derived = deriveText(tree)
        for (const run of derived.runs) {
          expect(nodeAt(tree, run.path)).toBe(run.node)
          if (run.node.type !== 'text') continue
          const shown = derived.text.slice(run.start, run.start + run.length)
          const kept = run.node.value.slice(run.from, run.from + run.length)
          expect(kept.replace(/[\t\n]/g, ' ')).toBe(shown.replace(/\n/g, ' '))
        }
      }),
    )
  })

  it('holds a range for every leaf block with words, which together are the text', () => {
    fc.assert(
      fc.property(documents, (tree) => {
        const { text: whole, blocks: ranges } = deriveText(tree)
        expect(ranges.map(({ start, end }) => whole.slice(start, end)).join('\n')).toBe(whole)
        expect(whole).not.toMatch(/ [ \t]|\t /)
      }),
    )
  })

  it('is the same for a document that was stored and read again', () => {
    fc.assert(
      fc.property(documents, (tree) => {
        const read = DocumentSchema.parse(JSON.parse(JSON.stringify(tree)))
        expect(deriveText(read).text).toBe(deriveText(tree).text)
      }),
    )
  })
})
