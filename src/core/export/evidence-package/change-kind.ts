import { simpleFold } from './simple-fold.ts'

export const CHANGE_KINDS = [
  'omission',
  'insertion',
  'replacement',
  'capital',
  'part',
  'sic',
  'emphasis',
  'typography',
  'final-stop',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Words that say whose emphasis it is, in the languages that the product knows. */
export const EMPHASIS =
  /emphas|italic|hervorh|soulign|énfasis|cursiv|corsiv|grifo|ênfase|курсив|выделен|强调|重点|傍点|التشديد|التأكيد/iu

/** Everything that may be a mark of a change, by its look. */
const MARKS = /\[[^[\]]*\]|\(\s*(?:…|\.\s?\.\s?\.)+\s*\)|…+|\.\s?\.\s?\.|\([^()]*\)/gu

const DOTS = /^[[(]?\s*[….]/u

/** Words in round brackets are the source's own, unless they say whose emphasis it is. */
const isMark = (mark: string): boolean => !mark.startsWith('(') || DOTS.test(mark) || EMPHASIS.test(mark)

/** The most words that one bracket may put in place of others, and take the place of. */
const MOST_WORDS = 12

/**
 * What kind of change puts `made` in place of the source's words `old`, by rules
 * simple enough to be read beside the package; null for one that nothing marks.
 * `last`: it stands at the very end of the passage.
 */
export function kindOfChange(old: string, made: string, last: boolean): ChangeKind | null {
  if (simpleFold(old) === simpleFold(made)) return 'typography'
  if (last && old === '' && /^[.,،。，、]$/u.test(made)) return 'final-stop'
  const marks = made.match(MARKS) ?? []
  if (marks.length === 0 || !marks.every(isMark)) return null
  const kept = made.split(MARKS)
  if (/[\p{L}\p{N}]/u.test(kept.join(''))) return kindOfPart(old, marks, kept)
  if (!standInOrder(signsIn(kept.join('')), signsIn(old))) return null
  if (marks.some((mark) => DOTS.test(mark))) return 'omission'
  if (wordsIn(old) > MOST_WORDS || marks.some((mark) => wordsIn(mark) > MOST_WORDS)) return null
  if (wordsIn(old) > 0) return 'replacement'
  if (marks.every((mark) => /^\[\s*(?:sic[.!]?|!)\s*\]$/iu.test(mark))) return 'sic'
  return marks.every((mark) => EMPHASIS.test(mark)) ? 'emphasis' : 'insertion'
}

/** One letter in the other case, or letters of a word in brackets: at least four, and half of the word, are kept. */
function kindOfPart(
  old: string,
  marks: readonly string[],
  kept: readonly string[],
): 'capital' | 'part' | null {
  const inside = marks[0]?.slice(1, -1) ?? ''
  const first = [...old][0] ?? ''
  const sameLetter = inside.toLowerCase() === first.toLowerCase()
  const rest = simpleFold(old.slice(first.length))
  if (marks.length === 1 && kept[0] === '' && sameLetter && simpleFold(kept[1] ?? '') === rest)
    return 'capital'
  const letters = kept.join('').length
  let at = 0
  for (const piece of kept) {
    at = old.indexOf(piece, at)
    if (at < 0) return null
  }
  const ends = old.startsWith(kept[0] ?? '') && old.endsWith(kept.at(-1) ?? '')
  return ends && wordsIn(old) <= 1 && letters >= 4 && letters * 2 >= old.length ? 'part' : null
}

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`
const WORD = new RegExp(String.raw`${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+`, 'gu')

/** Each letter of a script without spaces is a word. */
export const wordsIn = (text: string): number => (text.match(WORD) ?? []).length

const signsIn = (text: string): string => simpleFold(text).replaceAll(/[\p{L}\p{M}\p{N}\s]/gu, '')

function standInOrder(signs: string, text: string): boolean {
  let at = -1
  for (const sign of signs) {
    at = text.indexOf(sign, at + 1)
    if (at < 0) return false
  }
  return true
}
