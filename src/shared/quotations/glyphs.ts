/** Each opening mark with the marks that close it (quotations.md, section 1). `›` opens as `»` does. */
export const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['»', '«'],
  ['„', '“”'],
  ['”', '”'],
  ['‘', '’'],
  ["'", "'"],
  ['’', '’'],
  ['‚', '‘’'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
  ['``', "''"],
])

/** Marks that apostrophes look like: when one of them closes is told by its neighbours. */
export const SINGLES = new Set(['‘', "'", '’', '‚'])

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20]/u
const LETTER = /[\p{L}\p{M}\p{N}]/u
const SPACE = /\s/u

export const isCjk = (character: string): boolean => CJK.test(character)
/** A letter or digit. */
export const isLetter = (character: string): boolean => LETTER.test(character)
/** White space; the start and the end of the text count as such. */
export const isSpace = (character: string): boolean => character === '' || SPACE.test(character)
export const isDigit = (character: string): boolean => /\p{N}/u.test(character)

/** After these a straight mark opens: white space, the start, brackets, dashes, CJK. Opening marks are the caller's. */
export const opensAfter = (character: string): boolean =>
  isSpace(character) || /[\p{Ps}\p{Pd}−]/u.test(character) || isCjk(character)

/** After a mark that closes comes white space, the end, punctuation or a mark. */
export const endsBefore = (character: string): boolean =>
  isSpace(character) || /[.,;:!?…)\]}\p{Pd}\p{Pf}」』]/u.test(character)

/** The character that ends at `at`, and the one that begins there; empty at the ends of the text. */
export function before(text: string, at: number): string {
  const unit = text.charAt(at - 1)
  return /[\uDC00-\uDFFF]/u.test(unit) ? text.slice(Math.max(0, at - 2), at) : unit
}
export const after = (text: string, at: number): string => {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
