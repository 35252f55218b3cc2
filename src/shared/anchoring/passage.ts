import { isCombining } from '../verdict/characters.ts'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether ranges stand one after the other, none over another. */
export const inOrder = (ranges: readonly Range[]): boolean =>
  ranges.every(({ start }, at) => start >= (ranges[at - 1]?.end ?? 0))

/** A passage with what stands around it: all that is needed to find it again. */
export interface Passage extends Range {
  readonly exact: string
  /** Up to `CONTEXT` code units on each side, whole characters only. */
  readonly prefix: string
  readonly suffix: string
}

export const CONTEXT = 64

export function passageAt(text: string, { start, end }: Range): Passage {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(boundaryAfter(text, Math.max(0, start - CONTEXT), start), start),
    suffix: text.slice(end, boundaryBefore(text, Math.min(text.length, end + CONTEXT), end)),
  }
}

/** Whether a cut at `offset` would part a surrogate pair, or a letter from its combining marks. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const unit = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  if (unit >= 0xdc00 && unit <= 0xdfff) return before >= 0xd800 && before <= 0xdbff
  return isCombining(text.codePointAt(offset) ?? 0) && before > 0x20
}

function boundaryAfter(text: string, offset: number, limit: number): number {
  let at = offset
  while (at < limit && splitsCharacter(text, at)) at++
  return at
}

function boundaryBefore(text: string, offset: number, limit: number): number {
  let at = offset
  while (at > limit && splitsCharacter(text, at)) at--
  return at
}
