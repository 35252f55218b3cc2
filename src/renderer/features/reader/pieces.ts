import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { NodePath } from '../../../shared/document/document.ts'
import type { DerivedText, Run } from '../../../shared/document/text.ts'
import type { Edge } from './edges.ts'

/** A stretch of the source's text as it is drawn, or the edge of a highlight; offsets are UTF-16 units of the text. */
export type Piece =
  | { readonly kind: 'words'; readonly start: number; readonly text: string }
  | { readonly kind: 'begin' | 'end'; readonly start: number; readonly annotation: Annotation }
  | { readonly kind: 'crowd'; readonly start: number; readonly count: number }

/** What each text node of the document draws, by its path. Drawn words are exactly the source's text, unit for unit. */
export class Pieces {
  readonly #text: string
  readonly #runs = new Map<string, Run[]>()

  constructor({ text, runs }: DerivedText) {
    this.#text = text
    for (const run of runs) {
      const key = run.path.join('.')
      const known = this.#runs.get(key)
      if (known === undefined) this.#runs.set(key, [run])
      else known.push(run)
    }
  }

  /** `edges` in order of the text. */
  of(path: NodePath, edges: readonly Edge[]): readonly Piece[] {
    return (this.#runs.get(path.join('.')) ?? []).flatMap((run) => this.#piecesOf(run, edges))
  }

  #piecesOf({ start, length }: Run, edges: readonly Edge[]): Piece[] {
    const end = start + length
    const pieces: Piece[] = []
    let from = start
    const words = (to: number): void => {
      if (to > from) pieces.push({ kind: 'words', start: from, text: this.#text.slice(from, to) })
      from = to
    }
    for (let at = firstAtOrAfter(edges, start); at < edges.length; at += 1) {
      const edge = edges[at]
      if (edge === undefined || edge.at > end) break
      // An edge between two runs belongs to the words it bounds: a beginning to those after, an end to those before.
      if (edge.kind === 'end' ? edge.at === start : edge.at === end) continue
      words(edge.at)
      pieces.push(
        edge.kind === 'crowd'
          ? { kind: edge.kind, start: edge.at, count: edge.count }
          : { kind: edge.kind, start: edge.at, annotation: edge.annotation },
      )
    }
    words(end)
    return pieces
  }
}

function firstAtOrAfter(edges: readonly Edge[], offset: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle]?.at ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
