/** A brief's blocks in order: the level of a heading from 1, 0 for any other block. */
export type Levels = readonly number[]

/** Blocks from `start` to `end`, exclusive, that go before the block that is at `to` now. */
export interface Move {
  readonly start: number
  readonly end: number
  readonly to: number
}

/** Where the section of a heading ends: before the next heading that stands as high or higher. */
export function endOfSection(levels: Levels, heading: number): number {
  const level = levels[heading] ?? 0
  const next = levels.findIndex((other, at) => at > heading && other > 0 && other <= level)
  return next < 0 ? levels.length : next
}

/**
 * A section with all beneath it goes over the one before or after it; out of the section it stands in, to the end of
 * the one before or the beginning of the one after, where there is no other. Null at either end.
 */
export function moveSection(levels: Levels, heading: number, by: 1 | -1): Move | null {
  const level = levels[heading] ?? 0
  const end = endOfSection(levels, heading)
  if (by === -1) {
    const to = levels.findLastIndex((other, at) => at < heading && other > 0 && other <= level)
    return to < 0 ? null : { start: heading, end, to }
  }
  if (end === levels.length) return null
  const isBeside = levels[end] === level
  const inside = levels.findIndex((other, at) => at > end && other > 0)
  const to = isBeside ? endOfSection(levels, end) : inside < 0 ? levels.length : inside
  return { start: heading, end, to }
}

/** A section is put where another one is: before it on the way up, after it on the way down. Null onto itself. */
export function dropSection(levels: Levels, heading: number, onto: number): Move | null {
  const end = endOfSection(levels, heading)
  if (onto >= heading && onto < end) return null
  return { start: heading, end, to: onto < heading ? onto : endOfSection(levels, onto) }
}
