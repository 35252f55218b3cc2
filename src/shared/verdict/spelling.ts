/** Ways of writing one sound, by pairs: the second stands for both. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/ß/gu, 'ss'],
  [/[äæ]/gu, 'ae'],
  [/[öøœ]/gu, 'oe'],
  [/ü/gu, 'ue'],
  [/å/gu, 'aa'],
  [/y(?=[sz])/gu, 'i'],
  [/z(?=[aei])/gu, 's'],
  [/our/gu, 'or'],
  [/tre(?=s?$|d$)/gu, 'ter'],
  [/ogue/gu, 'og'],
  [/ence(?=s?$)/gu, 'ense'],
  [/ll/gu, 'l'],
  [/mme/gu, 'm'],
  [/que(?=s?$)/gu, 'ck'],
  [/[ao]e/gu, 'e'],
]
const FEWEST_LETTERS = 5
const MANY_LETTERS = 9

/**
 * Whether two words are one word, spelled in two ways (recognise and recognize,
 * Nogarno and Nagorno, Straße and Strasse) or misspelled; could and would are two.
 */
export function isSpelling(one: string, two: string): boolean {
  const mine = one.normalize('NFC').toLowerCase()
  const theirs = two.normalize('NFC').toLowerCase()
  if (bare(mine) === bare(theirs) || variant(mine) === variant(theirs)) return true
  if (mine[0] !== theirs[0] || Math.min(mine.length, theirs.length) < FEWEST_LETTERS) return false
  if (letters(mine) === letters(theirs)) return true
  if (isName(one) || isName(two) || isInflected(mine, theirs) || isInflected(theirs, mine)) return false
  return editDistance(mine, theirs) <= (Math.min(mine.length, theirs.length) < MANY_LETTERS ? 1 : 2)
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')
const letters = (word: string): string => [...word].toSorted().join('')
const isName = (word: string): boolean => /^\p{Lu}/u.test(word)

function variant(word: string): string {
  return bare(VARIANTS.reduce((written, [from, to]) => written.replace(from, to), word))
}

/** The other word with another ending: close and closed. */
const isInflected = (word: string, other: string): boolean =>
  other.startsWith(word.slice(0, -1)) && other.length - word.length < 4 && word.at(-1) !== other.at(-1)

function editDistance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= two.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[two.length] ?? 0
}
