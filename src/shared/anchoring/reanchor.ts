import { fold } from '../verdict/fold.ts'
import { foldedOffset, prepare, rawRange, type PreparedText } from '../verdict/prepared.ts'
import { align, type Pattern } from './alignment.ts'
import { agreement, contextOf, type Context } from './context.ts'
import { GRAM, gramIndexOf, lowerUnits, placesOf, type GramIndex } from './grams.ts'
import { hintOfPlace, type Hint } from './hint.ts'
import { likeliestFirst, likePlaces } from './like-places.ts'
import { occurrencesOf, readThrough, type Cuts, type Occurrence } from './occurrences.ts'
import type { Passage, Range } from './passage.ts'
import { worth, type Place } from './place.ts'

/**
 * Where a passage stands in another text. `anchored`: the same words under the
 * typographic fold. `moved`: found, but words changed. `orphaned`: no place.
 */
export type Reanchored =
  | { readonly status: 'anchored' | 'moved'; readonly start: number; readonly end: number }
  | { readonly status: 'orphaned' }

const ORPHANED: Reanchored = { status: 'orphaned' }
/** A shorter passage is found again by its own words only. */
const SHORTEST_FUZZY = 12
/** Folded code units of context that place a short passage beyond doubt. */
const SURE_CONTEXT = 8

/** Passage and context together, full context on both sides: below this a place may be a lookalike. */
const SURE = 0.62
/** A place this near to the stored one needs a little less. */
const NEAR = 1000
const NEARNESS = 0.05
/** Of a place's words so many come from elsewhere in the passage's own text: it belongs to those, however alike it is. */
const FOREIGN = 0.6
/** Two places this much alike are told apart by nothing: the nearer one is taken. */
const ALIKE = 0.02
/** Same words at more places than this are looked at only where context agrees most. */
const MOST_SAME = 40

/**
 * Finds a passage again, from cheap and sure to dear and doubtful: its words with their context, its words, then what is
 * like it and its context together, wherever the runs of letters that it shares with the text lead. What is not certain
 * is orphaned: a passage shown as lost is better than one at the wrong place. Of words that stood several times the
 * order in both texts says which is which (`hint`), as far as any of the context agrees.
 */
export function reanchor(
  text: PreparedText,
  passage: Passage,
  hint: Hint = hintOfPlace(passage),
): Reanchored {
  const context = contextOf(passage.prefix, passage.suffix)
  const same = sameWords(text, passage, context, hint)
  const sure = whereItWas(same, hint, context) ?? same.find(({ agreed }) => agreed.whole) ?? null
  if (sure !== null) return { status: 'anchored', ...rangeOf(sure.occurrence) }
  if (passage.exact.trim().length < SHORTEST_FUZZY) return shortPassage(same, hint, context)
  const best = bestOf(placesFor(text, passage, same), text, hint)
  if (best === null) return same.length > 0 && !hint.repeated() ? ORPHANED : byOrder(text, passage, hint)
  const there = best.occurrence ?? same.find(({ occurrence }) => meet(occurrence.folded, best))?.occurrence
  if (there !== undefined) return { status: 'anchored', ...rangeOf(there) }
  const range = withOuterMarks(text, rawRange(text, best.start, best.end), passage.exact)
  return { status: 'moved', ...range }
}

/** Where letters are too few or too many changed to tell a place, the order of the words that are left still may. */
function byOrder(text: PreparedText, { exact }: Passage, hint: Hint): Reanchored {
  const range = hint.follow()
  return range === null ? ORPHANED : { status: 'moved', ...withOuterMarks(text, range, exact) }
}

/**
 * The same words in the same place of the order; their context need not be whole. Words that stood once and stand once,
 * all that was around them with them, need no comparing of the texts.
 */
function whereItWas(same: readonly Same[], hint: Hint, context: Context): Same | null {
  if (!hint.ordered) return null
  const [only] = same
  if (
    same.length === 1 &&
    only !== undefined &&
    only.agreed.whole &&
    unitsOf(context) > 0 &&
    !hint.repeated()
  )
    return only
  const least = Math.min(SURE_CONTEXT, unitsOf(context))
  return same.find(({ occurrence, agreed }) => agreed.units >= least && isAtPlace(occurrence, hint)) ?? null
}

const unitsOf = ({ before, after }: Context): number => before.text.length + after.text.length

/** A place that a person may choose for a passage that was lost: raw offsets. */
export interface Candidate extends Range {
  /** How much of passage and context stands there, from 0 to 1. */
  readonly likeness: number
}

/** Below this a place has nothing to do with a passage. */
const LEAST_LIKE = 0.47

/**
 * The places most like a passage, however doubtful, for a person to choose from: first by its own words, then by words
 * and context together.
 */
export function candidatesFor(text: PreparedText, passage: Passage, most: number): readonly Candidate[] {
  const bare = { ...passage, prefix: '', suffix: '' }
  const same = sameWords(text, passage, contextOf(passage.prefix, passage.suffix), hintOfPlace(passage))
  const together = likeliestFirst(placesFor(text, passage, same))
  const byWords = likeliestFirst(likePlaces(text, gramIndexOf(text), soughtFrom(bare)))
  const kept: Place[] = []
  for (const place of [...together.filter(isSame), ...byWords, ...together]) {
    const like = place.likeness >= LEAST_LIKE || isSame(place)
    if (like && place.end > place.start && !kept.some((other) => meet(place, other))) kept.push(place)
  }
  return kept.slice(0, most).map((place) => ({
    ...(place.occurrence === null ? rawRange(text, place.start, place.end) : rangeOf(place.occurrence)),
    likeness: place.likeness,
  }))
}

const isSame = ({ occurrence }: Place): boolean => occurrence !== null

function placesFor(text: PreparedText, passage: Passage, same: readonly Same[]): readonly Place[] {
  const sought = soughtFrom(passage)
  const index = gramIndexOf(text)
  return [
    ...same.slice(0, MOST_SAME).map(({ occurrence }) => samePlace(index, occurrence, sought)),
    ...likePlaces(text, index, sought),
  ]
}

/** By likeness the same place may be found that has the same words, its context being laid on it better. */
const meet = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end

const rangeOf = ({ start, end }: Range): Range => ({ start, end })

interface Same {
  readonly occurrence: Occurrence
  readonly agreed: { readonly units: number; readonly whole: boolean }
}

/** The same words: where the context agrees most, then the very code points, then nearest. */
function sameWords(text: PreparedText, passage: Passage, context: Context, hint: Hint): Same[] {
  const all = unitsOf(context)
  const find = passage.exact.trim().length < GRAM * 2 ? readThrough : placesOf
  const found = occurrencesOf(text, passage.exact, cutsOf(passage), find)
  const free = hint.repeated() ? found.filter(({ start }) => !hint.taken().includes(start)) : found
  if (free.length === 1) return free.map((occurrence) => sameAt(text, occurrence, context, all, hint))
  return free
    .map((occurrence) => sameAt(text, occurrence, context, all, hint))
    .toSorted(
      (one, other) =>
        other.agreed.units - one.agreed.units ||
        Number(other.occurrence.exact) - Number(one.occurrence.exact) ||
        distance(one.occurrence, hint) - distance(other.occurrence, hint),
    )
}

function sameAt(text: PreparedText, occurrence: Occurrence, context: Context, all: number, hint: Hint): Same {
  const units = agreement(text, occurrence.folded, context)
  return { occurrence, agreed: { units, whole: units >= all && (all > 0 || isAtPlace(occurrence, hint)) } }
}

function isAtPlace(occurrence: Occurrence, hint: Hint): boolean {
  const { at, sure } = hint.place()
  return sure && occurrence.start === at
}

function shortPassage([best]: readonly Same[], hint: Hint, context: Context): Reanchored {
  if (best === undefined) return ORPHANED
  const unsure = best.agreed.units < Math.min(SURE_CONTEXT, unitsOf(context))
  if (unsure && !isAtPlace(best.occurrence, hint)) return ORPHANED
  return { status: 'anchored', ...rangeOf(best.occurrence) }
}

const distance = (one: Range, hint: Hint): number => Math.abs(one.start - hint.place().at)

/** A passage that was marked by offsets may begin or end inside a word; only then may it again. */
function cutsOf({ prefix, exact, suffix }: Passage): Cuts {
  const around = prepare(prefix + exact + suffix)
  return {
    start: around.inside[foldedOffset(around, prefix.length)] === 1,
    end: around.inside[foldedOffset(around, prefix.length + exact.length)] === 1,
  }
}

/** The passage between its context, as units to lay on a text. */
function soughtFrom({ prefix, exact, suffix }: Passage): Pattern {
  const folded = fold(prefix + exact + suffix)
  return {
    units: lowerUnits(folded.text),
    core: {
      start: foldedOffset(folded, prefix.length),
      end: foldedOffset(folded, prefix.length + exact.length),
    },
  }
}

function samePlace(index: GramIndex, occurrence: Occurrence, sought: Pattern): Place {
  const { start, end } = occurrence.folded
  const { core, units } = sought
  const before = align(index.units, contextIn(sought, 0, core.start), start - core.start, SLACK)
  const after = align(index.units, contextIn(sought, core.end, units.length), end, SLACK)
  const errors = {
    before: before?.errors.core ?? core.start,
    core: 0,
    after: after?.errors.core ?? units.length - core.end,
  }
  return { ...occurrence.folded, ...worth(sought, errors), occurrence }
}

/** Units that context may have grown or shrunk by. */
const SLACK = 16

const contextIn = ({ units }: Pattern, start: number, end: number): Pattern => ({
  units: units.subarray(start, end),
  core: { start: 0, end: end - start },
})

/** The place that is most alike, if that is no chance. */
function bestOf(places: readonly Place[], text: PreparedText, hint: Hint): Place | null {
  const rawOf = (place: Place): Range => rawRange(text, place.start, place.end)
  const near = (place: Place): number => distance(rawOf(place), hint)
  const sure = places.filter(
    (place) =>
      place.end > place.start &&
      place.left &&
      place.likeness + (near(place) <= NEAR ? NEARNESS : 0) >= SURE &&
      !hint.taken().includes(rawOf(place).start) &&
      (isSame(place) || hint.foreign(rawOf(place)) < FOREIGN),
  )
  // Words that stood once and stand once are not to be had from a place that is only like them.
  const [once, another] = places.filter(isSame)
  if (hint.ordered && once !== undefined && another === undefined && !hint.repeated() && sure.includes(once))
    return once
  const most = Math.max(...sure.map(({ likeness }) => likeness))
  const [best] = sure
    .filter(({ likeness }) => likeness >= most - ALIKE)
    .toSorted(
      (one, other) =>
        Number(other.occurrence !== null) - Number(one.occurrence !== null) || near(one) - near(other),
    )
  return best ?? null
}

/** Letters alone are compared: the punctuation at the passage's ends goes along where it still stands. */
function withOuterMarks(text: PreparedText, { start, end }: Range, exact: string): Range {
  const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(exact)?.[0] ?? ''
  const tail = /(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u.exec(exact)?.[0] ?? ''
  const words = withoutOuterMarks(text.raw, { start, end })
  return {
    start: text.raw.endsWith(lead, words.start) ? words.start - lead.length : words.start,
    end: text.raw.startsWith(tail, words.end) ? words.end + tail.length : words.end,
  }
}

function withoutOuterMarks(raw: string, { start, end }: Range): Range {
  const part = raw.slice(start, end)
  const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(part)?.[0].length ?? 0
  const tail = /(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u.exec(part)?.[0].length ?? 0
  return lead === part.length ? { start, end } : { start: start + lead, end: end - tail }
}
