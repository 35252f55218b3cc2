// Three ways to find a passage again: ours; Hypothesis' published method (every approximate match by edit distance,
// ranked by weighted likeness of quote, context and place, the best one taken whatever it scores); and plain
// diff-match-patch, whose fuzzy match takes 32 characters, so the two ends of a passage are matched apart.

import search from 'approx-string-match'
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch'
import { prepare } from '../../src/shared/verdict/prepared.ts'
import { hintOf } from '../../src/shared/anchoring/hint.ts'
import { mapOffsets } from '../../src/shared/anchoring/offset-map.ts'
import { reanchor } from '../../src/shared/anchoring/reanchor.ts'

function ours() {
  let prepared = null
  let own = ''
  let map = null
  return {
    prepare: (text, old) => {
      prepared = prepare(text)
      own = old
      map = mapOffsets(old, text)
      // The texts are compared when it first matters.
      map.lead(0)
    },
    find: (passage) => {
      const found = reanchor(prepared, passage, hintOf(map, own, passage))
      return found.status === 'orphaned' ? null : found
    },
  }
}

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 2 }
const MOST_ERRORS = 256

const atEnd = (errors) => 1 - errors

/** How like the context a stretch is, from 0 to 1. */
function likeness(stretch, context) {
  if (context === '') return 1
  if (stretch === '') return 0
  const [best] = search(stretch, context, context.length).toSorted((a, b) => a.errors - b.errors)
  return best === undefined ? 0 : atEnd(best.errors / context.length)
}

function exactPlaces(text, quote) {
  const places = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    places.push({ start: at, end: at + quote.length, errors: 0 })
  return places
}

function hypothesis() {
  let text = ''
  return {
    prepare: (given) => {
      text = given
    },
    find: ({ exact, prefix, suffix, start: hint }) => {
      const exactly = exactPlaces(text, exact)
      const places =
        exactly.length > 0
          ? exactly
          : search(text, exact, Math.min(MOST_ERRORS, Math.floor(exact.length / 2)))
      const scored = places.map(({ start, end, errors }) => {
        const score =
          WEIGHTS.quote * (1 - errors / exact.length) +
          WEIGHTS.prefix * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
          WEIGHTS.suffix * likeness(text.slice(end, end + suffix.length), suffix) +
          WEIGHTS.place * (1 - Math.abs(start - hint) / text.length)
        return { start, end, score }
      })
      return scored.toSorted((a, b) => b.score - a.score)[0] ?? null
    },
  }
}

const LONGEST_PATTERN = 32

function diffMatchPatch() {
  const matcher = new DiffMatchPatch()
  let text = ''
  return {
    prepare: (given) => {
      text = given
      // Its default looks a thousand characters around the hint; a passage may have gone anywhere.
      matcher.Match_Distance = text.length * 2
    },
    find: ({ exact, start: hint }) => {
      const head = exact.slice(0, LONGEST_PATTERN)
      const start = matcher.match_main(text, head, hint)
      if (start < 0) return null
      if (exact.length <= LONGEST_PATTERN) return { start, end: start + exact.length }
      const tail = exact.slice(-LONGEST_PATTERN)
      const end = matcher.match_main(text, tail, start + exact.length - LONGEST_PATTERN)
      return end < start ? null : { start, end: end + LONGEST_PATTERN }
    },
  }
}

export const MATCHERS = { Verbatim: ours, Hypothesis: hypothesis, 'diff-match-patch': diffMatchPatch }
