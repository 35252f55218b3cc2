import { briefCounts, linkedQuotes } from '../../shared/brief/counts.ts'
import { briefText } from '../../shared/brief/draft.ts'
import { carryQuotes } from '../../shared/brief/carry-quotes.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { BriefDigest } from '../db/upkeep.ts'
import { salvage } from '../../shared/brief/salvage.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { stateOf } from './briefs.ts'

/** What the database keeps beside a brief's stored content, to count, list and search it. */
export function digestBrief(content: string): BriefDigest {
  const state = readable(content)
  const { words, citations } = briefCounts(state)
  const quotes = linkedQuotes(state).map(({ annotation, anchor }) => ({ annotation, anchor }))
  return { text: briefText(state), words, citations, quotes }
}

/** What undo makes of a brief that was edited since; null where it stays as it is. */
export function carryBrief(now: string, from: string, to: string): string | null {
  try {
    const carried = carryQuotes(stateOf(now), stateOf(from), stateOf(to))
    return carried === null ? null : JSON.stringify(carried)
  } catch (thrown) {
    // Whoever opens a damaged brief is told so; undo leaves it alone.
    if (thrown instanceof Failure) return null
    throw thrown
  }
}

/** What cannot be opened is still listed and found by its words: one brief is no reason to refuse a library. */
function readable(content: string): BriefState {
  try {
    return stateOf(content)
  } catch (error) {
    if (error instanceof Failure) return salvage(content, { title: '', language: null })
    throw error
  }
}
