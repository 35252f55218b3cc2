import type { DIFFERENCES } from '../contract/check.ts'
import { fold, sameDashes } from './fold.ts'
import { senseWords } from './lexicon.ts'
import { isSpelling } from './spelling.ts'

export interface Hunk {
  readonly kind: 'equal' | 'changed'
  readonly deleted: string
  readonly inserted: string
}

type Difference = (typeof DIFFERENCES)[number]

/**
 * What kind of difference a changed stretch is, the gravest first: negation,
 * number, name, order, case, spelling, word; null when both sides differ only
 * under the typographic fold.
 */
export function classOf(hunk: Hunk, all: readonly Hunk[]): Difference | null {
  const { deleted, inserted } = hunk
  if (sameFolded(deleted, inserted)) return null
  if (!/[\p{L}\p{N}]/u.test(deleted + inserted)) return 'punctuation'
  if (numbers(deleted) !== numbers(inserted)) return senseFirst(deleted, inserted)
  const lettersOnly = lettersOf(deleted) === lettersOf(inserted)
  if (lettersOnly && lettersOf(deleted) !== '') return 'punctuation'
  if (differs('negation', deleted, inserted) || negatedWord(deleted, inserted)) return 'negation'
  if (differs('number', deleted, inserted)) return 'number'
  if (lettersOf(deleted).toLowerCase() === lettersOf(inserted).toLowerCase()) return 'case'
  if (moved(hunk, all)) return 'order'
  if (isOneWord(deleted) && isOneWord(inserted) && isSpelling(lettersOf(deleted), lettersOf(inserted)))
    return 'spelling'
  const start = all[0] === hunk
  if (hasName(deleted, start) || hasName(inserted, start)) return 'name'
  return 'word'
}

const isOneWord = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N}]+(?:[’‐][\p{L}\p{M}\p{N}]+)*$/u.test(fold(text).text.trim())

function lettersOf(text: string): string {
  return fold(text).text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

function differs(code: 'negation' | 'number', one: string, two: string): boolean {
  return senseWords(code, one).toSorted().join(' ') !== senseWords(code, two).toSorted().join(' ')
}

/** The same under the typographic fold, spacing at dashes included. */
function sameFolded(one: string, two: string): boolean {
  const mine = fold(one)
  const theirs = fold(two)
  return mine.text === theirs.text && sameDashes(theirs, 0, mine)
}

function senseFirst(one: string, two: string): Difference {
  return differs('negation', one, two) ? 'negation' : 'number'
}

/** Numbers with their signs, points and separators. */
function numbers(text: string): string {
  const found = fold(text).text.match(
    /(?<![\p{L}\p{M}\p{N}])[‐+±]?\p{Nd}(?:[.,:/]?\p{Nd})*|\p{Nd}(?:[.,:/]?\p{Nd})*/gu,
  )
  return (found ?? []).toSorted().join(' ')
}

/** One side is the other with a negative prefix: legally and illegally, binding and non-binding. */
function negatedWord(one: string, two: string): boolean {
  const mine = fold(one).text.trim().toLowerCase()
  const theirs = fold(two).text.trim().toLowerCase()
  const [short, long] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine]
  if (short.length < 3 || !long.endsWith(short))
    return mine.endsWith('less') !== theirs.endsWith('less') && sameStart(mine, theirs)
  return /^(?:un|in|il|im|ir|non‐?|dis|mis|anti‐?|counter‐?)$/.test(long.slice(0, long.length - short.length))
}

function sameStart(one: string, two: string): boolean {
  return one.slice(0, 4) === two.slice(0, 4)
}

/** The words that changed here stand, changed the other way, elsewhere. */
function moved(hunk: Hunk, all: readonly Hunk[]): boolean {
  const mine = wordList(hunk.deleted || hunk.inserted)
  const others = all.filter((other) => other !== hunk && other.kind === 'changed')
  const side = hunk.deleted !== '' ? others.map((o) => o.inserted) : others.map((o) => o.deleted)
  const there = new Set(side.flatMap(wordList))
  return mine.length > 0 && mine.every((word) => there.has(word))
}

function wordList(text: string): readonly string[] {
  return (
    fold(text)
      .text.toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** A word with a capital; at the start of a quotation only a later one counts. */
function hasName(text: string, start: boolean): boolean {
  const looked = start ? text.replace(/^\P{L}*\p{L}+/u, '') : text
  return /(?<![\p{L}\p{M}])\p{Lu}\p{L}+/u.test(looked)
}
