import type { Blockquote, Code, List, ListItem, RootContent, Table } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { blockDirectiveWords } from './directive-words.ts'
import type { InlineReading } from './inlines-from-markdown.ts'
import { inlinesFromMarkdown } from './inlines-from-markdown.ts'
import { quoteAttributes } from './quote-attributes.ts'
import { element, joined, makeLines, makeParagraph, makeText } from './make.ts'
import type {
  Alignment,
  Block,
  CodeNode,
  FootnoteNode,
  Inline,
  ListItemNode,
  ListNode,
  ParagraphNode,
  TableNode,
} from './nodes.ts'

/** What the blocks are read with; footnotes are gathered wherever they stand. */
export interface BlockReading extends InlineReading {
  readonly footnotes: FootnoteNode[]
  readonly used: ReadonlySet<string>
}

export const blocksFromMarkdown = (nodes: readonly RootContent[], reading: BlockReading): readonly Block[] =>
  nodes.flatMap((node) => block(node, reading))

function block(node: RootContent, reading: BlockReading): readonly Block[] {
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesFromMarkdown(node.children, reading)
      return children.length === 0 ? [] : [makeParagraph(children)]
    }
    case 'heading':
      return [
        {
          ...element,
          type: 'heading',
          tag: `h${node.depth}`,
          children: inlinesFromMarkdown(node.children, reading),
        },
      ]
    case 'blockquote':
      return [quotation(node, reading)]
    case 'list':
      return [list(node, reading)]
    case 'table':
      return [table(node, reading)]
    case 'code':
      return [code(node)]
    case 'thematicBreak':
      return [{ type: 'horizontalrule', version: 1 }]
    case 'containerDirective':
      return linkedBlock(node, reading)
    case 'footnoteDefinition':
      reading.footnotes.push({
        ...element,
        type: 'footnote',
        label: node.identifier,
        children: blocksFromMarkdown(node.children, reading),
      })
      return []
    case 'definition':
      return reading.used.has(node.identifier) ? [] : [literal(node, reading)]
    default:
      return []
  }
}

/** A definition that nothing refers to would vanish: its line stays as text. */
function literal(node: RootContent, { source }: BlockReading): ParagraphNode {
  const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } }
  return makeParagraph(makeLines(source.slice(start.offset, end.offset)))
}

function quotation(node: Blockquote, reading: BlockReading): Block {
  return { ...element, type: 'quote', shadowRoot: true, children: blocksFromMarkdown(node.children, reading) }
}

function linkedBlock(node: ContainerDirective, reading: BlockReading): readonly Block[] {
  const { words, emphasis, others, by } = blockDirectiveWords(node, reading)
  const quote = reading.passages.link({ ...quoteAttributes(node.attributes), words, emphasis })
  const tail: Inline[] = by === null ? [] : [makeText(`— ${by}`)]
  for (const other of inlinesFromMarkdown(others, reading)) {
    if (tail.length > 0) tail.push(makeText(' '))
    tail.push(other)
  }
  const after = tail.length === 0 ? [] : [makeParagraph(joined(tail))]
  const hoisted = definitionsIn(node.children).flatMap((definition) => block(definition, reading))
  return [{ type: 'linked-quote-block', ...quote }, ...after, ...hoisted]
}

/** Definitions are no words, wherever they stand. */
const definitionsIn = (nodes: readonly RootContent[]): readonly RootContent[] =>
  nodes.flatMap((node) => {
    if (node.type === 'footnoteDefinition' || node.type === 'definition') return [node]
    return 'children' in node ? definitionsIn(node.children) : []
  })

function list(node: List, reading: BlockReading): ListNode {
  const ordered = node.ordered === true
  const checks = node.children.some((item) => typeof item.checked === 'boolean')
  const start = ordered ? (node.start ?? 1) : 1
  let value = start
  const children = node.children.flatMap((item) => {
    const items = listItem(item, value, reading)
    value += 1
    return items
  })
  return {
    ...element,
    type: 'list',
    listType: ordered ? 'number' : checks ? 'check' : 'bullet',
    start,
    tag: ordered ? 'ol' : 'ul',
    children,
  }
}

/** An item's text, then, as Lexical nests lists, an item that holds nothing but its inner list. */
function listItem(node: ListItem, value: number, reading: BlockReading): readonly ListItemNode[] {
  const blocks = blocksFromMarkdown(node.children, reading)
  const checked = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  const item = (children: readonly (Inline | Block)[]): ListItemNode => ({
    ...element,
    type: 'listitem',
    value,
    ...checked,
    children,
  })
  const [first, second] = blocks
  // An item that holds nothing but a list would pass for one that belongs to the item before it.
  if (first?.type === 'list' && second === undefined) return [item([makeParagraph([]), first])]
  if (first?.type !== 'paragraph' || blocks.length > 2) return [item(blocks)]
  if (second === undefined) return [item(first.children)]
  if (second.type !== 'list') return [item(blocks)]
  return [item(first.children), { ...element, type: 'listitem', value: value + 1, children: [second] }]
}

function table(node: Table, reading: BlockReading): TableNode {
  const columns = Math.max(...node.children.map(({ children }) => children.length))
  const [headings, ...body] = node.children
  // As in Pandoc, empty headings over other rows stand for none.
  const isHeaded =
    body.length === 0 || headings?.children.some(({ children }) => children.length > 0) === true
  return {
    ...element,
    type: 'table',
    children: (isHeaded ? node.children : body).map((row, rowIndex) => ({
      ...element,
      type: 'tablerow',
      children: Array.from({ length: columns }, (_, column) => ({
        ...element,
        type: 'tablecell',
        headerState: isHeaded && rowIndex === 0 ? 1 : 0,
        colSpan: 1,
        rowSpan: 1,
        children: cellParagraphs(
          inlinesFromMarkdown(row.children[column]?.children ?? [], reading),
          node.align?.[column] ?? '',
        ),
      })),
    })),
  }
}

/** Two line breaks in a row part the paragraphs of a cell. */
function cellParagraphs(inlines: readonly Inline[], format: Alignment): readonly ParagraphNode[] {
  const paragraphs: Inline[][] = [[]]
  for (const [index, node] of inlines.entries()) {
    const current = paragraphs.at(-1)
    if (
      node.type === 'linebreak' &&
      inlines[index - 1]?.type === 'linebreak' &&
      current?.at(-1)?.type === 'linebreak'
    ) {
      current.pop()
      paragraphs.push([])
    } else current?.push(node)
  }
  return paragraphs.map((children) => ({ ...makeParagraph(children), format }))
}

function code({ value, lang, meta }: Code): CodeNode {
  return { ...element, type: 'code', language: lang ?? null, meta: meta ?? null, children: makeLines(value) }
}
