import { linkedQuotes } from './counts.ts'
import { mapQuotes } from './map-nodes.ts'
import type { LinkedQuote } from './nodes.ts'
import { isSameJson } from './same-json.ts'
import type { BriefState, Json } from './state.ts'

/**
 * A brief that was edited after an act changed its quotes `from` … `to`, with the same change: each quote that still
 * stands as `from` has it becomes that of `to`, all else stays as it is now. Null where the act did more than that.
 */
export function carryQuotes(now: BriefState, from: BriefState, to: BriefState): BriefState | null {
  const [before, after] = [linkedQuotes(from), linkedQuotes(to)]
  if (before.length !== after.length) return null
  const changed = before.flatMap((quote, at) => {
    const then = after[at]
    return then === undefined || same(quote, then) ? [] : [[quote, then] as const]
  })
  return mapQuotes(now, (quote) => changed.find(([each]) => same(each, quote))?.[1] ?? quote)
}

const same = (a: LinkedQuote, b: LinkedQuote): boolean => isSameJson(jsonOf(a), jsonOf(b))

const jsonOf = (quote: LinkedQuote): Json => JSON.parse(JSON.stringify(quote)) as Json
