/**
 * Offsets of a text in Unicode code points, as the Web Annotation Data Model counts, and in UTF-16 units, as we do.
 * Two units that form one code point begin at the same offset.
 */
export interface CodePoints {
  readonly length: number
  /** The code points before a UTF-16 offset. */
  readonly before: (unit: number) => number
  /** The UTF-16 offset at which a code point begins; null beyond the end. */
  readonly unitAt: (codePoint: number) => number | null
}

/** Made once for a text, in time and memory linear in its characters beyond the basic plane, which are few. */
export function codePointsOf(text: string): CodePoints {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index)
  return {
    length: text.length - pairs.length,
    before: (unit) => unit - countBelow(pairs, unit),
    unitAt: (codePoint) => {
      if (codePoint < 0 || codePoint > text.length - pairs.length) return null
      // The pair at `place` begins after `pairs[place] - place` code points.
      return codePoint + countWhere(pairs, (pair, place) => pair - place < codePoint)
    },
  }
}

const countBelow = (sorted: readonly number[], limit: number): number =>
  countWhere(sorted, (value) => value < limit)

/** How many of a sorted list, from its start, hold. */
function countWhere(sorted: readonly number[], holds: (value: number, place: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? Infinity, middle)) low = middle + 1
    else high = middle
  }
  return low
}
