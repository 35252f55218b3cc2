import { sameDashes } from './fold.ts'
import { locatePart, type PartPlace } from './part.ts'
import { hasOmission, type Atom, type Joint, type Pattern, type TextAtom } from './pattern.ts'
import { countWords, rawRange, wordAfter, type PreparedText } from './prepared.ts'

/** Where one atom of a pattern stands in a text: folded offsets. */
export interface Placed {
  readonly start: number
  readonly end: number
  /** How a part-word was read; absent for words as they are. */
  readonly part?: PartPlace
}

/** A place where all of a pattern's words stand, in order. Folded offsets. */
export interface Match {
  readonly placed: readonly Placed[]
  readonly start: number
  readonly end: number
  /** Words of the source that are not shown. */
  readonly leftOut: number
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** The passage from the first to the last kept piece of an omission, in UTF-16 units of the source. */
const LONGEST_PASSAGE = 3000
/** How far it is sought in folded units, of which a ligature gives several. */
const FARTHEST = 2 * LONGEST_PASSAGE
const MOST_REPLACED = 12
const MOST_MATCHES = 40
const MOST_STEPS = 50_000

interface Search {
  readonly text: PreparedText
  readonly pattern: Pattern
  readonly range: Range
  readonly matches: Match[]
  /** Whether any mark leaves words out. */
  readonly omits: boolean
  readonly accepts: (match: Match) => boolean
  steps: number
}

/** Every acceptable place of a pattern within a folded range, in order, up to forty. */
export function findMatches(
  text: PreparedText,
  pattern: Pattern,
  range: Range = { start: 0, end: text.text.length },
  accepts: (match: Match) => boolean = () => true,
): readonly Match[] {
  const search: Search = { text, pattern, range, matches: [], omits: hasOmission(pattern), accepts, steps: 0 }
  for (const first of firstPlaces(search)) {
    extend(search, [first])
    if (search.matches.length >= MOST_MATCHES || search.steps > MOST_STEPS) break
  }
  return search.matches
}

function* firstPlaces(search: Search): Iterable<Placed> {
  const { pattern, range } = search
  const atom = pattern.atoms[0]
  if (!atom) return
  for (const placed of placesOf(search, 0, range.start, range.end)) {
    const capital = atom.kind === 'text' ? capitalBefore(search, placed) : null
    yield capital ?? placed
  }
}

/** `[A] clear violation`: a bracket of one letter before the words may be the source's own word. */
function capitalBefore({ text, pattern, range }: Search, placed: Placed): Placed | null {
  const marks = pattern.joints[0]?.marks ?? []
  const letter = marks.length === 1 ? (marks[0]?.content ?? '') : ''
  if (letter === '') return null
  const word = text.words[wordAfter(text.words, placed.start) - 1]
  if (!word || word.start < range.start || text.text.slice(word.end, placed.start) !== ' ') return null
  const own = text.text.slice(word.start, word.end)
  return sameLetter(own, letter) ? { ...placed, start: word.start } : null
}

export function sameLetter(one: string, other: string): boolean {
  return [...one].length === 1 && one.toLowerCase() === other.toLowerCase()
}

/** Extends a partial match by the next atom, nearest places first. */
function extend(search: Search, placed: readonly Placed[]): void {
  search.steps += 1
  const { pattern, text, range, matches } = search
  if (matches.length >= MOST_MATCHES || search.steps > MOST_STEPS) return
  const index = placed.length
  const last = placed[index - 1]
  const first = placed[0]
  const joint = pattern.joints[index]
  if (!last || !first || !joint) return
  if (index === pattern.atoms.length) {
    const match = { placed, start: first.start, end: last.end, leftOut: leftOut(text, placed) }
    if (!tooLong(search, match) && search.accepts(match)) matches.push(match)
    return
  }
  const end = Math.min(range.end, farthest(search, joint, first.start, last.end))
  for (const next of placesOf(search, index, last.end, end)) {
    if (joint.marks.length === 0 && next.start !== last.end) break
    const gap = judgeGap(text, joint, last.end, next.start)
    if (gap === 'too-far') break
    if (gap === 'fits') extend(search, [...placed, next])
  }
}

/** Where the next atom must begin before, so that a rare word is not sought to the end of a long text. */
function farthest({ text }: Search, joint: Joint, first: number, last: number): number {
  if (joint.marks.length === 0) return last + 1
  if (joint.marks.some((mark) => mark.kind === 'omission')) return first + FARTHEST
  return text.words[wordAfter(text.words, last) + MOST_REPLACED + 1]?.start ?? text.text.length
}

function tooLong({ omits, text }: Search, match: Match): boolean {
  const { start, end } = rawRange(text, match.start, match.end)
  return omits && end - start > LONGEST_PASSAGE
}

function leftOut(text: PreparedText, placed: readonly Placed[]): number {
  let words = 0
  for (let i = 1; i < placed.length; i += 1) {
    const from = placed[i - 1]?.end ?? 0
    const to = placed[i]?.start ?? 0
    if (to > from) words += countWords(text, from, to)
  }
  return words
}

/** Whether the marks of a joint can stand for the source's words between two atoms. */
function judgeGap(text: PreparedText, joint: Joint, from: number, to: number): 'fits' | 'too-far' | 'no' {
  if (joint.marks.length === 0) return 'fits'
  if (joint.marks.some((mark) => mark.kind === 'omission')) return 'fits'
  const words = countWords(text, from, to)
  if (words > MOST_REPLACED) return 'too-far'
  if (words > 0) return 'fits'
  return /^ ?$/.test(text.text.slice(from, to)) ? 'fits' : 'no'
}

/** Places of atom `index` that begin in `[from, to)`, in order. */
function* placesOf(search: Search, index: number, from: number, to: number): Iterable<Placed> {
  const { text, pattern, range } = search
  const atom = pattern.atoms[index]
  if (!atom) return
  const freeStart = index === 0 || (pattern.joints[index]?.marks.length ?? 0) > 0
  const freeEnd = index === pattern.atoms.length - 1 || (pattern.joints[index + 1]?.marks.length ?? 0) > 0
  if (atom.kind === 'part') {
    for (let i = wordAfter(text.words, from); i < text.words.length; i += 1) {
      const word = text.words[i]
      if (!word || word.start >= to || word.end > range.end) return
      const part = word.start >= from ? locatePart(atom, text.text.slice(word.start, word.end)) : null
      if (part) yield { start: word.start, end: word.end, part }
    }
    return
  }
  const words = atom.folded.text
  // A rare word must not be sought to the end of a long text for each place of the words before it.
  const near = text.text.slice(from, to + words.length - 1)
  for (let found = near.indexOf(words); found >= 0; found = near.indexOf(words, found + 1)) {
    const at = from + found
    if (fits(text, atom, at, range.end, freeStart, freeEnd)) yield { start: at, end: at + words.length }
  }
}

function fits(
  text: PreparedText,
  atom: TextAtom,
  at: number,
  limit: number,
  start: boolean,
  end: boolean,
): boolean {
  const after = at + atom.folded.text.length
  if (after > limit) return false
  if (start && text.inside[at] === 1) return false
  if (end && text.inside[after] === 1) return false
  return sameDashes(text, at, atom.folded)
}

/** The words of an atom as it counts towards the limits. */
export function wordsOfAtom(atom: Atom): number {
  return atom.kind === 'text' ? atom.words : 1
}
