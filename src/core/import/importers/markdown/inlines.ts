import type { Nodes, PhrasingContent } from 'mdast'
import type { Inline, MarkType } from '../../../../shared/document/inlines.ts'
import { safeLink } from '../../../../shared/document/link.ts'
import { clean } from '../html/inlines.ts'
import type { MarkdownContext } from './context.ts'
import { placeOf } from './context.ts'

/** Marks nested deeper than this are left off their words. */
const DEEPEST = 60
const MARKS: Partial<Record<Nodes['type'], MarkType>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'strike',
}

/** Inline nodes of Markdown's phrasing content. Tags of raw HTML are left out, the words between them stay. */
export function phrasingOf(nodes: readonly PhrasingContent[], context: MarkdownContext, depth = 0): Inline[] {
  return nodes.flatMap((node) => phraseOf(node, context, depth))
}

function phraseOf(node: PhrasingContent, context: MarkdownContext, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
      return textOf(node, context)
    case 'inlineCode':
      return [{ type: 'inline-code', children: [{ type: 'text', value: clean(node.value) }] }]
    case 'break':
      return [{ type: 'line-break' }]
    case 'html':
      return /^<br\b/i.test(node.value) ? [{ type: 'line-break' }] : []
    case 'image':
      return imageOf(node.alt, node.url, context)
    case 'imageReference':
      return imageOf(node.alt, context.definitions.get(node.identifier) ?? '', context)
    case 'link':
      return linked(node.children, node.url, context, depth)
    case 'linkReference':
      return linked(node.children, context.definitions.get(node.identifier) ?? '', context, depth)
    case 'footnoteReference':
      return [
        {
          type: 'footnote-reference',
          target: clean(node.identifier),
          label: clean(node.label ?? node.identifier),
        },
      ]
    default:
      return marked(node, context, depth)
  }
}

function marked(node: PhrasingContent, context: MarkdownContext, depth: number): Inline[] {
  if (!('children' in node)) return []
  const children = phrasingOf(node.children, context, depth + 1)
  const mark = MARKS[node.type]
  return mark === undefined || children.length === 0 || depth > DEEPEST
    ? children
    : [{ type: mark, children }]
}

/** A text node; where it is a copy of the original (no escapes, no entities) its place is exact. */
function textOf(node: Extract<PhrasingContent, { type: 'text' }>, context: MarkdownContext): Inline[] {
  const value = clean(node.value)
  if (value === '') return []
  const text: Inline = { type: 'text', value }
  const place = placeOf(node)
  if (place !== null && context.source.slice(place.start, place.end) === value) {
    context.notes.set(text, { kind: 'characters', ...place, exact: true })
  }
  return [text]
}

function linked(
  nodes: readonly PhrasingContent[],
  url: string,
  context: MarkdownContext,
  depth: number,
): Inline[] {
  const children = phrasingOf(nodes, context, depth + 1)
  const href = url.startsWith('#') ? null : safeLink(url, context.base)
  return href === null || children.length === 0 ? children : [{ type: 'link', href, children }]
}

function imageOf(alternative: string | null | undefined, url: string, context: MarkdownContext): Inline[] {
  const alt = clean(alternative ?? '')
  const blob = context.images.add(url)
  return blob === null && alt === '' ? [] : [{ type: 'image', blob, alt }]
}
