import type { BlockContent, FootnoteDefinition, PhrasingContent, Root, Table } from 'mdast'
import { sourceTag } from '../../shared/quotations/source-tag.ts'
import { nestFormats } from './formats.ts'
import type { CitedWords, DressedWords, PrintedBrief } from './printed-brief.ts'
import { noteLabel } from './printed-brief.ts'
import { holdsMarks } from './printed-runs.ts'

/** The brief as plain mdast: quoted words are texts, notes are footnote definitions at the end. */
export function markdownTree(brief: PrintedBrief): Root {
  const notes = brief.notes.map(({ blocks }, index): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: noteLabel(index + 1),
    label: noteLabel(index + 1),
    children: blocks.map(plainBlock),
  }))
  return { type: 'root', children: [...titleOf(brief), ...brief.blocks.map(plainBlock), ...notes] }
}

/** The title as first heading, unless the brief begins with the same heading itself. */
function titleOf({ title, blocks }: PrintedBrief): BlockContent[] {
  if (title === '' || beginsWithTitle(title, blocks)) return []
  return [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }]
}

export function beginsWithTitle(title: string, blocks: readonly BlockContent[]): boolean {
  const [first] = blocks
  if (first?.type !== 'heading' || first.depth !== 1 || first.children.length !== 1) return false
  const [text] = first.children
  return text?.type === 'text' && text.value === title
}

function plainBlock(block: BlockContent): BlockContent {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: plainSpans(block.children) }
    case 'blockquote':
      return { ...block, children: block.children.map((child) => plainAny(child)) }
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({
          ...item,
          children: item.children.map((child) => plainAny(child)),
        })),
      }
    case 'table':
      return plainTable(block)
    default:
      return block
  }
}

/** Our blocks hold blocks only; mdast's types allow definitions there too. */
function plainAny<Node extends { type: string }>(node: Node | BlockContent): Node | BlockContent {
  return isBlock(node) ? plainBlock(node) : node
}

const isBlock = (node: { type: string }): node is BlockContent =>
  ['paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'thematicBreak'].includes(node.type)

const plainTable = (table: Table): Table => withEmptyHeader(table, (cell) => plainSpans(cell).map(inCell))

/** No Markdown has a table without a header: an empty row stands in its place. */
export function withEmptyHeader(
  table: Table,
  cellOf: (children: readonly PhrasingContent[]) => PhrasingContent[],
): Table {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: cellOf(cell.children) })),
  }))
  const [first] = rows
  const empty = first?.children.map(() => ({ type: 'tableCell' as const, children: [] })) ?? []
  const header = table.data?.headless === true ? [{ type: 'tableRow' as const, children: empty }] : []
  return { type: 'table', align: table.align ?? [], children: [...header, ...rows] }
}

/** A row is one line; and code cannot hold a backslash before a bar there, text can. */
export function inCell(span: PhrasingContent): PhrasingContent {
  if (span.type === 'break') return { type: 'text', value: ' ' }
  if (span.type === 'inlineCode' && span.value.includes('\\|')) return { type: 'text', value: span.value }
  return 'children' in span ? { ...span, children: span.children.map(inCell) } : span
}

function plainSpans(spans: readonly PhrasingContent[]): PhrasingContent[] {
  return nestFormats(spans.flatMap(plainSpan).map((node) => ({ format: 0, node })))
}

function plainSpan(span: PhrasingContent): PhrasingContent[] {
  switch (span.type) {
    case 'quotedWords':
      return span.children.flatMap(plainSpan)
    case 'citedWords':
      return taggedSpans(span)
    case 'dressedWords':
      return dressedSpans(span)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return [{ ...span, children: plainSpans(span.children) }]
    case 'image':
      return span.url === '' ? [{ type: 'text', value: span.alt ?? '' }] : [span]
    case 'text':
      return [{ type: 'text', value: span.value.replaceAll(/\r\n?/g, '\n') }]
    default:
      return [span]
  }
}

/**
 * Words that the citation style made hold a source's title, as a rule between
 * quotation marks. A comment that no reader shows says so to `check`, with the
 * citekeys; where nothing could be taken for a quotation there is none.
 */
const taggedSpans = (span: CitedWords): PhrasingContent[] => [
  ...span.children.flatMap(plainSpan),
  ...tagBehind(span),
]

export function tagBehind({ citekeys, children }: CitedWords): PhrasingContent[] {
  const tag = holdsMarks(children) ? sourceTag(citekeys) : ''
  return tag === '' ? [] : [{ type: 'html', value: tag }]
}

/** GitHub's Markdown shows these two tags; small capitals and underlining it has no mark for. */
function dressedSpans({ dress, children }: DressedWords): PhrasingContent[] {
  const words = children.flatMap(plainSpan)
  if (dress !== 'superscript' && dress !== 'subscript') return words
  const tag = dress === 'superscript' ? 'sup' : 'sub'
  return [{ type: 'html', value: `<${tag}>` }, ...words, { type: 'html', value: `</${tag}>` }]
}
