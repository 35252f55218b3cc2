import type { FoldedText } from './fold.ts'
import type { Word } from './words.ts'

/** A window of a text in which most of a quotation's words stand in order. Word indices, `end` exclusive. */
export interface Window {
  readonly start: number
  readonly end: number
  /** How many of the quotation's words stand in it, in order. */
  readonly shared: number
}

const SHARE = 0.6
const FEW_WORDS = 6
const STRETCH = 1.5
const MOST_WINDOWS = 64
const LONG = 500
const MOST_LONG_WINDOWS = 4

/** How many words of a quotation of `length` words must stand in a window. */
export function leastShared(length: number): number {
  return length < FEW_WORDS ? Math.max(1, length - 1) : Math.ceil(length * SHARE)
}

/** How many words of a text a window for a quotation of `length` words takes in. */
export const windowSize = (length: number): number =>
  Math.max(Math.floor(length * STRETCH), leastShared(length))

/** A text's words under fold and case fold. */
export function wordKeys(text: FoldedText, words: readonly Word[]): readonly string[] {
  return words.map(({ start, end }) => text.text.slice(start, end).toLowerCase())
}

/**
 * The window that shares most words with the quotation (quotations.md § 5.3),
 * widened at each end by as many words as the quotation has unmatched there;
 * null when none shares enough. A longest common subsequence is sought in the
 * windows with the most words in common.
 */
export function findSimilar(keys: readonly string[], textKeys: readonly string[]): Window | null {
  const least = leastShared(keys.length)
  const size = windowSize(keys.length)
  let best: Alignment | null = null
  for (const start of likeliest(keys, textKeys, size, least)) {
    const aligned = align(keys, textKeys, start, Math.min(textKeys.length, start + size))
    if (aligned.shared >= least && (!best || better(aligned, best))) best = aligned
  }
  if (!best) return null
  return {
    start: Math.max(0, best.start - best.before),
    end: Math.min(textKeys.length, best.end + best.after),
    shared: best.shared,
  }
}

function better(one: Alignment, other: Alignment): boolean {
  if (one.shared !== other.shared) return one.shared > other.shared
  const length = one.end - one.start
  const otherLength = other.end - other.start
  return length !== otherLength ? length < otherLength : one.start < other.start
}

/** Starts of windows by how many of the quotation's words they hold, counted with repetition. */
function likeliest(
  keys: readonly string[],
  textKeys: readonly string[],
  size: number,
  least: number,
): readonly number[] {
  const wanted = new Map<string, number>()
  for (const key of keys) wanted.set(key, (wanted.get(key) ?? 0) + 1)
  const seen = new Map<string, number>()
  const starts: { start: number; held: number }[] = []
  let held = 0
  let end = 0
  for (let start = 0; start < textKeys.length; start += 1) {
    for (; end < textKeys.length && end < start + size; end += 1)
      held += tally(textKeys[end], 1, wanted, seen)
    if (held >= least && wanted.has(textKeys[start] ?? '')) starts.push({ start, held })
    held += tally(textKeys[start], -1, wanted, seen)
  }
  return starts
    .toSorted((a, b) => b.held - a.held || a.start - b.start)
    .slice(0, keys.length > LONG ? MOST_LONG_WINDOWS : MOST_WINDOWS)
    .map(({ start }) => start)
}

/** Adds or takes one word of the window; returns the change in useful words. */
function tally(
  key: string | undefined,
  step: 1 | -1,
  wanted: Map<string, number>,
  seen: Map<string, number>,
): number {
  const most = key === undefined ? 0 : (wanted.get(key) ?? 0)
  if (key === undefined || most === 0) return 0
  const before = seen.get(key) ?? 0
  seen.set(key, before + step)
  return Math.min(before + step, most) - Math.min(before, most)
}

interface Alignment {
  readonly start: number
  readonly end: number
  readonly shared: number
  /** Words of the quotation before its first and after its last shared word. */
  readonly before: number
  readonly after: number
}

/**
 * Longest common subsequence of the quotation and `textKeys[from, to)`, by the
 * pairs of equal words (Hunt and Szymanski, 1977): memory grows with the pairs,
 * not with the product of both lengths.
 */
function align(keys: readonly string[], textKeys: readonly string[], from: number, to: number): Alignment {
  const places = placesOf(textKeys, from, to)
  const pairs: Pair[] = []
  const tails: number[] = []
  for (let mine = 0; mine < keys.length; mine += 1) {
    for (const theirs of places.get(keys[mine] ?? '') ?? []) {
      const length = firstNotBelow(tails, pairs, theirs)
      pairs.push({ mine, theirs, before: length === 0 ? -1 : (tails[length - 1] ?? -1) })
      tails[length] = pairs.length - 1
    }
  }
  const last = pairs[tails.at(-1) ?? -1]
  if (!last) return { start: from, end: from, shared: 0, before: 0, after: 0 }
  let first = last
  while (first.before >= 0) first = pairs[first.before] ?? first
  return {
    start: first.theirs,
    end: last.theirs + 1,
    shared: tails.length,
    before: first.mine,
    after: keys.length - 1 - last.mine,
  }
}

interface Pair {
  readonly mine: number
  readonly theirs: number
  /** The pair before it in the longest sequence that ends here, or -1. */
  readonly before: number
}

/** Where each word stands in the window, the last place first, so that no word is paired twice. */
function placesOf(
  textKeys: readonly string[],
  from: number,
  to: number,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = to - 1; at >= from; at -= 1) {
    const key = textKeys[at] ?? ''
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  return places
}

/** The first sequence length whose last pair does not lie before `theirs`. */
function firstNotBelow(tails: readonly number[], pairs: readonly Pair[], theirs: number): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[tails[middle] ?? -1]?.theirs ?? Infinity) < theirs) low = middle + 1
    else high = middle
  }
  return low
}
