/**
 * A text's words as short codes, one a word in order, so that a whole library can be looked through for the
 * places that are like a quotation. Equal words have equal codes; two words may share one, so a code only ever
 * narrows where to look: it never judges.
 */
export type WordCodes = Uint16Array

/** The number of the way codes are made: of words, fold and hash. Codes made otherwise are made anew. */
export const WORD_CODE_RULES = 2

/** How many codes there are. */
export const WORD_CODES = 0x1_0000

export const wordCodes = (keys: readonly string[]): WordCodes => Uint16Array.from(keys, codeOf)

/** FNV-1a over UTF-16 units, its halves folded together. */
function codeOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) & 0xffff
}

/** The codes of several texts one after another. */
export interface CodedTexts {
  readonly codes: WordCodes
  /** Where each text begins in `codes`, and at last where the last one ends. */
  readonly starts: Uint32Array
}

/** A quotation of more different words than that is told by its length alone. */
const MOST_DISTINCT = 255

/**
 * How many of a quotation's words (with repetition) any window of `size` words holds at most, text by text: never fewer
 * than there are. One pass over all codes: of most words a single look says that they are none of the quotation's.
 */
export function mostInWindows(
  keys: readonly string[],
  size: number,
  { codes, starts }: CodedTexts,
): Uint16Array {
  const most = new Uint16Array(Math.max(0, starts.length - 1))
  const window = windowOf(keys, size)
  if (window === null) return most.fill(Math.min(keys.length, 0xffff))
  const places = new Uint32Array(CHUNK)
  let text = 0
  for (let from = starts[0] ?? 0; from < codes.length; from += CHUNK) {
    const found = placesIn(codes, from, Math.min(codes.length, from + CHUNK), window.numberOf, places)
    for (let nth = 0; nth < found; nth += 1) {
      const at = places[nth] as number
      if (at >= (starts[text + 1] as number)) {
        while (at >= (starts[text + 1] as number)) text += 1
        window.clear()
      }
      const held = window.take(window.numberOf[codes[at] as number] as number, at)
      if (held > (most[text] as number)) most[text] = held
    }
  }
  return most
}

const CHUNK = 0x8000

/** Notes the places of words that have a number, and tells how many; without a branch, since this is nearly all the work. */
function placesIn(
  codes: WordCodes,
  from: number,
  to: number,
  numberOf: Uint8Array,
  places: Uint32Array,
): number {
  let found = 0
  for (let at = from; at < to; at += 1) {
    places[found] = at
    found += (numberOf[codes[at] as number] as number) === 0 ? 0 : 1
  }
  return found
}

interface Window {
  /** By code the number of the word, from 1; 0 is none of the quotation's. */
  readonly numberOf: Uint8Array
  /** Takes in a word of the quotation at a place, lets go of those too far before it, and tells how many it holds now. */
  readonly take: (number: number, at: number) => number
  readonly clear: () => void
}

function windowOf(keys: readonly string[], size: number): Window | null {
  const all = wordCodes(keys)
  const distinct = [...new Set(all)]
  if (distinct.length > MOST_DISTINCT) return null
  const numberOf = new Uint8Array(WORD_CODES)
  for (const [at, code] of distinct.entries()) numberOf[code] = at + 1
  const wanted = new Uint32Array(distinct.length + 1)
  for (const code of all) wanted[numberOf[code] as number] = (wanted[numberOf[code] as number] as number) + 1
  const seen = new Uint32Array(distinct.length + 1)
  /** A ring of the words that the window holds: their numbers and places. */
  const numbers = new Uint8Array(size)
  const places = new Float64Array(size)
  let first = 0
  let count = 0
  let held = 0
  const clear = (): void => {
    seen.fill(0)
    first = 0
    count = 0
    held = 0
  }
  const take = (number: number, at: number): number => {
    for (; count > 0 && (places[first] as number) <= at - size; count -= 1) {
      const gone = numbers[first] as number
      const left = (seen[gone] as number) - 1
      seen[gone] = left
      if (left < (wanted[gone] as number)) held -= 1
      first = first + 1 === size ? 0 : first + 1
    }
    const last = first + count < size ? first + count : first + count - size
    numbers[last] = number
    places[last] = at
    count += 1
    const now = (seen[number] as number) + 1
    seen[number] = now
    if (now <= (wanted[number] as number)) held += 1
    return held
  }
  return { numberOf, take, clear }
}
