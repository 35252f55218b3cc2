import { fold } from './fold.ts'
import { keepsOmissionLimits, keepsOwnLimits } from './limits.ts'
import { marksOf, type Mark } from './marks.ts'
import { findMatches, type Match, type Range } from './match.ts'
import { readPattern, type Pattern } from './pattern.ts'
import type { PreparedText } from './prepared.ts'

/** A quotation with every way of reading its brackets and ellipses. */
export interface Reading {
  readonly quotation: string
  /** The quotation as it stands, nothing read as a mark. */
  readonly literal: Pattern | null
  readonly marks: readonly Mark[]
}

export interface Reached {
  readonly pattern: Pattern
  readonly match: Match
}

/** Marks that may also be the source's own words are tried both ways, up to this many. */
const MOST_AMBIGUOUS = 5

export function readQuotation(quotation: string): Reading {
  return { quotation, literal: readPattern(quotation, []), marks: marksOf(quotation) }
}

/** Places where the quotation stands as it is, under the fold; in order. */
export function findLiteral(reading: Reading, text: PreparedText, range?: Range): readonly Reached[] {
  const { literal } = reading
  if (!literal) return []
  return findMatches(text, literal, range).map((match) => ({ pattern: literal, match }))
}

/**
 * Places where the quotation stands once its marked alterations are undone,
 * the least left out first. Marks that are the source's own words are read as
 * words first.
 */
export function findMarked(reading: Reading, text: PreparedText, range?: Range): readonly Reached[] {
  for (const marks of choices(reading.marks, text, reading.quotation)) {
    const pattern = readPattern(reading.quotation, marks)
    if (!pattern || !keepsOwnLimits(pattern)) continue
    const matches = findMatches(text, pattern, range, (match) => keepsOmissionLimits(pattern, match))
    if (matches.length > 0) {
      const sorted = matches.toSorted((a, b) => a.leftOut - b.leftOut || a.start - b.start)
      return sorted.map((match) => ({ pattern, match }))
    }
  }
  return []
}

/** Subsets of the marks, fewest read as marks first; a mark whose glyphs the text lacks is always one. */
function* choices(marks: readonly Mark[], text: PreparedText, quotation: string): Iterable<readonly Mark[]> {
  const own = marks.filter((mark) => text.text.includes(fold(quotation.slice(mark.start, mark.end)).text))
  const ambiguous = own.slice(0, MOST_AMBIGUOUS)
  const subsets = Array.from({ length: 1 << ambiguous.length }, (_, bits) => bits)
  const bySize = subsets.toSorted((a, b) => countBits(a) - countBits(b) || a - b)
  for (const bits of bySize) {
    const chosen = marks.filter((mark) => {
      const index = ambiguous.indexOf(mark)
      return index < 0 || (bits & (1 << index)) !== 0
    })
    if (chosen.length > 0) yield chosen
  }
}

function countBits(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countBits(bits >> 1)
}
