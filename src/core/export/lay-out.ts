import type { AlignType, BlockContent, PhrasingContent } from 'mdast'
import type {
  Block,
  CitationNode,
  FootnoteNode,
  Inline,
  LinkedQuoteBlockNode,
  LinkedQuoteNode,
  ListItemNode,
  ListNode,
  TableCellNode,
  TableNode,
} from '../../shared/brief/nodes.ts'
import type { MarkPair } from '../../shared/brief/quotation-marks.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { bibliographyOf, linksTo } from './bibliography-blocks.ts'
import type { CitedBrief } from './cited-brief.ts'
import { withoutStop } from './closing-stop.ts'
import type { Evidence, QuoteEvidence } from './evidence.ts'
import type { Piece } from './formats.ts'
import { nestFormats } from './formats.ts'
import { NoteNumbers } from './notes.ts'
import type { PrintedBrief, PrintedNote } from './printed-brief.ts'
import { isRaised, placeWords } from './printed-runs.ts'
import { quoteBlock, quoteSpan } from './quoted.ts'
import { quoteNote, speakerNote } from './source-note.ts'

interface Layout {
  readonly evidence: Evidence
  readonly cited: CitedBrief
  /** What is laid out is a note's body. */
  readonly inNote: boolean
  readonly marks: MarkPair
  readonly notes: NoteNumbers
  readonly footnotes: ReadonlyMap<string, FootnoteNode>
  /** Each place that cites leads to its sources’ notes. */
  readonly links: boolean
}

/**
 * Resolves a brief into words and notes: each linked quote becomes the words of its
 * evidence with its citation, in a note or right there as the style has it, and the
 * bibliography stands at the end. `updatedAt` is ISO 8601.
 */
export function layOut(
  state: BriefState,
  evidence: Evidence,
  cited: CitedBrief,
  marks: MarkPair,
  updatedAt: string,
  links = false,
): PrintedBrief {
  const footnotes = new Map<string, FootnoteNode>()
  const body: Block[] = []
  for (const node of state.root.children) {
    if (node.type === 'footnote') footnotes.set(node.label, node)
    else body.push(node)
  }
  const layout = { evidence, cited, inNote: false, marks, notes: new NoteNumbers(), footnotes, links }
  const blocks = [...blocksOf(body, layout), ...bibliographyOf(cited.bibliography, state.language, links)]
  return {
    title: state.title,
    language: state.language,
    date: updatedAt.slice(0, 10),
    blocks,
    notes: allNotes(layout),
  }
}

/** A footnote that nothing refers to comes last: it is the author's text all the same. */
function allNotes(layout: Layout): readonly PrintedNote[] {
  layout.notes.layOut()
  for (const label of layout.footnotes.keys()) if (!layout.notes.has(label)) footnoteReference(label, layout)
  return layout.notes.layOut()
}

const blocksOf = (blocks: readonly Block[], layout: Layout): BlockContent[] =>
  blocks.map((block) => blockOf(block, layout))

function blockOf(block: Block, layout: Layout): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: spansOf(block.children, layout) }
    case 'heading':
      return {
        type: 'heading',
        depth: HEADING_DEPTHS[block.tag],
        children: spansOf(block.children, layout),
      }
    case 'list':
      return listOf(block, layout)
    case 'quote':
      return { type: 'blockquote', children: blocksOf(block.children, layout) }
    case 'linked-quote-block': {
      const quoted = layout.evidence.quote(block)
      return quoteBlock(quoted, block, afterQuote(block, quoted, layout))
    }
    case 'table':
      return tableOf(block, layout)
    case 'code':
      return {
        type: 'code',
        lang: block.language,
        meta: block.meta,
        value: block.children.map((child) => (child.type === 'text' ? child.text : '\n')).join(''),
      }
    case 'horizontalrule':
      return { type: 'thematicBreak' }
    default:
      return assertNever(block)
  }
}

const HEADING_DEPTHS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

function listOf(list: ListNode, layout: Layout): BlockContent {
  const items: { checked: boolean | null; children: BlockContent[] }[] = []
  for (const item of list.children) {
    const nested = onlyList(item)
    const before = items.at(-1)
    if (nested !== null && before !== undefined) {
      before.children.push(listOf(nested, layout))
      continue
    }
    const checked = list.listType === 'check' ? (item.checked ?? null) : null
    items.push({ checked, children: itemBlocks(item, layout) })
  }
  const ordered = list.listType === 'number'
  return {
    type: 'list',
    ordered,
    start: ordered ? list.start : null,
    spread: items.some(isSpread),
    children: items.map((item) => ({ type: 'listItem', spread: isSpread(item), ...item })),
  }
}

/** Lexical puts a nested list into an item of its own, after the one it belongs to. */
function onlyList(item: ListItemNode): ListNode | null {
  const [child] = item.children
  return item.children.length === 1 && child?.type === 'list' ? child : null
}

const isSpread = ({ children }: { readonly children: readonly BlockContent[] }): boolean =>
  children.filter((child) => child.type !== 'list').length > 1

function itemBlocks(item: ListItemNode, layout: Layout): BlockContent[] {
  const blocks: BlockContent[] = []
  let line: Inline[] = []
  const endLine = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', children: spansOf(line, layout) })
    line = []
  }
  for (const child of item.children) {
    if (isInline(child)) {
      line.push(child)
      continue
    }
    endLine()
    blocks.push(blockOf(child, layout))
  }
  endLine()
  return blocks
}

function isInline(node: Inline | Block): node is Inline {
  switch (node.type) {
    case 'text':
    case 'linebreak':
    case 'link':
    case 'image':
    case 'footnote-reference':
    case 'citation':
    case 'set-aside':
    case 'linked-quote':
      return true
    default:
      return false
  }
}

function tableOf(table: TableNode, layout: Layout): BlockContent {
  const [first] = table.children
  const headless = !first?.children.some(({ headerState }) => (headerState & 1) === 1)
  return {
    type: 'table',
    align: (first?.children ?? []).map(alignOf),
    data: { headless },
    children: table.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({
        type: 'tableCell',
        ...((cell.headerState & 2) === 0 ? {} : { data: { header: true } }),
        children: cell.children.flatMap((paragraph, index): PhrasingContent[] => [
          ...(index === 0 ? [] : [{ type: 'break' } as const]),
          ...spansOf(paragraph.children, layout),
        ]),
      })),
    })),
  }
}

/** The paragraph inside holds it, as the editor and Verbatim Markdown set it. */
const alignOf = ({ children: [paragraph] }: TableCellNode): AlignType => paragraph?.format || null

const spansOf = (nodes: readonly Inline[], layout: Layout): PhrasingContent[] =>
  nestFormats(
    nodes.flatMap((node, at) => piecesOf(besideNote(node, nodes[at + 1], layout), nodes[at + 1], layout)),
  )

/** A citation is typed after a space; the note, or the raised number, that it becomes stands right after the word. */
function besideNote(node: Inline, next: Inline | undefined, { cited, inNote }: Layout): Inline {
  if (node.type !== 'text' || next?.type !== 'citation') return node
  const standsRightAfter = cited.isNote ? !inNote : isRaised(cited.of(next)?.runs ?? [])
  return standsRightAfter ? { ...node, text: node.text.trimEnd() } : node
}

function piecesOf(node: Inline, next: Inline | undefined, layout: Layout): readonly Piece[] {
  switch (node.type) {
    case 'text':
      return [{ format: node.format, node: { type: 'text', value: node.text } }]
    case 'set-aside':
      return node.children.flatMap((child, at) => piecesOf(child, node.children[at + 1] ?? next, layout))
    case 'linebreak':
      return plain({ type: 'break' })
    case 'link':
      return plain({
        type: 'link',
        url: node.url,
        title: node.title,
        children: spansOf(node.children, layout),
      })
    case 'image':
      return plain({
        type: 'image',
        url: node.address ?? '',
        alt: node.alt,
        title: node.title,
        ...(node.blob === null ? {} : { data: { blob: node.blob } }),
      })
    case 'footnote-reference':
      return plain(footnoteReference(node.label, layout))
    case 'citation':
      return plain(...citationSpan(node, next, layout))
    case 'linked-quote': {
      const quoted = layout.evidence.quote(node)
      return plain(...quoteSpan(quoted, node, layout.marks, afterQuote(node, quoted, layout)))
    }
    default:
      return assertNever(node)
  }
}

/** A citation as the style has it: a note, the words themselves inside a note, or words in the text. */
function citationSpan(node: CitationNode, next: Inline | undefined, layout: Layout): PhrasingContent[] {
  const { cited, inNote } = layout
  const place = cited.of(node)
  const shown = place !== null && cited.isNote && inNote ? withoutStop(place, next) : place
  const words = [...placeWords(shown), ...linksTo(place?.citekeys ?? [], null, layout.links)]
  return cited.isNote && !inNote ? [noteOf(words, layout)] : words
}

/** Where a quote's words are from, and who said them. */
function afterQuote(
  node: LinkedQuoteNode | LinkedQuoteBlockNode,
  quoted: QuoteEvidence,
  layout: Layout,
): readonly PhrasingContent[] {
  const cited = layout.cited.of(node)
  const source = quoted.source === null ? [] : [quoted.source.citekey]
  const links = linksTo(source, node.annotation, layout.links)
  if (layout.cited.isNote) return [noteOf([...quoteNote(quoted, cited), ...links], layout)]
  const words = placeWords(cited)
  const space =
    words.length === 0 || isRaised(cited?.runs ?? []) ? [] : [{ type: 'text', value: ' ' } as const]
  const said = speakerNote(quoted)
  return [...(said.length === 0 ? [] : [noteOf(said, layout)]), ...space, ...words, ...links]
}

const plain = (...nodes: readonly PhrasingContent[]): readonly Piece[] =>
  nodes.map((node) => ({ format: 0, node }))

const noteOf = (children: PhrasingContent[], { notes }: Layout): PhrasingContent =>
  notes.add(() => [{ type: 'paragraph', children }])

/** A label without a body is no note: it stays as it was typed. */
function footnoteReference(label: string, layout: Layout): PhrasingContent {
  const footnote = layout.footnotes.get(label)
  if (footnote === undefined) return { type: 'text', value: `[^${label}]` }
  return layout.notes.addLabelled(label, () => blocksOf(footnote.children, { ...layout, inNote: true }))
}

function assertNever(value: never): never {
  throw new Error(`A brief has no such node: ${JSON.stringify(value)}`)
}
