import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { BlockRange, DerivedText } from '../../../shared/document/text.ts'
import { spokenParts } from './spoken-parts.ts'

/** Where a highlight begins or ends, or the beginning of a paragraph of so many that they are told of together. */
export type Edge =
  | { readonly at: number; readonly kind: 'begin' | 'end'; readonly annotation: Annotation }
  | { readonly at: number; readonly kind: 'crowd'; readonly count: number }

/** By the place of a block at the top of the document: the edges in its words, in order of the text. */
export type Edges = ReadonlyMap<number, readonly Edge[]>

export const NO_EDGES: readonly Edge[] = []

/** The edges of all highlights in order of the text; where one ends as another begins, the end comes first. */
export function edgesOf(annotations: readonly Annotation[]): readonly Edge[] {
  return annotations
    .flatMap((annotation) =>
      annotation.segments.flatMap(({ start, end }): Edge[] => [
        { at: start, kind: 'begin', annotation },
        { at: end, kind: 'end', annotation },
      ]),
    )
    .toSorted((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === 'end' ? -1 : 1))
}

/** So many edges, and one more for each of so many characters, can still be followed by ear. */
const FOLLOWED = 12
const APART = 25

const isCrowded = ({ start, end }: BlockRange, edges: number): boolean =>
  edges > FOLLOWED + (end - start) / APART

/**
 * Paragraphs full of edges have one mark that tells their number: each mark of its own would part their words into
 * thousands of pieces, which nobody follows by ear and which take a second to paint.
 */
export function thinned(edges: readonly Edge[], blocks: readonly BlockRange[]): readonly Edge[] {
  const kept: Edge[] = []
  let next = 0
  for (const block of blocks) {
    const first = next
    while (next < edges.length && (edges[next]?.at ?? Infinity) <= block.end) next += 1
    const own = edges.slice(first, next)
    if (!isCrowded(block, own.length)) kept.push(...own)
    else {
      const count = own.filter(({ kind }) => kind === 'begin').length
      kept.push({ at: block.start, kind: 'crowd', count })
    }
  }
  return kept
}

/** Edges shared out to the blocks whose words they stand in; one between two blocks belongs to both. */
export function byBlock(edges: readonly Edge[], { runs }: DerivedText): Edges {
  const blocks = new Map<number, Edge[]>()
  let next = 0
  for (const { start, length, path } of runs) {
    while (next > 0 && (edges[next - 1]?.at ?? -1) >= start) next -= 1
    while (next < edges.length && (edges[next]?.at ?? Infinity) < start) next += 1
    const [block] = path
    if (block === undefined) continue
    const own = blocks.get(block) ?? []
    blocks.set(block, own)
    for (; next < edges.length; next += 1) {
      const edge = edges[next]
      if (edge === undefined || edge.at > start + length) break
      if (!own.includes(edge, Math.max(0, own.length - 64))) own.push(edge)
    }
  }
  return blocks
}

/** Gives the same list again for a block in which nothing changed, so that it is not drawn again. */
export class SteadyEdges {
  #before: Edges = new Map()

  of(annotations: readonly Annotation[], derived: DerivedText): Edges {
    const now = byBlock(thinned(edgesOf(annotations), derived.blocks), derived)
    const steady = new Map(
      Array.from(now, ([block, edges]) => {
        const before = this.#before.get(block)
        return [block, before !== undefined && same(before, edges) ? before : edges] as const
      }),
    )
    this.#before = steady
    return steady
  }
}

const same = (before: readonly Edge[], now: readonly Edge[]): boolean =>
  before.length === now.length && before.every((edge, at) => told(edge) === told(now[at]))

/** All that is drawn of an edge. */
function told(edge: Edge | undefined): string {
  if (edge === undefined) return ''
  const what =
    edge.kind === 'crowd'
      ? String(edge.count)
      : edge.kind === 'end'
        ? edge.annotation.id
        : [edge.annotation.id, ...spokenParts(edge.annotation)].join('\n')
  return `${String(edge.at)} ${edge.kind} ${what}`
}
