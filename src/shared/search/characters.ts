/*
 * How single characters are folded for searching. Far coarser than the
 * typographic fold that verdicts are made under: a search that finds too much
 * is a nuisance, one that finds too little hides a source.
 */

/** What a folded character does: part of a word or a number, a word of its own, a mark on what is before it, or a gap. */
export type AtomKind = 'letter' | 'digit' | 'unit' | 'mark' | 'gap'

export interface Atom {
  readonly kind: AtomKind
  readonly text: string
}

/** A folded cluster. `foreign`: no letter or digit itself, but made of some (℃, №, Ⓐ). */
export interface Folded {
  readonly atoms: readonly Atom[]
  readonly foreign: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]/u
const DIGIT = /^\p{N}$/u
const MARK = /^\p{M}$/u

/** Scripts written without spaces, and Hangul, whose particles cling to words: found by pairs. */
const UNIT =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Yiii}\p{scx=Tale}\p{scx=Talu}\p{scx=Lana}\p{scx=Tavt}\p{scx=Java}\p{scx=Bali}\p{scx=Cham}\u3005-\u3007\u30fc]$/u

/** Diacritics of Latin, Greek and Cyrillic, Hebrew points, Arabic marks, variation selectors. */
const STRIPPED: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6ed],
  [0x8d3, 0x8ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
]

function isStripped(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x300 && STRIPPED.some(([first, last]) => code >= first && code <= last)
}

/** Letters by their class in Unicode that serve as apostrophes, primes and the like. */
const APOSTROPHE_LETTER = /^[\u02b9-\u02c1\u02c8-\u02cb\u02d0\u02d1\u02ee\ua78b\ua78c]$/u

/** Letters that a reader types in place of one another, after decomposition and lower-casing. */
const SAME = new Map<string, string>([
  ['ı', 'i'],
  ['ə', 'e'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['\u0671', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ۍ', 'ي'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ة', 'ه'],
  ['ۃ', 'ه'],
])

/** Format characters and others that are not seen: dropped inside a word. */
export function isUnseen(character: string): boolean {
  return /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character)
}

const folded = new Map<string, Folded>()
const KEPT = 20_000

/**
 * A character with the marks that follow it, folded: compatibility
 * decomposition, case, diacritics, Arabic and other variants.
 */
export function foldCluster(cluster: string): Folded {
  const known = folded.get(cluster)
  if (known) return known
  const made = makeFolded(cluster)
  if (folded.size >= KEPT) folded.clear()
  folded.set(cluster, made)
  return made
}

function makeFolded(cluster: string): Folded {
  const base = String.fromCodePoint(cluster.codePointAt(0) ?? 0)
  const atoms = Array.from(plain(cluster), (character): Atom => {
    const text = SAME.get(character) ?? character
    return { kind: kindOf(text), text }
  })
  return { atoms, foreign: !WORD.test(base) && atoms.some(({ kind }) => kind !== 'gap') }
}

function plain(cluster: string): string {
  let letters = ''
  for (const character of cluster.normalize('NFKD')) {
    if (!isStripped(character)) letters += lower(character)
  }
  return letters.normalize('NFC')
}

/** Full case folding, near enough: a capital's small letter takes ß, ﬁ, ſ and ς with it. */
function lower(character: string): string {
  let small = ''
  for (const capital of character.toUpperCase().normalize('NFKD')) {
    if (!isStripped(capital)) small += capital.toLowerCase()
  }
  return small
}

function kindOf(text: string): AtomKind {
  if (!WORD.test(text) || APOSTROPHE_LETTER.test(text)) return 'gap'
  if (UNIT.test(text)) return 'unit'
  if (MARK.test(text)) return 'mark'
  return DIGIT.test(text) ? 'digit' : 'letter'
}
