import { z } from 'zod'
import { ALTERATIONS } from '../contract/check.ts'
import type { Block, FootnoteNode, Inline, LinkedQuote, ListItemNode, RootNode } from './nodes.ts'
import { TEXT_FORMATS } from './nodes.ts'

const version = z.literal(1)
const offset = z.number().int().nonnegative()
const format = z
  .number()
  .int()
  .refine((bits) => (bits & ~TEXT_FORMATS) === 0, 'a format that briefs do not have')

function element<Type extends string, Child extends z.ZodType>(type: Type, child: Child) {
  return {
    type: z.literal(type),
    version,
    children: z.array(child),
    direction: z.enum(['ltr', 'rtl']).nullable(),
    format: z.enum(['', 'left', 'center', 'right']),
    indent: z.literal(0),
  }
}

const text = z.strictObject({
  type: z.literal('text'),
  version,
  detail: z.literal(0),
  format,
  mode: z.literal('normal'),
  style: z.literal(''),
  text: z.string().refine((value) => !value.includes('\n'), 'a line feed inside a text'),
})

const linebreak = z.strictObject({ type: z.literal('linebreak'), version })

const citationItems = z
  .array(
    z.strictObject({
      citekey: z.string().min(1),
      locator: z.string().min(1).nullable(),
      prefix: z.string(),
      suffix: z.string(),
      suppressAuthor: z.boolean(),
    }),
  )
  .min(1)

const citation = z.strictObject({ type: z.literal('citation'), version, items: citationItems })

/** What a citation knows, whatever else stands beside it. */
export const CitationFields = z.object({ items: citationItems })

const image = z
  .strictObject({
    type: z.literal('image'),
    version,
    blob: z.string().nullable(),
    address: z.string().nullable(),
    alt: z.string(),
    title: z.string().nullable(),
  })
  .refine(({ blob, address }) => (blob === null) !== (address === null), 'an image has a blob or an address')

const alteration = z.strictObject({
  kind: z.enum(ALTERATIONS),
  start: offset,
  end: offset,
  text: z.string(),
})

const ordered = (ranges: readonly { readonly start: number; readonly end: number }[]) =>
  ranges.every(({ start, end }, i) => start <= end && start >= (ranges[i - 1]?.end ?? 0))

const linkedQuote = {
  version,
  annotation: z.string().min(1),
  anchor: z.string().min(1),
  pin: z.number().int().positive().nullable(),
  alterations: z.array(alteration).refine(ordered, 'alterations out of order'),
  shown: z.string(),
  asWritten: z.string().optional(),
  translation: z.string().nullable(),
  emphasis: z
    .array(z.strictObject({ start: offset, end: offset, format }))
    .refine(ordered, 'emphasis out of order'),
}

/** What a linked quote knows, whatever else stands beside it. */
export const LinkedQuoteFields: z.ZodType<LinkedQuote> = z.object(linkedQuote)

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    text,
    linebreak,
    z.strictObject({
      ...element('link', inline),
      url: z.string(),
      title: z.string().nullable(),
      rel: z.string().nullable(),
      target: z.null(),
    }),
    image,
    z.strictObject({ type: z.literal('footnote-reference'), version, label: z.string().min(1) }),
    citation,
    z.strictObject(element('set-aside', inline)),
    z.strictObject({ type: z.literal('linked-quote'), ...linkedQuote }),
  ]),
)

const listItem: z.ZodType<ListItemNode> = z.lazy(() =>
  z.strictObject({
    ...element('listitem', z.union([inline, block])),
    value: z.number().int(),
    checked: z.boolean().optional(),
  }),
)

const paragraph = z.strictObject(element('paragraph', inline))

const tableCell = z.strictObject({
  ...element('tablecell', paragraph),
  headerState: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  colSpan: z.literal(1),
  rowSpan: z.literal(1),
})

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraph,
    z.strictObject({
      ...element('heading', inline),
      tag: z.enum(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']),
    }),
    z.strictObject({
      ...element('list', listItem),
      listType: z.enum(['number', 'bullet', 'check']),
      start: z.number().int().nonnegative(),
      tag: z.enum(['ul', 'ol']),
    }),
    z.strictObject({ ...element('quote', block), shadowRoot: z.literal(true) }),
    z.strictObject({ type: z.literal('linked-quote-block'), ...linkedQuote }),
    z.strictObject(element('table', z.strictObject(element('tablerow', tableCell)))),
    z.strictObject({
      ...element('code', z.union([text, linebreak])),
      language: z.string().nullable(),
      meta: z.string().nullable(),
    }),
    z.strictObject({ type: z.literal('horizontalrule'), version }),
  ]),
)

const footnote: z.ZodType<FootnoteNode> = z.strictObject({
  ...element('footnote', block),
  label: z.string().min(1),
})

/** Checks a whole tree; a node, field or format that briefs do not have is an error. */
export const Root: z.ZodType<RootNode> = z.strictObject(element('root', z.union([block, footnote])))
