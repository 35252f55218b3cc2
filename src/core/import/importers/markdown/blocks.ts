import type { List as MarkdownList, RootContent, Table as MarkdownTable } from 'mdast'
import type { Block, ListItem, TableRow } from '../../../../shared/document/blocks.ts'
import { blocksOf as pageBlocksOf } from '../html/blocks.ts'
import { FootnoteFinder } from '../html/footnotes.ts'
import { clean, hasWords } from '../html/inlines.ts'
import { firstNamed, parsePage } from '../html/page.ts'
import type { MarkdownContext } from './context.ts'
import type { Placed } from './context.ts'
import { placeOf } from './context.ts'
import { phrasingOf } from './inlines.ts'
import { append } from '../../append.ts'

/** Below this many nested containers, what is inside is taken as paragraphs. */
const DEEPEST = 60

/** The blocks of Markdown's flow content; definitions and front matter give none. */
export function flowOf(nodes: readonly RootContent[], context: MarkdownContext, depth = 0): Block[] {
  return nodes.flatMap((node) => (depth > DEEPEST ? leavesOf(node, context) : blockOf(node, context, depth)))
}

function blockOf(node: RootContent, context: MarkdownContext, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasingOf(node.children, context)
      return hasWords(children) ? [noted({ type: 'paragraph', children }, node, context)] : []
    }
    case 'heading': {
      const children = phrasingOf(node.children, context)
      return hasWords(children)
        ? [noted({ type: 'heading', level: node.depth, children }, node, context)]
        : []
    }
    case 'code': {
      const children = [{ type: 'text' as const, value: clean(node.value) }]
      return hasWords(children)
        ? [noted({ type: 'code', language: node.lang ?? null, children }, node, context)]
        : []
    }
    case 'thematicBreak':
      return [{ type: 'thematic-break' }]
    case 'blockquote': {
      const children = flowOf(node.children, context, depth + 1)
      return children.length === 0 ? [] : [{ type: 'quotation', children }]
    }
    case 'list':
      return listOf(node, context, depth)
    case 'table':
      return tableOf(node, context)
    case 'footnoteDefinition':
      return [
        {
          type: 'footnote',
          id: clean(node.identifier),
          label: clean(node.label ?? node.identifier),
          children: flowOf(node.children, context, depth + 1),
        },
      ]
    case 'html':
      return htmlOf(node.value, context)
    default:
      return []
  }
}

function noted<Made extends Block>(block: Made, node: Placed, { notes }: MarkdownContext): Made {
  const place = placeOf(node)
  if (place !== null) notes.set(block, { kind: 'characters', ...place, exact: false })
  return block
}

function listOf(node: MarkdownList, context: MarkdownContext, depth: number): Block[] {
  const children = node.children.map((item): ListItem => ({
    type: 'list-item',
    checked: item.checked ?? null,
    children: flowOf(item.children, context, depth + 1),
  }))
  return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children }]
}

function tableOf(node: MarkdownTable, context: MarkdownContext): Block[] {
  const children = node.children.map((row, index): TableRow => {
    const line: TableRow = {
      type: 'table-row',
      children: row.children.map((cell) => ({
        type: 'table-cell',
        header: index === 0,
        columns: 1,
        rows: 1,
        children: phrasingOf(cell.children, context),
      })),
    }
    const place = placeOf(row)
    if (place !== null) context.notes.set(line, { kind: 'characters', ...place, exact: false })
    return line
  })
  return children.length === 0 ? [] : [{ type: 'table', children }]
}

/** A block of raw HTML, read as a page's part is: only known elements become nodes. */
function htmlOf(value: string, { base, images }: MarkdownContext): Block[] {
  const page = parsePage(value)
  const body = firstNamed(page, 'body') ?? page.root
  return pageBlocksOf(body, { base, images, footnotes: new FootnoteFinder(page, body), notes: new WeakMap() })
}

/** The paragraphs and lines inside what is nested too deeply to keep its shape. Iterative. */
function leavesOf(root: RootContent, context: MarkdownContext): Block[] {
  const blocks: Block[] = []
  const waiting: RootContent[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (['paragraph', 'heading', 'code', 'table', 'html'].includes(node.type))
      append(blocks, blockOf(node, context, 0))
    else if ('children' in node) append(waiting, (node.children as RootContent[]).toReversed())
  }
  return blocks
}
