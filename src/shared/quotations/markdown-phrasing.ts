import type { Code, InlineCode, PhrasingContent, RootContent, Text } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import type { Segment } from '../brief/markdown.ts'
import { quoteAttributes } from '../brief/quote-attributes.ts'
import type { LinkedRange, PlaceNode } from './draft.ts'
import { SOFT_BREAK } from './part.ts'
import type { PlaceWriter } from './place-writer.ts'
import type { QuotationLink } from './quotation.ts'
import { withoutOwnMarks } from './own-marks.ts'

const LINE_ENDING = /\r\n|[\n\r]/gu

/** Where inline Markdown is written to, and what it is read from. */
export interface Phrasing {
  readonly writer: PlaceWriter
  readonly source: string
  /** What the file has before `source` (a byte order mark). */
  readonly shift: number
  readonly segments: ReadonlyMap<Text, readonly Segment[]>
  /** Inside a linked quote, where a soft line ending is a space. */
  readonly linked: boolean
}

/** The annotation that a directive names. */
export const linkOf = ({ attributes }: TextDirective | ContainerDirective): QuotationLink =>
  quoteAttributes(attributes)

export function writePhrasing(nodes: readonly (PhrasingContent | RootContent)[], into: Phrasing): void {
  for (const node of nodes) writeNode(node, into)
}

function writeNode(node: PhrasingContent | RootContent, into: Phrasing): void {
  const { writer } = into
  const start = (node.position?.start.offset ?? 0) + into.shift
  const end = (node.position?.end.offset ?? 0) + into.shift
  switch (node.type) {
    case 'text':
      return writeText(node, into)
    case 'break':
      return writer.write('\n', start, end)
    case 'inlineCode':
    case 'code':
      return writeCode(node, into)
    case 'citation':
      return writer.citation(node.items)
    case 'footnoteReference':
      return writer.footnote(node.identifier)
    case 'textDirective':
      if (node.name !== 'quote') return writer.range('set-aside', () => writePhrasing(node.children, into))
      return writer.linked(linkOf(node), inBrief, () =>
        writePhrasing(node.children, { ...into, linked: true }),
      )
    case 'delete':
      return writer.range('struck', () => writePhrasing(node.children, into))
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      return writePhrasing(node.children, into)
    default:
  }
}

/** The words as a brief has them. */
function inBrief(text: string, nodes: readonly PlaceNode[]): Pick<LinkedRange, 'start' | 'end' | 'words'> {
  const found = withoutOwnMarks(text, nodes)
  return { ...found, words: found.words.replaceAll(SOFT_BREAK, ' ') }
}

function writeText(node: Text, { writer, segments, shift, linked }: Phrasing): void {
  const known = segments.get(node) ?? whole(node)
  // A task's box takes the space before its text away after the text was read.
  let surplus = known.reduce((sum, { length }) => sum + length, 0) - node.value.length
  let at = 0
  for (const { length, start, end } of known) {
    const cut = Math.min(surplus, length)
    surplus -= cut
    const text = node.value.slice(at, at + length - cut)
    at += text.length
    writer.write(linked ? text.replaceAll(LINE_ENDING, SOFT_BREAK) : text, start + cut + shift, end + shift)
  }
}

/** An address that is its own link is not put together of segments. */
const whole = ({ value, position }: Text): readonly Segment[] => [
  { length: value.length, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 },
]

/** Code is part of the words around it; two backticks around words that end in '' are quotation marks. */
function writeCode(node: InlineCode | Code, { writer, source, shift }: Phrasing): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const raw = source.slice(start, end)
  if (/^``(?!`)/u.test(raw) && raw.slice(2, -2).includes("''") && !raw.slice(2, -2).includes('`')) {
    return writer.write(raw, start + shift, end + shift)
  }
  const at = raw.indexOf(node.value)
  const [from, to] = at < 0 ? [start, end] : [start + at, start + at + node.value.length]
  writer.range('code', () => writer.write(node.value, from + shift, to + shift))
}
