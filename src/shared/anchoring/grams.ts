import type { PreparedText } from '../verdict/prepared.ts'

/**
 * Where every run of `GRAM` folded code units stands in a text, letters of either case alike: what two texts share is
 * found by it without reading the whole text again. Made once for a text, in time and memory linear in its length.
 */
export interface GramIndex {
  /** The folded text, each code unit in lower case. */
  readonly units: Uint16Array
  /** Offsets of all grams, those of one bucket together and in order. */
  readonly places: Int32Array
  /** Where each bucket begins in `places`; one more than there are buckets. */
  readonly begins: Int32Array
  readonly bits: number
}

/** Code units in a run: four words in five keep one of their runs when every seventh letter is wrong. */
export const GRAM = 4

/** Of a bucket's number: about one bucket for each unit of a text, within bounds. */
const FEWEST_BITS = 8
const MOST_BITS = 18

const known = new WeakMap<PreparedText, GramIndex>()

export function gramIndexOf(text: PreparedText): GramIndex {
  const before = known.get(text)
  if (before !== undefined) return before
  const index = indexOf(lowerUnits(text.text))
  known.set(text, index)
  return index
}

function indexOf(units: Uint16Array): GramIndex {
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, 32 - Math.clz32(units.length)))
  const begins = new Int32Array((1 << bits) + 1)
  const count = Math.max(0, units.length - GRAM + 1)
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketAt(units, at, bits) + 1
    begins[bucket] = (begins[bucket] ?? 0) + 1
  }
  for (let bucket = 1; bucket < begins.length; bucket += 1)
    begins[bucket] = (begins[bucket] ?? 0) + (begins[bucket - 1] ?? 0)
  const places = new Int32Array(count)
  const next = begins.slice()
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketAt(units, at, bits)
    const slot = next[bucket] ?? 0
    places[slot] = at
    next[bucket] = slot + 1
  }
  return { units, places, begins, bits }
}

/** The bucket of the run at `at`; now and then two runs share one, which costs a look and nothing else. */
export function bucketAt(units: Uint16Array, at: number, bits: number): number {
  let hash = 0
  for (let next = at; next < at + GRAM; next += 1) hash = Math.imul(hash ^ (units[next] ?? 0), 0x9e3779b1)
  return hash >>> (32 - bits)
}

/** Every place of `needle`, by the rarest of its runs: without reading the text again. */
export function* placesOf(text: PreparedText, needle: string): Iterable<number> {
  const { places, begins, bits } = gramIndexOf(text)
  const units = lowerUnits(needle)
  let rarest = { at: 0, from: 0, to: text.text.length }
  for (let at = 0; at + GRAM <= units.length; at += 1) {
    const bucket = bucketAt(units, at, bits)
    const from = begins[bucket] ?? 0
    const to = begins[bucket + 1] ?? 0
    if (to - from < rarest.to - rarest.from) rarest = { at, from, to }
  }
  for (let place = rarest.from; place < rarest.to; place += 1) {
    const start = (places[place] ?? 0) - rarest.at
    if (start >= 0 && text.text.startsWith(needle, start)) yield start
  }
}

/** Zero stands for a unit that was not looked up yet. */
const lower = new Uint16Array(0x10000)

/** One unit for each unit of the text, so that offsets stay: a letter whose lower case is longer keeps its own. */
export function lowerUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    units[at] = lower[unit] || lowerUnit(unit)
  }
  return units
}

function lowerUnit(unit: number): number {
  const small = String.fromCharCode(unit).toLowerCase()
  const lowered = small.length === 1 ? small.charCodeAt(0) : unit
  lower[unit] = lowered
  return lowered
}
