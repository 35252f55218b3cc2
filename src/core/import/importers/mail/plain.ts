import type { Block } from '../../../../shared/document/blocks.ts'
import type { Inline } from '../../../../shared/document/inlines.ts'
import { linesOf } from '../text-lines.ts'

/** How the lines of a plain text were broken (RFC 3676). */
export interface Flow {
  /** A line that ends in a space goes on in the next one. */
  readonly flowed: boolean
  /** That space was added to break the line. */
  readonly deleteSpace: boolean
}

interface QuotedLine {
  /** How many replies deep the line was quoted: the number of `>` before it. */
  readonly depth: number
  readonly text: string
}

/** Deeper quotations are drawn no deeper. */
const DEEPEST = 20

/** The blocks of a message's plain text: paragraphs, and what it quotes of another message as quotations. */
export function blocksOfText(text: string, flow: Flow): Block[] {
  const lines = linesOf(text.replaceAll('\0', '')).map(({ text: line }) => quoted(line, flow.flowed))
  return nested(flow.flowed ? joined(lines, flow.deleteSpace) : lines, 0)
}

/** `>From` is what stores of mail write for a line that begins with “From”. */
function quoted(line: string, flowed: boolean): QuotedLine {
  if (line.startsWith('>From ')) return { depth: 0, text: line.slice(1) }
  const marks = (flowed ? /^>*/ : /^(?:> ?)*/).exec(line)?.[0] ?? ''
  const rest = line.slice(marks.length)
  const depth = Math.min(marks.replaceAll(' ', '').length, DEEPEST)
  return { depth, text: flowed && rest.startsWith(' ') ? rest.slice(1) : rest }
}

/** Undoes soft line breaks. The line above a signature, “-- ”, is none. */
function joined(lines: readonly QuotedLine[], deleteSpace: boolean): QuotedLine[] {
  const made: { depth: number; pieces: string[] }[] = []
  let open = false
  for (const { depth, text } of lines) {
    const soft = text.endsWith(' ') && text !== '-- '
    const piece = soft && deleteSpace ? text.slice(0, -1) : text
    const last = made.at(-1)
    if (open && last?.depth === depth && text !== '-- ') last.pieces.push(piece)
    else made.push({ depth, pieces: [piece] })
    open = soft
  }
  // A line whose soft breaks are undone is whole: a paragraph of its own.
  return made.flatMap(({ depth, pieces }) => [
    { depth, text: pieces.join('') },
    { depth, text: '' },
  ])
}

function nested(lines: readonly QuotedLine[], depth: number): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const deeper = (lines[at]?.depth ?? 0) > depth
    const from = at
    while (at < lines.length && (lines[at]?.depth ?? 0) > depth === deeper) at += 1
    const group = lines.slice(from, at)
    if (!deeper) blocks.push(...paragraphs(group))
    else {
      const children = nested(group, depth + 1)
      if (children.length > 0) blocks.push({ type: 'quotation', children })
    }
  }
  return blocks
}

function paragraphs(lines: readonly QuotedLine[]): Block[] {
  const groups: string[][] = []
  let open = false
  for (const [index, { text }] of lines.entries()) {
    const last = groups.at(-1)
    const blank = text.trim() === ''
    if (!blank && open && last !== undefined) last.push(text)
    else if (!blank) groups.push([text])
    open = !blank && isWrapped(text, lines[index + 1]?.text ?? '')
  }
  return groups.map((group) => ({ type: 'paragraph', children: group.map(lineOf) }))
}

/** Programs that break lines do so between 65 and 80 characters. */
const WIDTH = 65

/** The next line's first word had no room in this line: only then was the break not the writer's own. */
const isWrapped = (line: string, next: string): boolean =>
  line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > WIDTH && line.length < 100

const lineOf = (line: string, index: number): Inline => ({
  type: 'text',
  value: (index === 0 ? line : `\n${line}`).replace(/\p{Surrogate}/gu, '\ufffd'),
})
