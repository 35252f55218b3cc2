import type { TypstSpan } from './typst-data.ts'

/** Between these pieces a line never breaks; it may break; it may. Stored ones are gone by now (`TypeCase`). */
const TIE = '\u2060'
const MAY_BREAK = '\u200B'

/** Scripts that are broken between any letters, or by a dictionary, without our help. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const MARK = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const PARTS = new RegExp(`(${MARK.source}|${TIE}|${MAY_BREAK})`, 'u')

/**
 * A text as spans between which lines break as they should. Lines end at spaces only:
 * readers of PDF drop a hyphen at the end of a line, and put a space where a line
 * ended after a dash or a slash, so that a quote would be copied with other words. A
 * word of more than `longest` UTF-16 units, such as an address, may be broken before
 * or after the signs in it, else after every few letters. No character is added that
 * prints or is copied.
 */
export function breakLines(text: string, longest: number): readonly TypstSpan[] {
  if (!BREAKS.test(text) && text.split(' ').every((word) => word.length <= longest)) return [text]
  return text
    .replaceAll(/\S+/gu, (word) => (word.length > longest ? loosen(word, longest) : tie(word)))
    .replaceAll(/(?<=[-\u2010]) (?=\S)/gu, ` ${TIE}`)
    .split(PARTS)
    .filter((part) => part !== '')
    .map(spanOf)
}

/** Whether anything but a space or a long word could end a line, or must stand apart. */
const BREAKS = new RegExp(`[-\u2010-\u2015/|!?\u2026}]|www[.]|${MARK.source}`, 'iu')

/** Ends as UAX 14 keeps a number with: a letter, a figure, a quotation mark, a bracket, a stop. Others are tied to it. */
export const keepsNumber = (text: string): boolean =>
  /[\p{L}\p{M}\p{N}"'\u2019\u201D\u201C\u00BB.,;:)\]]$/u.test(text) && !UNSPACED.test(text.slice(-2))

function spanOf(part: string): TypstSpan {
  if (part === TIE) return { t: 'tie' }
  if (part === MAY_BREAK) return { t: 'may' }
  return MARK.test(part) ? { t: 'mark', v: part } : part
}

/**
 * Where the Unicode line breaking rules (UAX 14) allow a break inside a word of
 * letters; none before a digit after a hyphen or a slash (rule LB25), as in a date, none before a stop or
 * a closing bracket (LB13), and none inside a row of long dashes (LB17).
 */
const INSIDE =
  /(?<=[\u2010\u2012-\u2015|!?\u2026}])(?=[^\s.,;:!?)\]}])(?<!\u2014(?=\u2014))|(?<=[-/])(?=[^\s\d/-])|(?<=[^\s\u2014])(?=\u2014)/gu

const tie = (word: string): string => {
  const tied = UNSPACED.test(word) ? word : word.replaceAll(INSIDE, TIE)
  // The typesetter has breaks of its own for what begins like an address; a tie behind its beginning is enough.
  return tied.replaceAll(ADDRESS, (start) => start + TIE)
}

const ADDRESS = new RegExp(`https?://(?!${TIE})|www(?=[.])`, 'giu')

/** Before a hyphen and after other signs; a hyphen that ends a line would be lost. */
const SIGNS = /(?<=[/?&=#.,;:_~@%+])(?![/?&=#.,;:_~@%+\s-])|(?=-)/u
const LETTERS = 8

const loosen = (word: string, longest: number): string => {
  if (UNSPACED.test(word)) return tie(word)
  return word
    .split(SIGNS)
    .flatMap((part) => (part.length > Math.min(2 * LETTERS, longest) ? chop(part, longest) : [part]))
    .map(tie)
    .join(MAY_BREAK)
}

/** Cuts into pieces of about one length, before a letter, never before a mark or joiner that belongs to it. */
function chop(part: string, longest: number): readonly string[] {
  const letters = part.match(/(?:\P{M}|^\p{M})(?:\p{M}|\u{200D})*/gu) ?? []
  const size = Math.ceil(letters.length / Math.ceil(letters.length / Math.min(LETTERS, longest)))
  const pieces = Array.from({ length: Math.ceil(letters.length / size) }, (_, at) =>
    letters.slice(at * size, (at + 1) * size).join(''),
  )
  return pieces.length === 0 ? [part] : pieces
}
