import { foldedOffset, prepare, rawRange, type PreparedText } from '../verdict/prepared.ts'
import { likeliest } from './align.ts'
import { agreement, agrees, contextOf, lowered, type Context } from './context.ts'
import { occurrencesOf, type Cuts, type Occurrence } from './occurrences.ts'
import type { Passage, Range } from './passage.ts'

/**
 * Where a passage stands in another text. `anchored`: the same words under the
 * typographic fold. `moved`: found, but words changed. `orphaned`: no place.
 */
export type Reanchored =
  | { readonly status: 'anchored' | 'moved'; readonly start: number; readonly end: number }
  | { readonly status: 'orphaned' }

const ORPHANED: Reanchored = { status: 'orphaned' }
/** A shorter passage is found again by its own words only. */
const SHORTEST_FUZZY = 12
/** Folded code units of context that place a short passage beyond doubt. */
const SURE_CONTEXT = 8
/** Of the passage's words, how many may have changed. */
const LIKE_ENOUGH = 0.4
const ALMOST_THE_SAME = 0.2

/**
 * Finds a passage again, from cheap and sure to dear and doubtful: at its stored
 * offset, by its words, by its words under the fold, by likeness near the stored
 * offset, by likeness anywhere if its context agrees. What is not certain is
 * orphaned: a passage shown as lost is better than one at the wrong place.
 */
export function reanchor(text: PreparedText, passage: Passage): Reanchored {
  const context = contextOf(passage.prefix, passage.suffix)
  const same = bestOccurrence(text, passage, context)
  if (same) return { status: 'anchored', start: same.start, end: same.end }
  if (passage.exact.length < SHORTEST_FUZZY) return ORPHANED
  const like = likest(text, passage, context)
  return like ? { status: 'moved', start: like.start, end: like.end } : ORPHANED
}

/** The same words: where the context agrees most, then the very code points, then nearest. */
function bestOccurrence(text: PreparedText, passage: Passage, context: Context): Occurrence | null {
  const ranked = occurrencesOf(text, passage.exact, cutsOf(passage))
    .map((occurrence) => ({ occurrence, agreed: agreement(text, occurrence.folded, context) }))
    .toSorted(
      (one, other) =>
        other.agreed - one.agreed ||
        Number(other.occurrence.exact) - Number(one.occurrence.exact) ||
        distance(one.occurrence, passage) - distance(other.occurrence, passage),
    )
  const [best] = ranked
  if (!best) return null
  const short = passage.exact.length < SHORTEST_FUZZY
  const unsure = best.agreed < Math.min(SURE_CONTEXT, context.before.text.length + context.after.text.length)
  return short && unsure && best.occurrence.start !== passage.start ? null : best.occurrence
}

const distance = (one: Range, other: Range): number => Math.abs(one.start - other.start)

/** A passage that was marked by offsets may begin or end inside a word; only then may it again. */
function cutsOf({ prefix, exact, suffix }: Passage): Cuts {
  const around = prepare(prefix + exact + suffix)
  return {
    start: around.inside[foldedOffset(around, prefix.length)] === 1,
    end: around.inside[foldedOffset(around, prefix.length + exact.length)] === 1,
  }
}

function likest(text: PreparedText, passage: Passage, context: Context): Range | null {
  const sought = prepare(passage.exact)
  const words = lowered(sought, 0, sought.words.length)
  if (words.length < 3) return null
  const reach = Math.max(1000, passage.exact.length * 4)
  const windows = likeliest(
    lowered(text, 0, text.words.length),
    words,
    Math.floor(words.length * LIKE_ENOUGH),
  )
  const candidates = windows.flatMap((window) => {
    const folded = { start: text.words[window.start]?.start ?? 0, end: text.words[window.end - 1]?.end ?? 0 }
    const range = rawRange(text, folded.start, folded.end)
    const known = agrees(text, folded, context)
    const near = distance(range, passage) <= reach && window.distance <= words.length * ALMOST_THE_SAME
    return known || near ? [{ range, known, changed: window.distance }] : []
  })
  candidates.sort(
    (one, other) =>
      Number(other.known) - Number(one.known) ||
      one.changed - other.changed ||
      distance(one.range, passage) - distance(other.range, passage),
  )
  const [best, rival] = candidates
  if (!best) return null
  const contested = rival !== undefined && !best.known && rival.changed === best.changed
  return contested ? null : withOuterMarks(text, best.range, passage.exact)
}

/** Words alone are compared: the punctuation at the passage's ends goes along where it still stands. */
function withOuterMarks(text: PreparedText, { start, end }: Range, exact: string): Range {
  const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(exact)?.[0] ?? ''
  const tail = /(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u.exec(exact)?.[0] ?? ''
  return {
    start: text.raw.endsWith(lead, start) ? start - lead.length : start,
    end: text.raw.startsWith(tail, end) ? end + tail.length : end,
  }
}
