import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import { isMostlyRightToLeft } from './script.ts'
import type { Word } from './words.ts'

/** A stretch of a page that is read from its first line to its last. */
export interface Region {
  readonly lines: readonly Line[]
  readonly left: number
  readonly right: number
  /** A box beside the main text: read after it. */
  readonly aside: boolean
}

/** No page has more columns inside columns. */
const DEEPEST = 5
/** Rows on each side, and letters in a row on average, of what is a column and no table or list. */
const LEAST_ROWS = 4
const LEAST_LETTERS = 9
/** In font sizes: white space narrower than this is a space between words. */
const LEAST_GUTTER = 0.75
/** A column narrower than this share of its neighbours is no column of the text. */
const ASIDE_SHARE = 0.6

/** Where white space ran down the pages: on the last page of a chapter a column may have one line. */
export class Gutters {
  readonly #known: ReadonlySet<number>
  readonly #found: number[] = []

  constructor(known: ReadonlySet<number> = new Set()) {
    this.#known = known
  }

  found(at: number): void {
    this.#found.push(at)
  }

  isKnown(at: number): boolean {
    return this.#known.has(Math.round(at / SAME_GUTTER))
  }

  /** Those that were found again and again. */
  learnt(): Gutters {
    const counts = new Map<number, number>()
    for (const at of this.#found) {
      const place = Math.round(at / SAME_GUTTER)
      for (const near of [place - 1, place, place + 1]) counts.set(near, (counts.get(near) ?? 0) + 1)
    }
    return new Gutters(new Set([...counts].filter(([, count]) => count >= 3).map(([place]) => place)))
  }
}

/** In points. */
const SAME_GUTTER = 4

/**
 * The words of a page as stretches in reading order. White space that runs down
 * between lines parts columns; lines that cross it, such as a heading over both,
 * part what is above from what is below.
 */
export function regionsOf(words: readonly Word[], gutters = new Gutters(), depth = 0): Region[] {
  if (words.length === 0) return []
  const lines = linesOf(words)
  const band = depth < DEEPEST ? bestBand(lines, gutters) : null
  if (band === null) return [regionFrom(lines)]
  gutters.found(band.at)
  const inside = lines.slice(band.from, band.to).flatMap((line) => line.words)
  const sides = [
    inside.filter((word) => middle(word) < band.at),
    inside.filter((word) => middle(word) >= band.at),
  ].map((side) => regionsOf(side, gutters, depth + 1))
  return [
    ...regionsOf(
      lines.slice(0, band.from).flatMap((line) => line.words),
      gutters,
      depth + 1,
    ),
    ...sideBySide(sides, words),
    ...regionsOf(
      lines.slice(band.to).flatMap((line) => line.words),
      gutters,
      depth + 1,
    ),
  ]
}

const middle = ({ start, end }: Word): number => (start + end) / 2

function regionFrom(lines: readonly Line[]): Region {
  return {
    lines,
    left: Math.min(...lines.map(({ start }) => start)),
    right: Math.max(...lines.map(({ end }) => end)),
    aside: false,
  }
}

/** Main columns in the direction of their script, then what stands beside them. */
function sideBySide(sides: readonly (readonly Region[])[], words: readonly Word[]): Region[] {
  const ordered = isMostlyRightToLeft(words.map(({ text }) => text)) ? sides.toReversed() : sides
  const widest = Math.max(...sides.flat().map(widthOf))
  const narrow = (regions: readonly Region[]): boolean =>
    Math.max(...regions.map(widthOf)) < widest * ASIDE_SHARE
  const main = ordered.filter((regions) => !narrow(regions)).flat()
  const beside = ordered.filter(narrow).flat()
  return [...main, ...beside.map((region) => ({ ...region, aside: true }))]
}

const widthOf = ({ left, right }: Region): number => right - left

/** Lines `from` to `to` (exclusive) that leave white space at `at`. */
interface Band {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly letters: number
}

function bestBand(lines: readonly Line[], gutters: Gutters): Band | null {
  let best: Band | null = null
  for (const at of placesOfGutters(lines)) {
    for (const band of bandsAt(lines, at, gutters.isKnown(at)))
      if (band.letters > (best?.letters ?? 0)) best = band
  }
  return best
}

/** Where white space may run: between words far apart, beside the ends of short lines. */
function placesOfGutters(lines: readonly Line[]): readonly number[] {
  const places = new Set<number>()
  for (const { words, size, start, end } of lines) {
    places.add(Math.round(end + size * LEAST_GUTTER * 0.5))
    places.add(Math.round(start - size * LEAST_GUTTER * 0.5))
    words.forEach((word, index) => {
      const next = words[index + 1]
      if (next === undefined || next.start - word.end < size * LEAST_GUTTER) return
      places.add(Math.round((next.start + word.end) / 2))
      places.add(Math.round(next.start - size * 0.4))
    })
  }
  return [...places]
}

function bandsAt(lines: readonly Line[], at: number, known: boolean): Band[] {
  const bands: Band[] = []
  let from = 0
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index]
    if (line !== undefined && !crosses(line, at)) continue
    const band = bandOf(lines, at, { from, to: index, known })
    if (band !== null) bands.push(band)
    from = index + 1
  }
  return bands
}

function crosses({ words, size }: Line, at: number): boolean {
  let before = -Infinity
  let after = Infinity
  for (const { start, end } of words) {
    if (start < at && end > at) return true
    if (end <= at) before = Math.max(before, end)
    else after = Math.min(after, start)
  }
  return after - before < size * LEAST_GUTTER
}

function bandOf(
  lines: readonly Line[],
  at: number,
  { from, to, known }: { readonly from: number; readonly to: number; readonly known: boolean },
): Band | null {
  const band = lines.slice(from, to)
  const left = sideOf(band.map(({ words }) => words.filter((word) => middle(word) < at)))
  const right = sideOf(band.map(({ words }) => words.filter((word) => middle(word) >= at)))
  const sides = [left, right]
  const least = known ? 1 : LEAST_ROWS
  if (!sides.every(({ rows, letters }) => rows >= least && letters / rows >= LEAST_LETTERS)) return null
  if (!known && !left.endsAlike && !right.beginsAlike) return null
  return { at, from, to, letters: Math.min(...sides.map(({ letters }) => letters)) }
}

interface Side {
  readonly rows: number
  readonly letters: number
  /** Most rows begin, or end, at one place: chance gaps between words do not line up. */
  readonly beginsAlike: boolean
  readonly endsAlike: boolean
}

function sideOf(rows: readonly (readonly Word[])[]): Side {
  const filled = rows.filter((words) => words.length > 0)
  const letters = filled.flat().reduce((sum, { text }) => sum + text.length, 0)
  return {
    rows: filled.length,
    letters,
    beginsAlike: isAligned(filled.map((words) => Math.min(...words.map(({ start }) => start)))),
    endsAlike: isAligned(filled.map((words) => Math.max(...words.map(({ end }) => end)))),
  }
}

/** In points. */
const ALIGNED = 2.5

const isAligned = (places: readonly number[]): boolean =>
  places.some(
    (place) => places.filter((other) => Math.abs(other - place) < ALIGNED).length >= places.length * 0.5,
  )
