import { isDigit, isUnspaced, isWordCharacter } from './characters.ts'
import type { FoldedText } from './fold.ts'
import { KIND } from './fold-buffer.ts'

/** A word of quotations.md § 3: folded offsets, `end` exclusive. */
export interface Word {
  readonly start: number
  readonly end: number
}

/**
 * The words of a folded text: letters, marks and digits, joined by an inner
 * apostrophe or hyphen and, between digits, by . , : or /; a sign or a decimal
 * point before a digit belongs to it; scripts without spaces: a word a character.
 */
export function wordsOf(folded: FoldedText): readonly Word[] {
  const words: Word[] = []
  let at = 0
  while (at < folded.text.length) {
    const code = folded.text.codePointAt(at) ?? 0
    if (!isWordCharacter(code)) {
      at += code > 0xffff ? 2 : 1
      continue
    }
    const start = words.at(-1)?.end === at ? at : withSign(folded, at)
    const end = isUnspaced(code) ? unspacedEnd(folded.text, at) : wordEnd(folded, at)
    words.push({ start, end })
    at = end
  }
  return words
}

/** A sign, or a decimal point, right before a digit and after no word. */
function withSign(folded: FoldedText, at: number): number {
  if (!isDigit(folded.text.codePointAt(at) ?? 0)) return at
  let start = at
  const before = folded.text[start - 1]
  if ((before === '.' || before === ',' || before === '٫') && !isWordAt(folded, start - 2)) start -= 1
  const sign = folded.text[start - 1]
  if (sign === '+' || sign === '±') return isWordAt(folded, start - 2) ? start : start - 1
  const kind = folded.kinds[start - 1] ?? 0
  const signed = (kind & KIND.dash) !== 0 && (kind & KIND.spaceAfter) === 0
  const free = (kind & KIND.spaceBefore) !== 0 || !isWordAt(folded, start - 2)
  return signed && free ? start - 1 : start
}

function isWordAt(folded: FoldedText, at: number): boolean {
  if (at < 0) return false
  const unit = folded.text.charCodeAt(at)
  const low = unit >= 0xdc00 && unit <= 0xdfff
  return isWordCharacter(folded.text.codePointAt(low ? at - 1 : at) ?? 0)
}

function unspacedEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  while (end < text.length && /^\p{M}$/u.test(text[end] ?? '')) end += 1
  return end
}

function wordEnd(folded: FoldedText, from: number): number {
  let at = from
  while (at < folded.text.length) {
    const code = folded.text.codePointAt(at) ?? 0
    if (isWordCharacter(code) && !isUnspaced(code)) at += code > 0xffff ? 2 : 1
    else if (at > from && joins(folded, at)) at += 1
    else break
  }
  return at
}

function joins(folded: FoldedText, at: number): boolean {
  const next = folded.text.codePointAt(at + 1) ?? 0
  if (!isWordCharacter(next) || isUnspaced(next)) return false
  const kind = folded.kinds[at] ?? 0
  if (kind === KIND.apostrophe) return true
  if ((kind & KIND.dash) !== 0) return kind === KIND.dash
  return (
    '.,:/٫٬⁄'.includes(folded.text[at] ?? ' ') && isDigit(next) && isDigit(folded.text.charCodeAt(at - 1))
  )
}

const NARROW_SPACE = /^[\u00a0\u2009\u202f]$/

/**
 * `inside[p]` is 1 where a cut at folded offset `p` would go through a word, or
 * through a number grouped by no-break or thin spaces (43 000).
 */
export function insideWords(folded: FoldedText, words: readonly Word[]): Uint8Array {
  const inside = new Uint8Array(folded.text.length + 1)
  for (const { start, end } of words) inside.fill(1, start + 1, end)
  for (let i = 1; i < words.length; i += 1) {
    const left = words[i - 1]
    const right = words[i]
    if (left && right && isDigitGroup(folded, left, right)) inside.fill(1, left.end, right.start + 1)
  }
  return inside
}

function isDigitGroup(folded: FoldedText, left: Word, right: Word): boolean {
  if (right.start !== left.end + 1 || folded.text[left.end] !== ' ') return false
  const gap = folded.raw.slice(folded.from[left.end], folded.to[left.end])
  const before = folded.text.slice(left.start, left.end)
  const after = folded.text.slice(right.start, right.end)
  return NARROW_SPACE.test(gap) && /\d$/.test(before) && /^\d{3}(?!\d)/.test(after)
}
