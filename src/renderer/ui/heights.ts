/** The heights of rows in pixels: measured where a row was drawn, else the estimate. */
export class Heights {
  readonly #estimate: number
  readonly #known = new Map<string, number>()

  constructor(estimate: number) {
    this.#estimate = estimate
  }

  /** True when the height is news. */
  note(key: string, height: number): boolean {
    if (height === 0 || this.#known.get(key) === height) return false
    this.#known.set(key, height)
    return true
  }

  /** Where each row begins, and last where the list ends. `_noted` only tells a memo that heights are news. */
  topsOf(keys: readonly string[], _noted = 0): readonly number[] {
    const tops = [0]
    let top = 0
    for (const key of keys) {
      top += this.#known.get(key) ?? this.#estimate
      tops.push(top)
    }
    return tops
  }
}

/** The row at a height, by binary search; the last one below the end, the first one above the start. */
export function rowAt(tops: readonly number[], height: number): number {
  let low = 0
  let high = Math.max(0, tops.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}
