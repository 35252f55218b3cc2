import type { NodePath } from './document.ts'
import type { DerivedText, Run } from './text.ts'

/** A place in the tree: a node and, in a text node, a UTF-16 offset into its `value`. */
export interface DocumentPosition {
  readonly path: NodePath
  readonly offset: number
}

/**
 * The place in the document of a UTF-16 offset into its text, or null for a
 * document without words. A separator (line feed or tab between blocks and
 * cells) is the end of what stands before it.
 */
export function locate(derived: DerivedText, offset: number): DocumentPosition | null {
  const run = lastRunFrom(derived.runs, offset) ?? derived.runs[0]
  if (run === undefined) return null
  const into = Math.min(Math.max(offset - run.start, 0), run.length)
  return { path: run.path, offset: run.from + into }
}

/**
 * The UTF-16 offset into the text of a place in the document, or null when
 * its node has no part in the text. A place inside dropped white space is the
 * start of the next word of the node, or the end of its last.
 */
export function offsetOf(derived: DerivedText, position: DocumentPosition): number | null {
  const runs = derived.runs.filter((run) => samePath(run.path, position.path))
  const holding = runs.find((run) => position.offset <= run.from + run.length)
  if (holding !== undefined) return holding.start + Math.max(position.offset - holding.from, 0)
  const last = runs.at(-1)
  return last === undefined ? null : last.start + last.length
}

function lastRunFrom(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run !== undefined && run.start <= offset) low = middle + 1
    else high = middle
  }
  return runs[low - 1]
}

const samePath = (one: NodePath, other: NodePath): boolean =>
  one.length === other.length && one.every((index, depth) => index === other[depth])
