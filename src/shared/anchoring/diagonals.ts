import type { GramIndex } from './grams.ts'
import { GRAM, bucketAt } from './grams.ts'

/** Units by which what stands before a place may have grown or shrunk and still speak for the same beginning. */
const BIN = 32
/** Votes that are counted at most, of the rarest runs first: a common run tells little and stands everywhere. */
const MOST_VOTES = 20_000

/**
 * Where in a text `pattern` may begin, the likeliest first: each run of letters that both share votes for the beginning
 * that it implies. Beginnings may lie before the text's own. The seeding of approximate search by q-grams, as in FASTA
 * (Lipman and Pearson 1985).
 */
export function diagonalsOf(index: GramIndex, pattern: Uint16Array, most: number): readonly Diagonal[] {
  const { units, places } = index
  const bins = new Float64Array(Math.ceil((units.length + pattern.length) / BIN) + 2)
  let spent = 0
  for (const { at, from, to } of rarestFirst(pattern, index)) {
    const weight = Math.log2(1 + units.length / (to - from))
    for (let place = from; place < to; place += 1) {
      const bin = Math.floor(((places[place] ?? 0) - at + pattern.length) / BIN)
      bins[bin] = (bins[bin] ?? 0) + weight
    }
    spent += to - from
    if (spent > MOST_VOTES) break
  }
  return peaksOf(bins, most).map(({ bin, votes }) => ({ begin: (bin + 1) * BIN - pattern.length, votes }))
}

export interface Diagonal {
  readonly begin: number
  readonly votes: number
}

interface Run {
  /** Offset in the pattern. */
  readonly at: number
  /** Its bucket. */
  readonly from: number
  readonly to: number
}

function rarestFirst(pattern: Uint16Array, { begins, bits }: GramIndex): Run[] {
  const runs: Run[] = []
  for (let at = 0; at + GRAM <= pattern.length; at += 1) {
    const bucket = bucketAt(pattern, at, bits)
    const from = begins[bucket] ?? 0
    const to = begins[bucket + 1] ?? 0
    if (to > from) runs.push({ at, from, to })
  }
  return runs.toSorted((one, other) => one.to - one.from - (other.to - other.from))
}

/** The bins with most votes, each taken with its right neighbour, since votes may lie on both sides of a border. */
interface Peak {
  readonly bin: number
  readonly votes: number
}

function peaksOf(bins: Float64Array, most: number): readonly Peak[] {
  const peaks: Peak[] = []
  for (let bin = 0; bin + 1 < bins.length; bin += 1) {
    const votes = (bins[bin] ?? 0) + (bins[bin + 1] ?? 0)
    const least = peaks.at(-1)
    if (votes === 0 || (peaks.length === most && least !== undefined && votes <= least.votes)) continue
    const near = peaks.findIndex((peak) => bin - peak.bin <= 1)
    if (near >= 0 && (peaks[near]?.votes ?? 0) >= votes) continue
    if (near >= 0) peaks.splice(near, 1)
    peaks.push({ bin, votes })
    peaks.sort((one, other) => other.votes - one.votes)
    if (peaks.length > most) peaks.pop()
  }
  return peaks
}
