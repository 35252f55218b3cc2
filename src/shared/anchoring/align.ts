/** A stretch of words that is like the sought ones: word indices, `end` exclusive. */
export interface Window {
  readonly start: number
  readonly end: number
  /** Words to change, add or drop to make one out of the other. */
  readonly distance: number
}

/**
 * The stretches of `text` within `most` changed words of `sought`, best first (a
 * changed last word is part of it), not overlapping: approximate string matching over words with free ends (Sellers
 * 1980). Takes time in the product of both lengths.
 */
export function likeliest(
  text: readonly string[],
  sought: readonly string[],
  most: number,
): readonly Window[] {
  const candidates = endings(text, sought).filter(({ distance }) => distance <= most)
  const stretched = ({ start, end }: Window): number => Math.abs(end - start - sought.length)
  candidates.sort(
    (one, other) => one.distance - other.distance || stretched(one) - stretched(other) || one.end - other.end,
  )
  const kept: Window[] = []
  for (const candidate of candidates) {
    if (kept.every(({ start, end }) => candidate.end <= start || candidate.start >= end)) kept.push(candidate)
    if (kept.length === 20) break
  }
  return kept
}

/** For each end in the text the best start and its distance. */
function endings(text: readonly string[], sought: readonly string[]): Window[] {
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known === undefined) ids.set(word, ids.size)
    return known ?? ids.size - 1
  }
  const needle = Int32Array.from(sought, idOf)
  const rows = needle.length + 1
  const costs = Int32Array.from({ length: rows }, (_, row) => row)
  const starts = new Int32Array(rows)
  const found: Window[] = []
  for (let at = 0; at < text.length; at++) {
    advance(costs, starts, needle, idOf(text[at] ?? ''), at)
    found.push({ start: starts[rows - 1] ?? 0, end: at + 1, distance: costs[rows - 1] ?? rows })
  }
  return found.filter(({ start, end }) => end > start)
}

/** One column of the matrix, in place; a change wins over dropping a word where both cost the same. */
function advance(costs: Int32Array, starts: Int32Array, needle: Int32Array, word: number, at: number): void {
  let diagonal = costs[0] ?? 0
  let diagonalStart = at
  starts[0] = at + 1
  for (let row = 1; row < costs.length; row++) {
    const left = costs[row] ?? 0
    const leftStart = starts[row] ?? 0
    const changed = diagonal + (needle[row - 1] === word ? 0 : 1)
    const above = (costs[row - 1] ?? 0) + 1
    const best = Math.min(changed, left + 1, above)
    costs[row] = best
    if (best === left + 1 && best < changed) starts[row] = leftStart
    else if (best === above && best < changed) starts[row] = starts[row - 1] ?? 0
    else starts[row] = diagonalStart
    diagonal = left
    diagonalStart = leftStart
  }
}
