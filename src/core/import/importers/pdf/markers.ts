import type { Line } from './lines.ts'
import type { Word } from './words.ts'

/** What an item of a list or a note begins with: how many words, and what they say. */
export interface Marker {
  readonly words: number
  readonly label: string
  /** Of an ordered list. */
  readonly number: number | null
}

const BULLET = /^[•◦▪▫‣●○■□➢➤✓\uf0b7\uf0a7\u25aa]$/u
const DASH = /^[-–—*·]$/u
const NUMBER = /^\(?(\d{1,3})[.)]$/
const LETTER = /^\(?[a-z][.)]$/

/** The marker that a line begins with, when what follows bears out that it is one. */
export function markerOf(line: Line, next: Line | null, inList: boolean): Marker | null {
  const [first, second] = line.words
  if (first === undefined || second === undefined) return null
  const { text } = first
  if (BULLET.test(text)) return { words: 1, label: text, number: null }
  const number = NUMBER.exec(text)?.[1]
  if (number === undefined && !DASH.test(text) && !LETTER.test(text)) return null
  const hangs =
    next !== null && next.start > first.start + line.size * 0.5 && next.start >= second.start - line.size
  const follows = next !== null && sameKind(text, next.words[0]?.text ?? '')
  if (!hangs && !follows && !inList) return null
  if (line.bold && number !== undefined) return null
  return { words: 1, label: text, number: number === undefined ? null : Number(number) }
}

const sameKind = (one: string, other: string): boolean =>
  [NUMBER, LETTER, DASH].some((kind) => kind.test(one) && kind.test(other))

const NOTE = /^(?:\d{1,3}|[*†‡§¶]{1,3})[.)]?$/u

/** The mark of a note at the foot of a page: raised or before a space. */
export function noteMarkOf({ words, size }: Line): Marker | null {
  const [first, second] = words
  if (first === undefined || second === undefined || !NOTE.test(first.text)) return null
  const raised = first.size < size * 0.85 || isDrawnApart(first, second)
  if (!raised && second.start - first.end < size * 0.1) return null
  return { words: 1, label: first.text.replace(/[.)]$/, ''), number: null }
}

/** A number drawn on its own, right beside a word: raised figures of the font may look so. */
export const isDrawnApart = (number: Word, beside: Word): boolean =>
  number.lastItem === number.firstItem &&
  (number.lastItem < beside.firstItem || number.firstItem > beside.lastItem) &&
  /^\d{1,3}$/.test(number.text)
