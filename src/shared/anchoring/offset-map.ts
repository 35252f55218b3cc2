import type { Range } from './passage.ts'
import { pairTokens } from './pair-tokens.ts'

/** Where an offset of a text went in another. */
export interface Mapped {
  /** UTF-16. */
  readonly at: number
  /** True where the word at the offset is paired with the very word at `at`; else `at` lies between such words. */
  readonly sure: boolean
}

export interface OffsetMap {
  /** Where an offset of the first text went. */
  readonly lead: (offset: number) => Mapped
  /** Of the words at a place of the other text, the share (0 to 1) that come from outside a stretch of the first. */
  readonly foreign: (place: Range, own: Range) => number
  /** Where most letters of a stretch went, among most of the words around it; null where they did not. */
  readonly follow: (own: Range) => Range | null
}

/** A word, or one character of a script that is written without spaces. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu

interface Tokens {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly numbers: Int32Array
}

/**
 * Leads from the offsets of `one` to those of `other`, by the words that both have in the same order: where the same
 * words stand several times, the third stays the third. A hint where to look; what is there has to be compared.
 */
export function mapOffsets(one: string, other: string): OffsetMap {
  let made: Paired | null = null
  const paired = (): Paired => (made ??= pairedOf(one, other))
  return {
    lead: (offset) => leadFrom(offset, paired(), [one.length, other.length]),
    foreign: (place, own) => foreignIn(place, own, paired()),
    follow: (own) => followed(own, paired()),
  }
}

interface Paired {
  readonly mine: Tokens
  readonly theirs: Tokens
  /** For each of mine which of theirs it became, and the other way; −1 for none. */
  readonly pairs: Int32Array
  readonly sources: Int32Array
}

function pairedOf(one: string, other: string): Paired {
  const known = new Map<string, number>()
  const mine = tokensOf(one, known)
  const theirs = tokensOf(other, known)
  const pairs = pairTokens({ one: mine.numbers, other: theirs.numbers })
  const sources = new Int32Array(theirs.starts.length).fill(-1)
  for (const [from, to] of pairs.entries()) if (to >= 0) sources[to] = from
  return { mine, theirs, pairs, sources }
}

function leadFrom(offset: number, paired: Paired, lengths: readonly [number, number]): Mapped {
  const { mine, theirs, pairs } = paired
  const token = lastFrom(mine.starts, offset)
  const pair = pairs[token] ?? -1
  const start = mine.starts[token] ?? 0
  if (pair >= 0 && offset < (mine.ends[token] ?? 0))
    return { at: (theirs.starts[pair] ?? 0) + offset - start, sure: true }
  return { at: between(offset, token, paired, lengths), sure: false }
}

function foreignIn(place: Range, own: Range, { mine, theirs, sources }: Paired): number {
  let [words, foreign] = [0, 0]
  for (
    let token = Math.max(0, lastFrom(theirs.starts, place.start));
    token < theirs.starts.length && (theirs.starts[token] ?? 0) < place.end;
    token += 1
  ) {
    if ((theirs.ends[token] ?? 0) <= place.start) continue
    words += 1
    const source = sources[token] ?? -1
    const start = mine.starts[source] ?? 0
    if (source >= 0 && (start >= own.end || (mine.ends[source] ?? 0) <= own.start)) foreign += 1
  }
  return words === 0 ? 0 : foreign / words
}

/** Of a stretch so many of its letters have to be there, and of the words around it. */
const LEFT = 0.6
const LEFT_AROUND = 0.5
/** Words looked at on each side, and how far theirs may lie from the place for each of them. */
const AROUND = 8
const NEAR_WORDS = 3
/** A stretch may grow to so many times its length. */
const GROWN = 2

function followed(own: Range, { mine, theirs, pairs }: Paired): Range | null {
  const before = lastFrom(mine.starts, own.start)
  const first = (mine.ends[before] ?? 0) > own.start ? before : before + 1
  let [letters, left, from, to] = [0, 0, -1, -1]
  let token = first
  for (; token < pairs.length && (mine.starts[token] ?? 0) < own.end; token += 1) {
    const length = (mine.ends[token] ?? 0) - (mine.starts[token] ?? 0)
    const pair = pairs[token] ?? -1
    letters += length
    if (pair < 0) continue
    left += length
    if (from < 0) from = pair
    to = pair
  }
  if (from < 0 || left < letters * LEFT) return null
  const range = { start: theirs.starts[from] ?? 0, end: theirs.ends[to] ?? 0 }
  const isNear = (pair: number): boolean =>
    pair >= 0 && pair >= from - AROUND * NEAR_WORDS && pair <= to + AROUND * NEAR_WORDS
  const around = [
    ...pairs.subarray(Math.max(0, first - AROUND), first),
    ...pairs.subarray(token, token + AROUND),
  ]
  const whole = range.end - range.start <= (own.end - own.start) * GROWN
  return whole && around.filter(isNear).length >= around.length * LEFT_AROUND ? range : null
}

function tokensOf(text: string, known: Map<string, number>): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const numbers: number[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const number = known.get(word) ?? known.size + 1
    known.set(word, number)
    starts.push(index)
    ends.push(index + word.length)
    numbers.push(number)
  }
  return { starts, ends, numbers: Int32Array.from(numbers) }
}

/** The last token that starts at or before an offset; −1 before the first. */
function lastFrom(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** As far between the nearest paired words on both sides as it was. */
function between(
  offset: number,
  token: number,
  { mine, theirs, pairs }: Paired,
  [length, otherLength]: readonly [number, number],
): number {
  let left = token
  while (left >= 0 && (pairs[left] ?? -1) < 0) left -= 1
  let right = token + 1
  while (right < pairs.length && (pairs[right] ?? -1) < 0) right += 1
  const from = left < 0 ? 0 : (mine.ends[left] ?? 0)
  const to = right < pairs.length ? (mine.starts[right] ?? length) : length
  const at = left < 0 ? 0 : (theirs.ends[pairs[left] ?? 0] ?? 0)
  const till = right < pairs.length ? (theirs.starts[pairs[right] ?? 0] ?? otherLength) : otherLength
  const share = to > from ? Math.min(1, Math.max(0, offset - from) / (to - from)) : 0
  return Math.round(at + share * (till - at))
}
