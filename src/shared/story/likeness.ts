/** How much two texts have in common, by their shingles. Both are 0 to 1. */
export interface Likeness {
  /** Jaccard: of all shingles of both, the share that both have. */
  readonly likeness: number
  /** Of the shingles of the one that has fewer, the share that stands in the other too. */
  readonly contained: number
}

/** `one` and `other` are distinct hashes in rising order. */
export function likenessOf(one: Uint32Array, other: Uint32Array): Likeness {
  let both = 0
  let mine = 0
  let theirs = 0
  while (mine < one.length && theirs < other.length) {
    const [left, right] = [one[mine] ?? 0, other[theirs] ?? 0]
    if (left === right) both += 1
    if (left <= right) mine += 1
    if (right <= left) theirs += 1
  }
  const all = one.length + other.length - both
  const fewer = Math.min(one.length, other.length)
  return { likeness: all === 0 ? 0 : both / all, contained: fewer === 0 ? 0 : both / fewer }
}

const LEAST_LIKENESS = 0.3
const LEAST_CONTAINED = 0.6

/**
 * Whether two texts are copies of one report: most of the shorter stands in the
 * longer, and that is no mere extract. A copy may lack its last half, or have
 * every tenth word changed; two reports of one event that share its statements
 * and background stay apart. It only groups: no quotation is true by it.
 */
export const isOneStory = ({ likeness, contained }: Likeness): boolean =>
  likeness >= LEAST_LIKENESS && contained >= LEAST_CONTAINED

/** The least likeness that can be one story, for an estimate: three standard errors below it. */
export const LEAST_ESTIMATE = LEAST_LIKENESS - 0.17
