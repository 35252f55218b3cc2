import { z } from 'zod'
import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import type { Inline } from './inlines.ts'
import { MARKS } from './inlines.ts'
import { isSafeLink } from './link.ts'
import { OriginRange } from './origin-range.ts'

/** U+0000 is stripped and lone surrogates are replaced before a document is built. */
const words = z.string().refine((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value))
const direction = z.enum(['ltr', 'rtl']).nullable()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const positive = z.number().int().min(1).max(65_536)

const inline: z.ZodType<Inline> = z.lazy(() => inlines)
const inlineChildren = z.array(inline)
const pageBreak = z.strictObject({ type: z.literal('page-break'), label: words })

const inlines = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), value: words }),
  z.strictObject({ type: z.enum(MARKS), children: inlineChildren }),
  z.strictObject({ type: z.literal('link'), href: z.string().refine(isSafeLink), children: inlineChildren }),
  z.strictObject({
    type: z.literal('language'),
    language: words.nullable(),
    direction,
    children: inlineChildren,
  }),
  z.strictObject({ type: z.literal('line-break') }),
  z.strictObject({ type: z.literal('image'), blob: sha256.nullable(), alt: words }),
  z.strictObject({ type: z.literal('footnote-reference'), target: words, label: words }),
  pageBreak,
])

const block: z.ZodType<Block> = z.lazy(() => blocks)
const blockChildren = z.array(block)

const caption = z.strictObject({ type: z.literal('caption'), children: inlineChildren })
const listItem = z.strictObject({
  type: z.literal('list-item'),
  checked: z.boolean().nullable(),
  children: blockChildren,
})
const tableCell = z.strictObject({
  type: z.literal('table-cell'),
  header: z.boolean(),
  columns: positive,
  rows: positive,
  children: inlineChildren,
})
const tableRow = z.strictObject({
  type: z.literal('table-row'),
  children: z.array(tableCell),
})
const term = z.strictObject({ type: z.literal('definition-term'), children: inlineChildren })
const description = z.strictObject({ type: z.literal('definition-description'), children: blockChildren })
const footnote = z.strictObject({
  type: z.literal('footnote'),
  id: words,
  label: words,
  children: blockChildren,
})
const level = z.union([1, 2, 3, 4, 5, 6].map((number) => z.literal(number as 1 | 2 | 3 | 4 | 5 | 6)))

const blocks = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), children: inlineChildren }),
  z.strictObject({ type: z.literal('heading'), level, children: inlineChildren }),
  z.strictObject({ type: z.literal('code'), language: words.nullable(), children: inlineChildren }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    start: z.number().int(),
    children: z.array(listItem),
  }),
  z.strictObject({ type: z.literal('quotation'), children: blockChildren }),
  z.strictObject({ type: z.literal('table'), children: z.array(z.union([caption, tableRow])) }),
  z.strictObject({ type: z.literal('figure'), children: z.array(z.union([caption, block])) }),
  z.strictObject({ type: z.literal('definition-list'), children: z.array(z.union([term, description])) }),
  z.strictObject({ type: z.literal('thematic-break') }),
  footnote,
  pageBreak,
])

/** Checked when a document is written, never at each read. Unknown types and properties are refused. */
export const DocumentSchema: z.ZodType<Document> = z.strictObject({
  type: z.literal('document'),
  format: z.literal(1),
  language: words.nullable(),
  direction,
  children: blockChildren,
  origins: z.array(OriginRange),
})
