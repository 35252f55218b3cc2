import { foldCluster } from '../../../../shared/search/characters.ts'

/** The letters of a text, folded, and where each stands: `at` holds UTF-16 offsets into the text, one for each unit of `folded`. */
export interface Letters {
  readonly folded: string
  readonly at: readonly number[]
}

/** White space, hyphens and what is not seen come and go between a page and its text: they are no letters here. */
const NO_LETTER = /^[\s\p{Cf}\p{Cc}\u00a0\-\u2010\u2011\ufffd]$/u

export function lettersOf(text: string): Letters {
  let folded = ''
  const at: number[] = []
  let offset = 0
  for (const character of text) {
    const letters = foldedLetters(character)
    folded += letters
    for (let unit = 0; unit < letters.length; unit += 1) at.push(offset)
    offset += character.length
  }
  return { folded, at }
}

/** The letters of characters that were met before: pages hold the same few thousand times. */
const met = new Map<string, string>()
const MOST_MET = 20_000

function foldedLetters(character: string): string {
  const known = met.get(character)
  if (known !== undefined) return known
  const letters = NO_LETTER.test(character)
    ? ''
    : foldCluster(character)
        .atoms.map(({ text }) => text)
        .join('')
  if (met.size < MOST_MET) met.set(character, letters)
  return letters
}

/** Letters in a row that are looked up at once; fewer stand in too many places. */
const GRAM = 8
/** How far a likely place is followed before it is chosen. */
const FOLLOWED = 64

/**
 * For each letter of `ours` which letter of `theirs` it is, or -1. Stretches may stand in another order there (notes,
 * columns); what follows a letter here is sought behind it there first. `borders` are where our stretches begin.
 */
export function aligned(ours: string, theirs: string, borders: readonly number[] = []): Int32Array {
  const found = new Int32Array(ours.length).fill(-1)
  const taken = new Uint8Array(theirs.length)
  const places = gramsOf(theirs)
  const ends = [...borders.filter((border) => border > 0), ours.length]
  let next = 0
  let end = 0
  for (let at = 0; at < ours.length; at += 1) {
    while (at >= (ends[end] ?? ours.length)) end += 1
    const continues = theirs[next] === ours[at] && taken[next] === 0 && runs(ours, theirs, at, next)
    const place = continues
      ? next
      : likeliest(ours, theirs, { at, next, end: ends[end] ?? ours.length }, places, taken)
    if (place < 0) continue
    found[at] = place
    taken[place] = 1
    next = place + 1
  }
  fillGaps(found, taken)
  return found
}

/** A letter alone may be the same by chance: one more after it, or the end, says that it is the next one. */
const runs = (ours: string, theirs: string, at: number, next: number): boolean =>
  at + 1 >= ours.length || next + 1 >= theirs.length || ours[at + 1] === theirs[next + 1]

function gramsOf(text: string): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const gram = text.slice(at, at + GRAM)
    const known = places.get(gram)
    if (known === undefined) places.set(gram, [at])
    else known.push(at)
  }
  return places
}

interface Sought {
  readonly at: number
  /** Where the letter would stand that follows the one found last. */
  readonly next: number
  /** Where our stretch ends: beyond it, what follows here need not follow there. */
  readonly end: number
}

function likeliest(
  ours: string,
  theirs: string,
  { at, next, end }: Sought,
  places: ReadonlyMap<string, readonly number[]>,
  taken: Uint8Array,
): number {
  const length = Math.min(GRAM, end - at)
  const gram = ours.slice(at, at + length)
  const candidates = length === GRAM ? (places.get(gram) ?? []) : occurrences(theirs, gram, length)
  let best = -1
  let longest = 0
  for (const place of candidates) {
    if (taken[place] === 1) continue
    const follows = commonLength(ours, theirs, at, place, end)
    const nearer = Math.abs(place - next) < Math.abs(best - next)
    if (follows > longest || (follows === longest && nearer)) [best, longest] = [place, follows]
  }
  return best
}

/** The rest of a stretch, where it is short, as a whole. */
function occurrences(theirs: string, rest: string, length: number): number[] {
  const found: number[] = []
  if (length === 0) return found
  for (let at = theirs.indexOf(rest); at >= 0 && found.length < 200; at = theirs.indexOf(rest, at + 1))
    found.push(at)
  return found
}

function commonLength(ours: string, theirs: string, at: number, place: number, end: number): number {
  let length = 0
  while (length < FOLLOWED && at + length < end && ours[at + length] === theirs[place + length]) length += 1
  return length
}

/** Letters that differ, as many on both sides between two that were found, are each other. */
function fillGaps(found: Int32Array, taken: Uint8Array): void {
  let last = -1
  for (let at = 0; at < found.length; at += 1) {
    const place = found[at] ?? -1
    if (place < 0) continue
    const before = last < 0 ? -2 : (found[last] ?? -2)
    const gap = at - last - 1
    if (last >= 0 && gap > 0 && gap <= GRAM * 2 && place - before - 1 === gap)
      for (let step = 1; step <= gap; step += 1)
        if (taken[before + step] === 0) found[last + step] = before + step
    last = at
  }
}
