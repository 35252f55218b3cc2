import { fold, type FoldedText } from './fold.ts'
import { insideWords, wordsOf, type Word } from './words.ts'

/** A text made ready to be searched: folded, with its words and the places where it may be cut. */
export interface PreparedText extends FoldedText {
  readonly words: readonly Word[]
  readonly inside: Uint8Array
}

export function prepare(raw: string): PreparedText {
  const folded = fold(raw)
  const words = wordsOf(folded)
  return { ...folded, words, inside: insideWords(folded, words) }
}

/** The raw UTF-16 range of a folded one. */
export function rawRange(text: FoldedText, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: rawOffset(text, start), end: rawOffset(text, start) }
  return { start: text.from[start] ?? text.raw.length, end: text.to[end - 1] ?? text.raw.length }
}

/** The raw offset at which folded offset `at` begins. */
export function rawOffset(text: FoldedText, at: number): number {
  return at >= text.text.length ? text.raw.length : (text.from[at] ?? text.raw.length)
}

/** The first folded offset whose raw range begins at or after `raw`. */
export function foldedOffset(text: FoldedText, raw: number): number {
  let low = 0
  let high = text.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((text.from[middle] ?? 0) < raw) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first word that ends after folded offset `at`. */
export function wordAfter(words: readonly Word[], at: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** How many words lie, whole or in part, in a folded range. */
export function countWords(text: PreparedText, start: number, end: number): number {
  let count = 0
  for (let i = wordAfter(text.words, start); i < text.words.length; i += 1) {
    if ((text.words[i]?.start ?? end) >= end) break
    count += 1
  }
  return count
}
