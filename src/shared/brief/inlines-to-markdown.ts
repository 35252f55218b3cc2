import type { PhrasingContent } from 'mdast'
import type { Inline, LinkedQuote } from './nodes.ts'
import { BOLD, CODE, ITALIC, STRIKE } from './nodes.ts'
import { isBalanced, labelAddress } from './label-address.ts'
import { quoteLabel, quoteAttributesOf } from './quote-label.ts'

/** Where inline nodes stand decides how a line break is written. */
export interface InlineWriting {
  /** In a table or heading a line break is a character reference: the line must not end. */
  readonly oneLine: boolean
  /** Between the brackets of a directive, which count brackets in code too. */
  readonly inLabel: boolean
  /** Labels that have a footnote; a reference to none is only text. */
  readonly footnotes: ReadonlySet<string>
}

/** A leaf with the formats that are still to be wrapped around it. */
interface Piece {
  readonly format: number
  readonly node: PhrasingContent
}

/** Inline nodes of a brief as mdast. At the end of a block no line can break: there it is a reference too. */
export function inlinesToMarkdown(nodes: readonly Inline[], writing: InlineWriting): PhrasingContent[] {
  const end = nodes.findLastIndex((node) => node.type !== 'linebreak')
  return nest(nodes.map((node, index) => piece(node, index > end ? { ...writing, oneLine: true } : writing)))
}

function piece(node: Inline, writing: InlineWriting): Piece {
  switch (node.type) {
    case 'text':
      return textPiece(node.text, node.format, writing)
    case 'linebreak':
      return { format: 0, node: writing.oneLine ? { type: 'text', value: '\n' } : { type: 'break' } }
    case 'citation':
      return { format: 0, node: { type: 'citation', items: node.items } }
    case 'footnote-reference':
      return writing.footnotes.has(node.label)
        ? { format: 0, node: { type: 'footnoteReference', identifier: node.label, label: node.label } }
        : textPiece(`[^${node.label}]`, 0, writing)
    case 'image': {
      const { alt, title, blob, address } = node
      return {
        format: 0,
        node: {
          type: 'image',
          url: inLabel(blob === null ? (address ?? '') : `blob:${blob}`, writing),
          alt,
          title,
        },
      }
    }
    case 'link': {
      const format = commonFormat(node.children)
      const children = node.children.map((child) => {
        const inner = piece(child, writing)
        return { ...inner, format: inner.format & ~format }
      })
      return {
        format,
        node: { type: 'link', url: inLabel(node.url, writing), title: node.title, children: nest(children) },
      }
    }
    case 'set-aside': {
      const children = inlinesToMarkdown(node.children, { ...writing, inLabel: true })
      return { format: 0, node: { type: 'textDirective', name: 'set-aside', attributes: {}, children } }
    }
    case 'linked-quote':
      return { format: 0, node: quoteDirective(node, writing) }
  }
}

/** Code that would end a directive's label too early is written as plain text. */
const textPiece = (value: string, format: number, { inLabel }: InlineWriting): Piece => {
  const isCode = (format & CODE) !== 0 && (!inLabel || isBalanced(value))
  return { format: format & ~CODE, node: isCode ? { type: 'inlineCode', value } : { type: 'text', value } }
}

/** Formats that all texts of a link have stand outside it. */
const commonFormat = (nodes: readonly Inline[]): number =>
  nodes.length > 0 && nodes.every((node) => node.type === 'text')
    ? nodes.reduce((format, node) => format & node.format, BOLD | ITALIC | STRIKE)
    : 0

const inLabel = (url: string, writing: InlineWriting): string => (writing.inLabel ? labelAddress(url) : url)

function quoteDirective(node: LinkedQuote, writing: InlineWriting): PhrasingContent {
  const children = quoteLabel(node).flatMap(({ text, format }) =>
    text.split('\n').flatMap((line, index): Piece[] => {
      const ending: PhrasingContent = writing.oneLine ? { type: 'text', value: '\n' } : { type: 'break' }
      return [
        ...(index > 0 ? [{ format: 0, node: ending }] : []),
        ...(line === '' ? [] : [textPiece(line, format, { ...writing, inLabel: true })]),
      ]
    }),
  )
  return {
    type: 'textDirective',
    name: 'quote',
    attributes: quoteAttributesOf(node),
    children: nest(children),
  }
}

const WRAPPERS = [
  [BOLD, 'strong'],
  [ITALIC, 'emphasis'],
  [STRIKE, 'delete'],
] as const

/** Flat formats as nested marks, the one that reaches furthest outermost; neighbouring texts become one. */
export function nest(pieces: readonly Piece[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let at = 0; at < pieces.length;) {
    const run = furthest(pieces, at)
    if (run === null) {
      append(result, pieces[at]?.node)
      at += 1
    } else {
      const inside = pieces
        .slice(at, run.end)
        .map(({ format, node }) => ({ format: format & ~run.bit, node }))
      result.push({ type: run.type, children: nest(inside) })
      at = run.end
    }
  }
  return result
}

function furthest(
  pieces: readonly Piece[],
  at: number,
): { readonly bit: number; readonly type: 'strong' | 'emphasis' | 'delete'; readonly end: number } | null {
  let longest: ReturnType<typeof furthest> = null
  for (const [bit, type] of WRAPPERS) {
    let end = at
    while (((pieces[end]?.format ?? 0) & bit) !== 0) end += 1
    if (end > (longest?.end ?? at)) longest = { bit, type, end }
  }
  return longest
}

function append(nodes: PhrasingContent[], node: PhrasingContent | undefined): void {
  const last = nodes.at(-1)
  if (node?.type === 'text' && last?.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value }
  } else if (node?.type === 'inlineCode' && last?.type === 'inlineCode') {
    nodes[nodes.length - 1] = { type: 'inlineCode', value: last.value + node.value }
  } else if (node !== undefined) nodes.push(node)
}
