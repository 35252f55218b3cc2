import type { Mapped, OffsetMap } from './offset-map.ts'
import type { Passage, Range } from './passage.ts'

/** Where to look for a passage in another text; raw offsets into that one. Each part is worked out when it is asked for. */
export interface Hint {
  /** Whether it comes from the order of two texts: else it is the passage's old place alone. */
  readonly ordered: boolean
  /** `sure` where the words at `at` are those that the passage began with. */
  readonly place: () => Mapped
  /** Whether the passage's words stood several times in its own text. */
  readonly repeated: () => boolean
  /** Where the same words stand that belong to other places of its text, so that they are not this passage's. */
  readonly taken: () => readonly number[]
  /** Of the words at a place, the share (0 to 1) that come from elsewhere in the passage's own text. */
  readonly foreign: (place: Range) => number
  /** Where most of the passage's words went with most of those around them, by the order alone. */
  readonly follow: () => Range | null
}

/** More places with the same words than this are not told apart. */
const MOST_TAKEN = 500

/** What the order of a passage's own text says of its place. */
export function hintOf({ lead, foreign, follow }: OffsetMap, own: string, passage: Passage): Hint {
  const { exact, start } = passage
  const place = once(() => lead(start))
  return {
    ordered: true,
    place,
    repeated: once(() => othersIn(own, exact, start, 1).length > 0),
    taken: once(() =>
      place().sure
        ? []
        : othersIn(own, exact, start, MOST_TAKEN)
            .map(lead)
            .filter(({ sure }) => sure)
            .map(({ at }) => at),
    ),
    foreign: (there) => foreign(there, passage),
    follow: () => follow(passage),
  }
}

/** Without the passage's own text: it may be where it was. */
export const hintOfPlace = ({ start }: Passage): Hint => ({
  ordered: false,
  place: () => ({ at: start, sure: true }),
  repeated: () => false,
  taken: () => [],
  foreign: () => 0,
  follow: () => null,
})

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function othersIn(own: string, exact: string, start: number, most: number): number[] {
  const others: number[] = []
  if (exact.trim() === '') return others
  for (let at = own.indexOf(exact); at >= 0 && others.length < most; at = own.indexOf(exact, at + 1))
    if (at !== start) others.push(at)
  return others
}
