import { fold, type FoldedText } from '../verdict/fold.ts'
import type { PreparedText } from '../verdict/prepared.ts'
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

/** The words `from` to `to` of a text in lower case. */
export function lowered(text: PreparedText, from: number, to: number): string[] {
  return text.words.slice(from, to).map(({ start, end }) => text.text.slice(start, end).toLowerCase())
}
