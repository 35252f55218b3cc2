import { briefCounts, linkedQuotes } from '../../shared/brief/counts.ts'
import { briefText } from '../../shared/brief/draft.ts'
import type { BriefDigest } from '../db/upkeep.ts'
import { stateOf } from './briefs.ts'

/** What the database keeps beside a brief's stored content, to count, list and search it. */
export function digestBrief(content: string): BriefDigest {
  const state = stateOf(content)
  const { words, citations } = briefCounts(state)
  const quotes = linkedQuotes(state).map(({ annotation, anchor }) => ({ annotation, anchor }))
  return { text: briefText(state), words, citations, quotes }
}
