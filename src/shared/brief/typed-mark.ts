import { isApostrophe, isElision } from '../quotations/apostrophes.ts'
import {
  before as characterBefore,
  after as characterAfter,
  isCjk,
  isDigit,
  isLetter,
  opensAfter,
} from '../quotations/glyphs.ts'
import type { QuotationMarks } from './quotation-marks.ts'

export const APOSTROPHE = '’'

/** Where a key is pressed: the paragraph up to the caret, and from it on. */
export interface Around {
  readonly before: string
  readonly after: string
}

/**
 * What a straight mark that is typed means in a language: an opening or closing mark, an apostrophe, or null where it
 * is to stay, as in 5' 10".
 */
export function typedMark(typed: '"' | "'", around: Around, marks: QuotationMarks): string | null {
  const previous = characterBefore(around.before, around.before.length)
  const pair = typed === '"' ? marks : marks.inner
  const isOpen = opened(around.before, pair.open.trim(), pair.close.trim())
  if (typed === "'" && isApostropheHere(around, isOpen)) return APOSTROPHE
  if (opensAfter(previous) || isOpening(previous, marks))
    return isOpen && (isSame(pair) || isCjk(previous)) ? pair.close : pair.open
  // A prime, unless there is something to close.
  if (isDigit(previous) && !isOpen) return null
  return isOpen || typed === '"' ? pair.close : APOSTROPHE
}

/** Whether a mark stands before the caret that is not closed yet. */
function opened(before: string, open: string, close: string): boolean {
  if (open === close) return before.split(open).length % 2 === 0
  return before.lastIndexOf(open) > lastClose(before, close)
}

/** An apostrophe between letters closes nothing. */
function lastClose(before: string, close: string): number {
  const at = before.lastIndexOf(close)
  return close === APOSTROPHE && at > 0 && isApostrophe(before, at)
    ? lastClose(before.slice(0, at), close)
    : at
}

const isSame = ({ open, close }: { readonly open: string; readonly close: string }): boolean =>
  open.trim() === close.trim()

const isOpening = (character: string, { open, inner }: QuotationMarks): boolean =>
  character !== '' && [open, inner.open].some((mark) => mark.trim() === character || mark.endsWith(character))

function isApostropheHere({ before, after }: Around, isOpen: boolean): boolean {
  const text = `${before}'${after}`
  const at = before.length
  if (isApostrophe(text, at)) return true
  const previous = characterBefore(before, at)
  const next = characterAfter(after, 0)
  if (isLetter(previous)) return !isOpen && !isDigit(previous)
  return next !== '' && opensAfter(previous) && isElision(text, at)
}

/**
 * The mark right before the caret, once the next letter tells that it is an apostrophe: ’90s, and geht’s within single
 * marks. UTF-16 units to put it in place of; 0 where it stays.
 */
export function unitsToMend(before: string, typed: string, { inner }: QuotationMarks): number {
  const open = inner.open
  const close = inner.close
  const isYear =
    isDigit(typed) && before.endsWith(open) && opensAfter(before.charAt(before.length - open.length - 1))
  if (isYear && open !== APOSTROPHE) return open.length
  const stem = characterBefore(before, before.length - close.length)
  const isWord = isLetter(typed) && before.endsWith(close) && stem !== '' && isLetter(stem)
  return isWord && close !== APOSTROPHE ? close.length : 0
}
