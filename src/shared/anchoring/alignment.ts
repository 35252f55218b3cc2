import type { Range } from './passage.ts'

/** A pattern of code units and the part of it that is sought; the rest is its context. */
export interface Pattern {
  readonly units: Uint16Array
  /** The sought part: offsets in the pattern. */
  readonly core: Range
}

export interface Errors {
  readonly before: number
  readonly core: number
  readonly after: number
}

/** Where the core of a pattern lies best in a text, and what must be changed there. */
export interface Alignment extends Range {
  /** Units to change, add or drop in the context before the core, inside it, and in the context after it. */
  readonly errors: Errors
}

const DIAGONAL = 0
const DROPPED = 1
const ADDED = 2
const NEVER = 1 << 29

/**
 * Lays a pattern on a text where it begins at about `begin`, give or take `band` units anywhere along it: edit distance
 * with free ends in the text (Sellers 1980), in a band (Ukkonen 1985). Null where the text has nothing there. Time and
 * memory are the pattern's length times twice the band.
 */
export function align(text: Uint16Array, pattern: Pattern, begin: number, band: number): Alignment | null {
  const width = band * 2 + 1
  const steps = new Uint8Array((pattern.units.length + 1) * width)
  const last = fill(text, pattern.units, { begin, band, width, steps })
  let best = 0
  for (let column = 1; column < width; column += 1) {
    const better = (last[column] ?? NEVER) - (last[best] ?? NEVER)
    if (better < 0 || (better === 0 && Math.abs(column - band) < Math.abs(best - band))) best = column
  }
  return (last[best] ?? NEVER) >= NEVER ? null : trace(text, pattern, { begin, band, width, steps }, best)
}

interface Band {
  readonly begin: number
  readonly band: number
  readonly width: number
  /** How each cell was reached best, row by row. */
  readonly steps: Uint8Array
}

/** Fills the band and gives its last row of costs. Column `band` of row `i` is the text's unit `begin + i`. */
function fill(text: Uint16Array, pattern: Uint16Array, { begin, band, width, steps }: Band): Int32Array {
  let costs = new Int32Array(width + 1).fill(NEVER)
  let next = new Int32Array(width + 1).fill(NEVER)
  for (let column = 0; column < width; column += 1) {
    const at = begin + column - band
    if (at >= 0 && at <= text.length) costs[column] = 0
  }
  for (let row = 1; row <= pattern.length; row += 1) {
    const unit = pattern[row - 1]
    let left = NEVER
    for (let column = 0; column < width; column += 1) {
      const at = begin + row + column - band
      let cost = NEVER
      let step = DIAGONAL
      if (at >= 0 && at <= text.length) {
        if (at > 0) cost = (costs[column] ?? NEVER) + (text[at - 1] === unit ? 0 : 1)
        const dropped = (costs[column + 1] ?? NEVER) + 1
        if (dropped < cost) {
          cost = dropped
          step = DROPPED
        }
        if (left + 1 < cost) {
          cost = left + 1
          step = ADDED
        }
      }
      steps[row * width + column] = step
      next[column] = cost
      left = cost
    }
    const spent = costs
    costs = next
    next = spent
  }
  return costs
}

/** Goes back through the band: what was added right at the core's ends stays outside of it. */
function trace(text: Uint16Array, { units, core }: Pattern, band: Band, last: number): Alignment {
  let row = units.length
  let column = last
  let start = -1
  let end = -1
  const errors = { before: 0, core: 0, after: 0 }
  const place = (): number => band.begin + row + column - band.band
  while (row > 0) {
    if (row === core.end) end = place()
    if (row === core.start && start < 0) start = place()
    const step = band.steps[row * band.width + column]
    const wrong = step !== DIAGONAL || text[place() - 1] !== units[row - 1]
    if (wrong) errors[sideOf(core, step === ADDED ? row : row - 0.5)] += 1
    if (step === ADDED) column -= 1
    else {
      row -= 1
      if (step === DROPPED) column += 1
    }
  }
  if (core.start === 0) start = place()
  return { start, end: Math.max(start, end), errors }
}

/** `at` lies on a unit where one is changed or dropped, and between two where one is added. */
function sideOf({ start, end }: Range, at: number): keyof Errors {
  if (at <= start) return 'before'
  return at < end ? 'core' : 'after'
}
