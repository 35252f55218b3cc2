import { isUnspaced } from '../verdict/characters.ts'
import { fold } from '../verdict/fold.ts'
import { wordsOf } from '../verdict/words.ts'

/**
 * How many words stand in a shingle. Four are enough for two reports of one
 * event to share hardly any (under 1 % of theirs), and few enough for a copy
 * with every tenth word changed to keep two thirds of its own.
 */
const WORDS = 4

/** A script without spaces has about two characters to a word. */
const CHARACTERS = 2 * WORDS

/** Shorter texts share formulas, longer ones are books: neither is a copy of a report. In words. */
const LEAST = 50
const MOST = 20_000

/**
 * The shingles of a text: every run of four words (of a script without spaces:
 * eight characters) under the typographic fold and in lower case, as distinct
 * 32-bit hashes in rising order. Two different shingles have the same hash once
 * in 4 × 10⁹ pairs: of two texts of 20,000 words, 0.1 pairs. Null for a text of
 * fewer than 50 words or more than 20,000, which is not compared.
 */
export function shinglesOf(text: string): Uint32Array | null {
  const folded = fold(text)
  const words = wordsOf(folded)
  const hashes = new Uint32Array(words.length)
  const unspaced = new Uint8Array(words.length)
  let length = 0
  for (const [at, { start, end }] of words.entries()) {
    hashes[at] = hashOf(folded.text.slice(start, end).toLowerCase())
    unspaced[at] = isUnspaced(folded.text.codePointAt(start) ?? 0) ? 1 : 0
    length += unspaced[at] === 1 ? WORDS / CHARACTERS : 1
  }
  if (length < LEAST || length > MOST) return null
  const shingles = new Uint32Array(words.length)
  let count = 0
  for (let at = 0; at < words.length; at += 1) {
    const size = unspaced[at] === 1 ? CHARACTERS : WORDS
    if (at + size > words.length) continue
    let hash = size
    for (let inner = at; inner < at + size; inner += 1)
      hash = mixed(Math.imul(hash, 31) + (hashes[inner] ?? 0))
    shingles[count++] = hash
  }
  return distinct(shingles.subarray(0, count).toSorted())
}

/** False for a text that `shinglesOf` gives null for by its number of words (each character of a script without spaces is one). */
export const mayBeCompared = (words: number): boolean =>
  words >= LEAST && words <= (MOST * CHARACTERS) / WORDS

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0
  for (const [at, hash] of sorted.entries()) {
    if (at === 0 || hash !== sorted[at - 1]) sorted[count++] = hash
  }
  return sorted.slice(0, count)
}

/** FNV-1a over UTF-16 code units: the same on every machine. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  }
  return mixed(hash)
}

/** The last step of MurmurHash3: each bit of the 32 given moves each of the 32 returned. A one-to-one map. */
export function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
