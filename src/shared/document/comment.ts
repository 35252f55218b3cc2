import type { ListItem as MarkdownItem, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Block, ListItem } from './blocks.ts'
import type { Inline, MarkType } from './inlines.ts'
import { safeLink } from './link.ts'

/** Below this many nested containers or marks, words stand without them. */
const DEEPEST = 20

/** Longer comments are shown as they were typed. */
const LONGEST = 100_000

/**
 * A comment's Markdown as blocks of a document, which hold nothing that could run. Tags of HTML are the letters that were
 * typed, pictures are their descriptions, and tables and notes stand as they were typed.
 */
export function commentBlocks(markdown: string): readonly Block[] {
  if (markdown.length > LONGEST) return [typed(markdown)]
  try {
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return tree.children.flatMap((node) => blockOf(node, markdown, 0))
  } catch (error) {
    // Markup nested by the thousand overflows the parser: its words are shown all the same.
    if (error instanceof RangeError) return [typed(markdown)]
    throw error
  }
}

const typed = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })

const text = (value: string): Inline => ({ type: 'text', value })

function blockOf(node: RootContent, source: string, depth: number): Block[] {
  const inside = (children: readonly RootContent[]): Block[] =>
    depth > DEEPEST
      ? [typed(sourceOf(node, source))]
      : children.flatMap((each) => blockOf(each, source, depth + 1))
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: phrasing(node.children, source) }]
    case 'heading':
      return [{ type: 'heading', level: node.depth, children: phrasing(node.children, source) }]
    case 'code':
      return [{ type: 'code', language: node.lang ?? null, children: [text(node.value)] }]
    case 'thematicBreak':
      return [{ type: 'thematic-break' }]
    case 'blockquote':
      return [{ type: 'quotation', children: inside(node.children) }]
    case 'list': {
      const item = ({ checked, children }: MarkdownItem): ListItem => ({
        type: 'list-item',
        checked: checked ?? null,
        children: inside(children),
      })
      const start = node.start ?? 1
      return [{ type: 'list', ordered: node.ordered === true, start, children: node.children.map(item) }]
    }
    case 'definition':
      return []
    default:
      return [typed(sourceOf(node, source))]
  }
}

const MARKS: Readonly<Partial<Record<PhrasingContent['type'], MarkType>>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'strike',
}

const phrasing = (nodes: readonly PhrasingContent[], source: string, depth = 0): Inline[] =>
  nodes.flatMap((node) => phraseOf(node, source, depth))

function phraseOf(node: PhrasingContent, source: string, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value)]
    case 'inlineCode':
      return [{ type: 'inline-code', children: [text(node.value)] }]
    case 'break':
      return [{ type: 'line-break' }]
    case 'image':
      return [text(node.alt ?? '')]
    case 'link': {
      const children = phrasing(node.children, source, depth + 1)
      const href = safeLink(node.url, null)
      return href === null ? children : [{ type: 'link', href, children }]
    }
    default: {
      if (!('children' in node) || depth > DEEPEST) return [text(sourceOf(node, source))]
      const mark = MARKS[node.type]
      const children = phrasing(node.children, source, depth + 1)
      return mark === undefined ? children : [{ type: mark, children }]
    }
  }
}

/** What was typed for a node. */
const sourceOf = ({ position }: RootContent, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? source.length)
