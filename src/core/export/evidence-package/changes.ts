import { EMPHASIS, kindOfChange, type ChangeKind } from './change-kind.ts'
import { simpleFold } from './simple-fold.ts'

/** Puts `text` in place of a range of a passage: UTF-16 offsets into its exact words, the end excluded. */
export interface Change {
  readonly kind: ChangeKind
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Token {
  readonly kind: 'word' | 'mark' | 'part'
  readonly start: number
  readonly end: number
  /** Under the simple fold. */
  readonly folded: string
}

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`
const UNSEEN = String.raw`\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u0640`
const WORD = String.raw`(?:(?!ʼ|${UNSPACED})(?:[-‐]\u00ad\s*)?[\p{L}\p{M}\p{N}${UNSEEN}])+|${UNSPACED}[\p{M}${UNSEEN}]*`
const HOLE = String.raw`\[[\p{L}\p{M}’'´-]+\]`
const INNER = String.raw`(?!${UNSPACED})[\p{L}\p{M}\p{N}]`
const PART = String.raw`(?:(?:${INNER})+${HOLE}|${HOLE}${INNER})(?:(?:${INNER})+|${HOLE})*`
const DOTS = String.raw`(?:…|\.\s?\.\s?\.)+`
const MARK = String.raw`\[[^[\]]*\]|\(\s*${DOTS}\s*\)|${DOTS}|\((?=[^()]*(?:${EMPHASIS.source}))[^()]*\)`
const WORDS = new RegExp(`(?<word>${WORD})`, 'gu')
const WORDS_AND_MARKS = new RegExp(`(?<part>${PART})|(?<mark>${MARK})|(?<word>${WORD})`, 'giu')

/**
 * Every change, typography too, that makes `words` of the exact words of a
 * passage; each is marked, or a matter of typography. None where they are the
 * same; null where these simple rules find no way. Brackets and dots that the
 * passage has itself are words of it first.
 */
export function changesBetween(words: string, passage: string): readonly Change[] | null {
  if (words === passage) return []
  return changesRead(words, passage, WORDS) ?? changesRead(words, passage, WORDS_AND_MARKS)
}

function changesRead(words: string, passage: string, pattern: RegExp): readonly Change[] | null {
  const shown = tokensOf(words, pattern)
  const stands = tokensOf(passage, WORDS)
  const places = placesOf(shown, stands)
  return places && changesAt(words, passage, shown, stands, places)
}

const tokensOf = (text: string, pattern: RegExp): readonly Token[] =>
  [...text.matchAll(pattern)].map((found) => ({
    kind: found.groups?.['part'] ? 'part' : found.groups?.['mark'] ? 'mark' : 'word',
    start: found.index,
    end: found.index + found[0].length,
    folded: simpleFold(found[0]),
  }))

/**
 * Which word of the passage each token stands for (-1: a mark, which may stand
 * for any number of words), the first and last words among them; null when there
 * is no such way. A mark stands for as few words as it can.
 */
function placesOf(shown: readonly Token[], stands: readonly Token[]): readonly number[] | null {
  const places: number[] = []
  let [mine, theirs] = [0, 0]
  let star: { readonly mine: number; theirs: number } | null = null
  while (theirs < stands.length || mine < shown.length) {
    const [one, other] = [shown[mine], stands[theirs]]
    if (one?.kind === 'mark') {
      star = { mine, theirs }
      places[mine++] = -1
    } else if (one && other && isSame(one, other)) {
      places[mine++] = theirs++
    } else if (star !== null && star.theirs < stands.length) {
      star.theirs += 1
      mine = star.mine + 1
      theirs = star.theirs
    } else return null
  }
  return places
}

/** Whether letters in brackets may make the word of it is told when the change is judged. */
const isSame = (shown: Token, stands: Token): boolean =>
  shown.kind === 'part' || shown.folded === stands.folded

function changesAt(
  words: string,
  passage: string,
  shown: readonly Token[],
  stands: readonly Token[],
  places: readonly number[],
): readonly Change[] | null {
  const changes: Change[] = []
  let [mine, theirs] = [0, 0]
  const add = (toMine: number, toTheirs: number): boolean => {
    const change = changeOf(words.slice(mine, toMine), passage.slice(theirs, toTheirs), theirs, passage)
    ;[mine, theirs] = [toMine, toTheirs]
    if (change !== 'none' && change !== null) changes.push(change)
    return change !== null
  }
  for (const [index, place] of places.entries()) {
    const [one, other] = [shown[index], stands[place]]
    if (!one || !other) continue
    if (!add(one.start, other.start) || !add(one.end, other.end)) return null
  }
  return add(words.length, passage.length) ? changes : null
}

/** White space that both sides share is no part of the change. Null: nothing marks it. */
function changeOf(made: string, old: string, at: number, passage: string): Change | 'none' | null {
  if (made === old) return 'none'
  // Runs of spaces of another length share nothing: what is left of them would be a space in place of none.
  const isSpace = made.trim() === '' && old.trim() === ''
  const head = isSpace ? 0 : sharedSpace(made, old)
  const rest = [made.slice(head), old.slice(head)].map((text) => [...text].toReversed().join(''))
  const tail = isSpace ? 0 : sharedSpace(rest[0] ?? '', rest[1] ?? '')
  const [start, end] = [at + head, at + old.length - tail]
  const text = made.slice(head, made.length - tail)
  const kind = kindOfChange(passage.slice(start, end), text, end === passage.length)
  return kind && { kind, start, end, text }
}

/** How many units of white space two texts both begin with. */
function sharedSpace(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length] && /\s/u.test(one[length] ?? '')) length += 1
  return length
}

const LETTER = String.raw`(?!${UNSPACED})[\p{L}\p{M}\p{N}]`
const CUT = new RegExp(
  String.raw`${LETTER}(?:[-’'‐‑־]?\n|\n[-’'‐‑־]?|(?<=\d)[.,:/]?\n(?=[.,:/]?\d)[.,:/]?)${LETTER}`,
  'u',
)

/** Whether one of these places lies inside a word or a number. */
export const cutsWord = (text: string, ...places: readonly number[]): boolean =>
  places.some((at) => CUT.test(`${text.slice(Math.max(0, at - 3), at)}\n${text.slice(at, at + 3)}`))

/** The verdict that changes make of a passage. */
export function verdictOf(changes: readonly Change[]): 'verbatim' | 'normalised' | 'marked' {
  if (changes.length === 0) return 'verbatim'
  return changes.every(({ kind }) => kind === 'typography' || kind === 'final-stop') ? 'normalised' : 'marked'
}
