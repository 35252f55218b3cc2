import { pairTokens } from './pair-tokens.ts'

/** Where an offset of a text went in another. */
export interface Mapped {
  /** UTF-16. */
  readonly at: number
  /** True where the word at the offset is paired with the very word at `at`; else `at` lies between such words. */
  readonly sure: boolean
}

export type OffsetMap = (offset: number) => Mapped

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
  const known = new Map<string, number>()
  const mine = tokensOf(one, known)
  const theirs = tokensOf(other, known)
  const pairs = pairTokens({ one: mine.numbers, other: theirs.numbers })
  return (offset) => {
    const token = lastFrom(mine.starts, offset)
    const pair = pairs[token] ?? -1
    const start = mine.starts[token] ?? 0
    if (pair >= 0 && offset < (mine.ends[token] ?? 0))
      return { at: (theirs.starts[pair] ?? 0) + offset - start, sure: true }
    return { at: between(offset, token, { mine, theirs, pairs }, [one.length, other.length]), sure: false }
  }
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

interface Paired {
  readonly mine: Tokens
  readonly theirs: Tokens
  readonly pairs: Int32Array
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
