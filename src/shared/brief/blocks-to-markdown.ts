import type { AlignType, BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast'
import type { InlineWriting } from './inlines-to-markdown.ts'
import { inlinesToMarkdown, nest } from './inlines-to-markdown.ts'
import { isBlock } from './node-kinds.ts'
import type {
  Block,
  CodeNode,
  Inline,
  LinkedQuoteBlockNode,
  ListItemNode,
  ListNode,
  TableCellNode,
  TableNode,
} from './nodes.ts'
import { CODE } from './nodes.ts'
import { quoteAttributesOf, quoteParagraphs } from './quote-label.ts'

/** Blocks of a brief as mdast; empty paragraphs have no Markdown and are left out. */
export function blocksToMarkdown(nodes: readonly Block[], footnotes: ReadonlySet<string>): BlockContent[] {
  return nodes.flatMap((node) => block(node, footnotes))
}

function block(node: Block, footnotes: ReadonlySet<string>): BlockContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesToMarkdown(node.children, { oneLine: false, inLabel: false, footnotes })
      return children.length === 0 ? [] : [{ type: 'paragraph', children }]
    }
    case 'heading':
      return [
        {
          type: 'heading',
          depth: DEPTHS[node.tag],
          children: inlinesToMarkdown(node.children, { oneLine: true, inLabel: false, footnotes }),
        },
      ]
    case 'list':
      return [list(node, footnotes)]
    case 'quote':
      return [{ type: 'blockquote', children: blocksToMarkdown(node.children, footnotes) }]
    case 'linked-quote-block':
      return [linkedBlock(node)]
    case 'table':
      return [table(node, { oneLine: true, inLabel: false, footnotes })]
    case 'code':
      return [{ type: 'code', lang: node.language, meta: node.meta, value: codeText(node) }]
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
  }
}

const DEPTHS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

const codeText = ({ children }: CodeNode): string =>
  children.map((child) => (child.type === 'text' ? child.text : '\n')).join('')

function linkedBlock(node: LinkedQuoteBlockNode): BlockContent {
  return {
    type: 'containerDirective',
    name: 'quote',
    attributes: quoteAttributesOf(node),
    children: quoteParagraphs(node).map((pieces) => ({
      type: 'paragraph',
      children: nest(
        pieces.flatMap(({ text, format }) =>
          text
            .split('\n')
            .flatMap((line, index) => [
              ...(index > 0 ? [{ format: 0, node: { type: 'break' } as const }] : []),
              ...(line === '' ? [] : [{ format: format & ~CODE, node: leaf(line, format) }]),
            ]),
        ),
      ),
    })),
  }
}

const leaf = (value: string, format: number): PhrasingContent =>
  (format & CODE) === 0 ? { type: 'text', value } : { type: 'inlineCode', value }

/** An item that holds nothing but a list goes under the item with text before it. */
function list(node: ListNode, footnotes: ReadonlySet<string>): BlockContent {
  const items: ListItem[] = []
  let open = false
  for (const item of node.children) {
    const [first] = item.children
    const last = items.at(-1)
    if (first?.type === 'list' && item.children.length === 1 && open && last !== undefined) {
      last.children.push(list(first, footnotes))
      open = false
      continue
    }
    items.push(listItem(item, footnotes))
    open = first !== undefined && !isBlock(first)
  }
  const ordered = node.listType === 'number'
  return { type: 'list', ordered, start: ordered ? node.start : null, spread: false, children: items }
}

function listItem({ children, checked }: ListItemNode, footnotes: ReadonlySet<string>): ListItem {
  const blocks = children.filter(isBlock)
  const inlines = children.filter((child): child is Inline => !isBlock(child))
  const text = inlinesToMarkdown(inlines, { oneLine: false, inLabel: false, footnotes })
  const first: BlockContent[] = text.length === 0 ? [] : [{ type: 'paragraph', children: text }]
  const inside = blocksToMarkdown(blocks, footnotes)
  return {
    type: 'listItem',
    checked: checked ?? null,
    spread: inside.length > 1,
    children: [...first, ...inside],
  }
}

/** GFM has no table without a row of headings: an empty one stands for none, as in Pandoc. */
function table(node: TableNode, writing: InlineWriting): BlockContent {
  const [first] = node.children
  const align = first?.children.map((cell): AlignType => cell.children[0]?.format || null) ?? []
  const rows = node.children.map((row): TableRow => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({ type: 'tableCell', children: cellText(cell, writing) })),
  }))
  const isHeaded = first?.children.every(({ headerState }) => (headerState & 1) === 0) !== true
  const none: TableRow = {
    type: 'tableRow',
    children: align.map(() => ({ type: 'tableCell', children: [] })),
  }
  return { type: 'table', align, children: isHeaded ? rows : [none, ...rows] }
}

/** The paragraphs of a cell, parted by two line breaks, which stay in the row as character references. */
function cellText({ children }: TableCellNode, writing: InlineWriting): PhrasingContent[] {
  const lineBreak = { type: 'linebreak', version: 1 } as const
  return inlinesToMarkdown(
    children.flatMap((paragraph, index): readonly Inline[] =>
      index === 0 ? paragraph.children : [lineBreak, lineBreak, ...paragraph.children],
    ),
    writing,
  )
}
