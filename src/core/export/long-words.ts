import type { Words } from './typst-data.ts'

/** Scripts that are broken between any letters, or by a dictionary, without our help. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Lets a line break inside words of more than `longest` UTF-16 units, such as
 * addresses: after the signs that part them, else after every few letters. No
 * character is added; the pieces joined are the text.
 */
export function breakLongWords(text: string, longest: number): Words {
  if (!hasLongWord(text, longest)) return text
  return text
    .split(/(?<=\s)(?=\S)/u)
    .flatMap((word) => (word.trimEnd().length > longest && !UNSPACED.test(word) ? pieces(word) : [word]))
    .reduce<string[]>((joined, piece, index, all) => joinSpaced(joined, piece, all[index - 1]), [])
}

const hasLongWord = (text: string, longest: number): boolean =>
  text.length > longest && text.split(/\s+/u).some((word) => word.length > longest)

const pieces = (word: string): string[] =>
  word
    .split(/(?<=[/?&=#.,;:_~@%+-])(?![/?&=#.,;:_~@%+\s-])/u)
    .flatMap((part) => (part.length > LETTERS * 2 ? chop(part) : [part]))

/** Cuts before a letter, never before a mark or joiner that belongs to it. */
const chop = (part: string): string[] => part.match(/(?:\P{M}(?:\p{M}|\u{200D})*){1,8}/gu) ?? [part]

const LETTERS = 8

/** A space breaks the line by itself: words after one stay in the same piece. */
function joinSpaced(joined: string[], piece: string, before: string | undefined): string[] {
  const last = joined.at(-1)
  if (last !== undefined && before !== undefined && /\s$/u.test(before))
    joined[joined.length - 1] = last + piece
  else joined.push(piece)
  return joined
}
