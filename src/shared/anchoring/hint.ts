import type { OffsetMap } from './offset-map.ts'
import type { Passage } from './passage.ts'

/** Where to look for a passage in another text; raw offsets into that one. */
export interface Hint {
  readonly start: number
  /** The words at `start` are those that the passage began with, by the order of both texts. */
  readonly sure: boolean
  /** Whether the passage's words stood several times in its own text. It is read for that only where it matters. */
  readonly repeated: () => boolean
  /** Where the same words stand that belong to other places of its text, so that they are not this passage's. */
  readonly taken: readonly number[]
}

/** More places with the same words than this are not told apart. */
const MOST_TAKEN = 500

/** What the order of a passage's own text says of its place. */
export function hintOf(map: OffsetMap, own: string, { exact, start }: Passage): Hint {
  const { at, sure } = map(start)
  const others = (most: number): number[] => othersIn(own, exact, start, most)
  return {
    start: at,
    sure,
    repeated: () => others(1).length > 0,
    taken: sure
      ? []
      : others(MOST_TAKEN)
          .map(map)
          .filter((mapped) => mapped.sure)
          .map((mapped) => mapped.at),
  }
}

/** Without the passage's own text: it may be where it was. */
export const hintOfPlace = ({ start }: Passage): Hint => ({
  start,
  sure: true,
  repeated: () => false,
  taken: [],
})

function othersIn(own: string, exact: string, start: number, most: number): number[] {
  const others: number[] = []
  if (exact.trim() === '') return others
  for (let at = own.indexOf(exact); at >= 0 && others.length < most; at = own.indexOf(exact, at + 1))
    if (at !== start) others.push(at)
  return others
}
