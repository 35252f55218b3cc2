import { fold, sameDashes, type FoldedText } from '../verdict/fold.ts'
import type { PreparedText } from '../verdict/prepared.ts'
import { wholeRange } from '../verdict/typography.ts'
import type { Range } from './passage.ts'

/** Where words stand in a text: raw offsets, the folded ones beside them. */
export interface Occurrence extends Range {
  readonly folded: Range
  /** Code point for code point, not only under the typographic fold. */
  readonly exact: boolean
}

/** Whether an occurrence may begin or end inside a word of the text. */
export interface Cuts {
  readonly start: boolean
  readonly end: boolean
}

export const WHOLE_WORDS: Cuts = { start: false, end: false }

/** Every place of a needle in a text: folded offsets, in order. */
export type Find = (text: PreparedText, needle: string) => Iterable<number>

/** By reading the text from end to end. */
export function* readThrough({ text }: PreparedText, needle: string): Iterable<number> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) yield at
}

/** Every place of `words` in `text` under the typographic fold of quotations.md, in order. */
export function occurrencesOf(
  text: PreparedText,
  words: string,
  cuts: Cuts = WHOLE_WORDS,
  find: Find = readThrough,
): readonly Occurrence[] {
  const sought = words.trim()
  const needle = fold(sought)
  if (needle.text.trim() === '') return []
  const found: Occurrence[] = []
  for (const at of find(text, needle.text)) {
    const folded = { start: at, end: at + needle.text.length }
    if (!mayCut(text, folded, cuts) || !sameDashes(text, at, needle)) continue
    const range = wholeRange(text, at, needle)
    found.push({ ...range, folded, exact: text.raw.slice(range.start, range.end) === sought })
  }
  return found
}

function mayCut(text: PreparedText, { start, end }: Range, cuts: Cuts): boolean {
  const startsWell = text.inside[start] !== 1 || (cuts.start && !partsCharacter(text, start))
  const endsWell = text.inside[end] !== 1 || (cuts.end && !partsCharacter(text, end))
  return startsWell && endsWell
}

/** A ligature folds to several code units, which no cut may part. */
function partsCharacter({ from, text }: FoldedText, at: number): boolean {
  return at > 0 && at < text.length && from[at] === from[at - 1]
}
