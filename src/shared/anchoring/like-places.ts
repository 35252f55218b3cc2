import type { PreparedText } from '../verdict/prepared.ts'
import { align, type Alignment, type Pattern } from './alignment.ts'
import { diagonalsOf } from './diagonals.ts'
import type { GramIndex } from './grams.ts'
import type { Range } from './passage.ts'
import { worth, type Place } from './place.ts'

/** A longer passage is found by its two ends. */
const LONGEST_WHOLE = 1200
const END_OF_LONG = 256

/** Places that are like a passage in its context, in no order; whole words. */
export function likePlaces(text: PreparedText, index: GramIndex, sought: Pattern): readonly Place[] {
  const length = sought.core.end - sought.core.start
  return length > LONGEST_WHOLE ? endsOfLong(text, index, sought) : placesOf(text, index, sought)
}

const placesOf = (text: PreparedText, index: GramIndex, sought: Pattern): Place[] =>
  alignments(index, sought).map(({ start, end, errors }) => ({
    ...wholeWords(text, { start, end }),
    ...worth(sought, errors),
    occurrence: null,
  }))

const MOST_BEGINNINGS = 5
/** Units that the text may have grown or shrunk by along a passage: so many, and so many for each of the passage's. */
const BAND = 40
const DRIFT = 0.12
/** With fewer errors a place is beyond doubt, unless another one has nearly as many runs in common. */
const BEYOND_DOUBT = 0.3
const RIVAL = 0.6

function alignments(index: GramIndex, sought: Pattern): Alignment[] {
  const band = BAND + Math.ceil(sought.units.length * DRIFT)
  const found: Alignment[] = []
  let rival = 0
  for (const { begin, votes } of diagonalsOf(index, sought.units, MOST_BEGINNINGS)) {
    if (votes < rival) break
    const alignment = align(index.units, sought, begin, band)
    if (alignment === null) continue
    found.push(alignment)
    const { before, core, after } = alignment.errors
    const wrong = (before + core + after) / sought.units.length
    if (wrong < BEYOND_DOUBT) rival = Math.max(rival, votes * RIVAL)
  }
  return found
}

/** A place that cuts a word takes it in, or leaves it out where that is nearer. */
function wholeWords(text: PreparedText, { start, end }: Range): Range {
  const first = toBoundary(text, start)
  return { start: first, end: Math.max(first, toBoundary(text, end)) }
}

const LONGEST_WORD = 64

function toBoundary(text: PreparedText, at: number): number {
  for (let away = 0; away < LONGEST_WORD; away += 1) {
    if (text.inside[at - away] !== 1) return Math.max(0, at - away)
    if (text.inside[at + away] !== 1) return at + away
  }
  return at
}

/** A long passage begins where its beginning is found and ends where its end is, each with the context it has. */
function endsOfLong(text: PreparedText, index: GramIndex, sought: Pattern): Place[] {
  const { units, core } = sought
  const [first] = likeliestFirst(placesOf(text, index, partOf(sought, 0, core.start + END_OF_LONG)))
  if (first === undefined) return []
  const length = core.end - core.start
  const last = likeliestFirst(
    placesOf(text, index, partOf(sought, core.end - END_OF_LONG, units.length)),
  ).find(({ end }) => end > first.start + length / 2 && end < first.start + length * 2)
  if (last === undefined) return []
  const likeness = Math.min(first.likeness, last.likeness)
  return [{ start: first.start, end: last.end, likeness, left: first.left && last.left, occurrence: null }]
}

const partOf = ({ units, core }: Pattern, from: number, to: number): Pattern => ({
  units: units.subarray(from, to),
  core: { start: Math.max(from, core.start) - from, end: Math.min(to, core.end) - from },
})

export const likeliestFirst = (places: readonly Place[]): Place[] =>
  places.toSorted((one, other) => other.likeness - one.likeness)
