import type { PhrasingContent } from 'mdast'
import { BOLD, CODE, ITALIC, STRIKE } from '../../shared/brief/nodes.ts'

/** A piece of a line with the bits of its format (`src/shared/brief/nodes.ts`); only texts have any. */
export interface Piece {
  readonly format: number
  readonly node: PhrasingContent
}

const WRAPPERS = [
  [BOLD, 'strong'],
  [ITALIC, 'emphasis'],
  [STRIKE, 'delete'],
] as const

/** Turns flat formats into nested marks, the one that reaches furthest outermost. */
export function nestFormats(pieces: readonly Piece[]): PhrasingContent[] {
  const nested: PhrasingContent[] = []
  let at = 0
  for (let piece = pieces[at]; piece !== undefined; piece = pieces[at]) {
    const longest = longestRun(pieces, at)
    if (longest === null) {
      nested.push(leaf(piece))
      at += 1
      continue
    }
    const run = pieces.slice(at, at + longest.length)
    nested.push(...wrap(longest.type, run, longest.bit))
    at += run.length
  }
  return joinTexts(nested)
}

interface Run {
  readonly bit: number
  readonly type: 'strong' | 'emphasis' | 'delete'
  readonly length: number
}

function longestRun(pieces: readonly Piece[], at: number): Run | null {
  let longest: Run | null = null
  for (const [bit, type] of WRAPPERS) {
    let end = at
    while (((pieces[end]?.format ?? 0) & bit) !== 0) end += 1
    if (end > at + (longest?.length ?? 0)) longest = { bit, type, length: end - at }
  }
  return longest
}

/** White space at the ends stands outside the mark: Markdown cannot write it inside. */
function wrap(type: Run['type'], run: readonly Piece[], bit: number): PhrasingContent[] {
  const inner = run.map(({ format, node }) => ({ format: format & ~bit, node }))
  const start = inner.findIndex((piece) => !isBlank(piece))
  if (start === -1) return nestFormats(inner.map((piece) => ({ ...piece, format: 0 })))
  const end = inner.findLastIndex((piece) => !isBlank(piece))
  const [before, first] = splitEdge(inner[start], 'start')
  const middle = inner.slice(start, end + 1)
  if (first !== null) middle[0] = first
  const [after, last] = splitEdge(middle.at(-1), 'end')
  if (last !== null) middle[middle.length - 1] = last
  return [
    ...inner.slice(0, start).map(({ node }) => node),
    ...before,
    { type, children: nestFormats(middle) },
    ...after,
    ...inner.slice(end + 1).map(({ node }) => node),
  ]
}

const isBlank = ({ format, node }: Piece): boolean =>
  (format & CODE) === 0 && node.type === 'text' && node.value.trim() === ''

/** Parts the white space at one end of a text from the rest. */
function splitEdge(piece: Piece | undefined, edge: 'start' | 'end'): [PhrasingContent[], Piece | null] {
  if (piece === undefined || piece.node.type !== 'text' || (piece.format & CODE) !== 0) return [[], null]
  const { value } = piece.node
  const kept = edge === 'start' ? value.trimStart() : value.trimEnd()
  if (kept === value) return [[], null]
  const space = edge === 'start' ? value.slice(0, value.length - kept.length) : value.slice(kept.length)
  return [[{ type: 'text', value: space }], { format: piece.format, node: { type: 'text', value: kept } }]
}

function leaf({ format, node }: Piece): PhrasingContent {
  return node.type === 'text' && (format & CODE) !== 0 ? { type: 'inlineCode', value: node.value } : node
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const before = joined.at(-1)
    if (node.type === 'text' && before?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: before.value + node.value }
    else if (node.type === 'inlineCode' && before?.type === 'inlineCode')
      joined[joined.length - 1] = { type: 'inlineCode', value: before.value + node.value }
    else if (node.type !== 'text' || node.value !== '') joined.push(node)
  }
  return joined
}
