import { fold, type FoldedText } from '../verdict/fold.ts'
import { wordAfter, type PreparedText } from '../verdict/prepared.ts'
import { wordsOf } from '../verdict/words.ts'
import type { Range } from './passage.ts'

/** What is said to stand around a passage, folded once. */
export interface Context {
  readonly before: FoldedText
  readonly after: FoldedText
}

export const contextOf = (prefix: string, suffix: string): Context => ({
  before: fold(prefix.trimStart()),
  after: fold(suffix.trimEnd()),
})

/** Folded spaces that may stand between a passage and its context. */
const GAP = 4

/** Whether the context stands right around a folded range, spaces aside. */
export function standsAround(text: PreparedText, { start, end }: Range, { before, after }: Context): boolean {
  const left = before.text.trim()
  const right = after.text.trim()
  return (
    text.text
      .slice(Math.max(0, start - left.length - GAP), start)
      .trimEnd()
      .endsWith(left) &&
    text.text
      .slice(end, end + right.length + GAP)
      .trimStart()
      .startsWith(right)
  )
}

/** How many folded code units of the context agree, counted outward from the passage. */
export function agreement(text: PreparedText, { start, end }: Range, { before, after }: Context): number {
  let left = 0
  while (left < before.text.length && before.text.at(-1 - left) === text.text[start - 1 - left]) left++
  let right = 0
  while (right < after.text.length && after.text[right] === text.text[end + right]) right++
  return left + right
}

const NEIGHBOURS = 8

/**
 * Whether at least one side of the context is still there, word by word: half of
 * up to eight neighbouring words in order, and never fewer than two. A side
 * without words agrees only at the edge of the text.
 */
export function agrees(text: PreparedText, range: Range, { before, after }: Context): boolean {
  const first = wordAfter(text.words, range.start)
  const beyond = wordAfter(text.words, range.end)
  const left = lowered(text, Math.max(0, first - NEIGHBOURS), first)
  const right = lowered(text, beyond, Math.min(text.words.length, beyond + NEIGHBOURS))
  const stored = { left: wordTexts(before).slice(-NEIGHBOURS), right: wordTexts(after).slice(0, NEIGHBOURS) }
  return sideAgrees(stored.left, left) || sideAgrees(stored.right, right)
}

function sideAgrees(stored: readonly string[], found: readonly string[]): boolean {
  if (stored.length < 2) return false
  return inOrder(stored, found) >= Math.max(2, Math.ceil(stored.length / 2))
}

/** The length of the longest common subsequence. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const word of one) {
    const next = [0]
    other.forEach((each, at) => {
      next.push(each === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const wordTexts = (folded: FoldedText): string[] =>
  wordsOf(folded).map(({ start, end }) => folded.text.slice(start, end).toLowerCase())

/** The words `from` to `to` of a text in lower case. */
export function lowered(text: PreparedText, from: number, to: number): string[] {
  return text.words.slice(from, to).map(({ start, end }) => text.text.slice(start, end).toLowerCase())
}
