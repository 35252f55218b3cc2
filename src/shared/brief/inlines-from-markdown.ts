import type { PhrasingContent, RootContent } from 'mdast'
import { CLOSERS } from '../quotations/glyphs.ts'
import type { Reading } from './directive-words.ts'
import { inlineWords } from './directive-words.ts'
import { isBalanced, labelAddress } from './label-address.ts'
import { LINE_BREAK, element, joined, makeText } from './make.ts'
import type { ImageNode, Inline, LinkNode } from './nodes.ts'
import { BOLD, CODE, ITALIC, STRIKE } from './nodes.ts'
import type { Passages } from './passages.ts'
import { quoteAttributes } from './quote-attributes.ts'
import { textPieces } from './text-pieces.ts'

/** Where a link or image reference leads. */
export interface Definition {
  readonly url: string
  readonly title: string | null
}

export interface InlineReading extends Reading {
  readonly passages: Passages
  readonly definitions: ReadonlyMap<string, Definition>
}

/** Inline Markdown as nodes of a brief; marks that stand right around a linked quote are its own and go. */
export function inlinesFromMarkdown(
  nodes: readonly (PhrasingContent | RootContent)[],
  reading: InlineReading,
  format = 0,
): readonly Inline[] {
  const inlines = nodes.flatMap((node) => inline(node, reading, format))
  return format === 0 ? withoutOuterMarks(joined(inlines)) : inlines
}

function inline(
  node: PhrasingContent | RootContent,
  reading: InlineReading,
  format: number,
): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return textPieces(node, reading).map((piece) =>
        piece.kind === 'break' ? LINE_BREAK : makeText(piece.kind === 'soft' ? ' ' : piece.text, format),
      )
    case 'break':
      return [LINE_BREAK]
    case 'inlineCode':
      return [makeText(node.value.replaceAll(/\r\n|[\n\r]/gu, ' '), format | CODE)]
    case 'emphasis':
      return inlinesFromMarkdown(node.children, reading, format | ITALIC)
    case 'strong':
      return inlinesFromMarkdown(node.children, reading, format | BOLD)
    case 'delete':
      return inlinesFromMarkdown(node.children, reading, format | STRIKE)
    case 'link':
      return [link(node, node.children, reading, format)]
    case 'linkReference':
      return [link(reading.definitions.get(node.identifier), node.children, reading, format)]
    case 'image':
      return [image(node, node.alt ?? '')]
    case 'imageReference':
      return [image(reading.definitions.get(node.identifier), node.alt ?? '')]
    case 'citation':
      return [{ type: 'citation', version: 1, items: node.items }]
    case 'footnoteReference':
      return [{ type: 'footnote-reference', version: 1, label: node.identifier }]
    case 'textDirective':
      return directive(node, reading, format)
    default:
      return []
  }
}

function link(
  to: { readonly url: string; readonly title?: string | null | undefined } | undefined,
  children: readonly PhrasingContent[],
  reading: InlineReading,
  format: number,
): LinkNode {
  return {
    ...element,
    type: 'link',
    url: to?.url ?? '',
    title: to?.title ?? null,
    rel: null,
    target: null,
    children: joined(inlinesFromMarkdown(children, reading, format)),
  }
}

const BLOB = /^blob:(.+)$/u

function image(
  to: { readonly url: string; readonly title?: string | null | undefined } | undefined,
  alt: string,
): ImageNode {
  const url = to?.url ?? ''
  const blob = BLOB.exec(url)?.[1] ?? null
  const address = blob === null ? url : null
  return { type: 'image', version: 1, blob, address, alt, title: to?.title ?? null }
}

/** What stands in a directive's label keeps its brackets in pairs; code that does not is plain text. */
function inLabel(node: Inline): Inline {
  if (node.type === 'link')
    return { ...node, url: labelAddress(node.url), children: node.children.map(inLabel) }
  return node.type === 'text' && !isBalanced(node.text) ? makeText(node.text, node.format & ~CODE) : node
}

function directive(
  node: Extract<PhrasingContent, { type: 'textDirective' }>,
  reading: InlineReading,
  format: number,
): readonly Inline[] {
  if (node.name !== 'quote') {
    const children = joined(inlinesFromMarkdown(node.children, reading, format))
    return [{ ...element, type: 'set-aside', children: joined(children.map(inLabel)) }]
  }
  const { words, emphasis, others } = inlineWords(node.children, reading)
  const { attributes } = node
  const quote = reading.passages.link({
    ...quoteAttributes(attributes),
    words,
    emphasis: format === 0 ? emphasis : emphasise(emphasis, words.length, format),
  })
  const after = others.flatMap((other) => inline(other, reading, format))
  return [{ type: 'linked-quote', ...quote }, ...after]
}

type Range = { readonly start: number; readonly end: number; readonly format: number }

/** Lays a format on all of the words, on top of what parts of them have. */
function emphasise(ranges: readonly Range[], length: number, format: number): readonly Range[] {
  const result: Range[] = []
  let at = 0
  for (const range of [...ranges, { start: length, end: length, format: 0 }]) {
    if (range.start > at) result.push({ start: at, end: range.start, format })
    if (range.end > range.start) result.push({ ...range, format: range.format | format })
    at = range.end
  }
  return result
}

/** `“:quote[…]{…}”`: the quote renders marks of its own, so the pair around it would double them. */
function withoutOuterMarks(nodes: readonly Inline[]): readonly Inline[] {
  const result = [...nodes]
  for (const [index, node] of nodes.entries()) {
    const before = result[index - 1]
    const after = result[index + 1]
    if (node.type !== 'linked-quote' || before?.type !== 'text' || after?.type !== 'text') continue
    const open = /(``|[“"«»„”‘'‚‹›「『])[\u00A0\u202F]?$/u.exec(before.text)
    const close = /^([.,;:!?…]?)[\u00A0\u202F]?(''|[“”"»«’‘'›‹」』])/u.exec(after.text)
    if (open === null || close === null || CLOSERS.get(open[1] ?? '')?.includes(close[2] ?? ' ') !== true)
      continue
    result[index - 1] = makeText(before.text.slice(0, open.index), before.format)
    result[index + 1] = makeText((close[1] ?? '') + after.text.slice(close[0].length), after.format)
  }
  return joined(result)
}
