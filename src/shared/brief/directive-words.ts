import type { PhrasingContent, RootContent, Text } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { blockWords } from '../quotations/block-words.ts'
import type { Place } from '../quotations/draft.ts'
import type { Part } from '../quotations/part.ts'
import { SOFT_BREAK, wordsOf } from '../quotations/part.ts'
import { withoutOwnMarks } from '../quotations/own-marks.ts'
import { PlaceWriter } from '../quotations/place-writer.ts'
import { isBalanced } from './label-address.ts'
import type { Emphasis } from './nodes.ts'
import { BOLD, CODE, ITALIC, STRIKE } from './nodes.ts'
import { textPieces } from './text-pieces.ts'
import type { Segment } from './markdown.ts'

/** The words of a quote directive, and the nodes among them that are none (citations, footnotes, images). */
export interface DirectiveWords {
  readonly words: string
  readonly emphasis: readonly Emphasis[]
  readonly others: readonly PhrasingContent[]
}

/** What the words are read with. */
export interface Reading {
  readonly source: string
  readonly segments: ReadonlyMap<Text, readonly Segment[]>
}

/** An address that is its own text. */
const isLiteral = (node: PhrasingContent | RootContent): boolean => {
  const [only] = node.type === 'link' ? node.children : []
  return (
    node.type === 'link' &&
    only?.type === 'text' &&
    ['', 'mailto:', 'http://'].some((start) => start + only.value === node.url)
  )
}

const STANDING = { container: 0, domain: 0, blockQuotation: null, footnote: null }

class Flattened {
  readonly writer = new PlaceWriter(STANDING)
  readonly emphasis: Emphasis[] = []
  readonly others: PhrasingContent[] = []
  private readonly reading: Reading
  private readonly inLabel: boolean

  /** `inLabel`: brackets pair there, in code too. */
  constructor(reading: Reading, inLabel: boolean) {
    this.reading = reading
    this.inLabel = inLabel
  }

  add(nodes: readonly (PhrasingContent | RootContent)[], format: number): void {
    for (const node of nodes) this.node(node, format)
  }

  private node(node: PhrasingContent | RootContent, format: number): void {
    switch (node.type) {
      case 'text':
        for (const piece of textPieces(node, this.reading)) {
          this.write(piece.kind === 'soft' ? SOFT_BREAK : piece.kind === 'break' ? '\n' : piece.text, format)
        }
        return
      case 'break':
        return this.write('\n', format)
      case 'inlineCode':
        return this.write(node.value.replaceAll(/\r\n|[\n\r]/gu, ' '), format | CODE)
      case 'emphasis':
        return this.add(node.children, format | ITALIC)
      case 'strong':
        return this.add(node.children, format | BOLD)
      case 'delete':
        return this.add(node.children, format | STRIKE)
      case 'textDirective':
        return this.add(node.children, format)
      case 'link':
      case 'linkReference':
        this.add(node.children, format)
        if (!isLiteral(node)) this.others.push(node)
        return
      case 'citation':
        this.writer.citation(node.items)
        this.others.push(node)
        return
      case 'footnoteReference':
      case 'image':
      case 'imageReference':
        this.others.push(node)
        return
      default:
    }
  }

  /** No emphasis lies on a line break. */
  private write(text: string, format: number): void {
    const kept = this.inLabel && !isBalanced(text) ? format & ~CODE : format
    for (const piece of text.split(/(\n)/u)) this.piece(piece, piece === '\n' ? 0 : kept)
  }

  private piece(text: string, format: number): void {
    const start = this.writer.length
    this.writer.write(text, start, start + text.length)
    if (format === 0 || text === '') return
    const last = this.emphasis.at(-1)
    const goesOn = last?.format === format && last.end === start
    if (goesOn) this.emphasis.pop()
    this.emphasis.push({ start: goesOn ? last.start : start, end: start + text.length, format })
  }
}

/** Of `:quote[…]`. */
export function inlineWords(children: readonly PhrasingContent[], reading: Reading): DirectiveWords {
  const flat = new Flattened(reading, true)
  flat.add(children, 0)
  const place = flat.writer.place()
  const { start, end, words } = withoutOwnMarks(place.text, place.nodes)
  const emphasis = moved([{ place, start, end }], new Map([[place, flat.emphasis]]))
  return { words, emphasis, others: flat.others }
}

/** Of `:::quote`; `by` is the name of a trailing `— name` line, which is not of the words. */
export function blockDirectiveWords(
  node: ContainerDirective,
  reading: Reading,
): DirectiveWords & { readonly by: string | null } {
  const emphasis = new Map<Place, readonly Emphasis[]>()
  const others: PhrasingContent[] = []
  const places = leafChildren(node.children).map((children) => {
    const flat = new Flattened(reading, false)
    flat.add(children, 0)
    const place = flat.writer.place()
    emphasis.set(place, flat.emphasis)
    others.push(...flat.others)
    return place
  })
  const { parts, by } = blockWords(places)
  return { words: wordsOf(parts).text, emphasis: moved(parts, emphasis), others, by }
}

/** The inline children of each leaf block. */
function leafChildren(nodes: readonly RootContent[]): readonly (readonly PhrasingContent[])[] {
  return nodes.flatMap((node): readonly (readonly PhrasingContent[])[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return [node.children]
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'containerDirective':
        return leafChildren(node.children)
      case 'table':
        return node.children.flatMap((row) => row.children.map((cell) => cell.children))
      case 'code':
        return [node.value.split('\n').flatMap((line, index) => codeLine(line, index))]
      default:
        return []
    }
  })
}

/** A line of a code block among a quote's words. */
const codeLine = (value: string, index: number): readonly PhrasingContent[] => [
  ...(index > 0 ? [{ type: 'break' } as const] : []),
  { type: 'inlineCode', value },
]

/** Emphasis counted in the words instead of in the places. */
function moved(
  parts: readonly Part[],
  emphasis: ReadonlyMap<Place, readonly Emphasis[]>,
): readonly Emphasis[] {
  return parts.flatMap((part, index) => {
    const before = parts.slice(0, index)
    const at = (offset: number) => wordsOf([...before, { ...part, end: offset }]).text.length
    return (emphasis.get(part.place) ?? []).flatMap((range) => {
      const start = Math.max(range.start, part.start)
      const end = Math.min(range.end, part.end)
      return start < end ? [{ start: at(start), end: at(end), format: range.format }] : []
    })
  })
}
