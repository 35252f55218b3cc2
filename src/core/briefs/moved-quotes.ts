import { sameWords } from '../../shared/verdict/same-words.ts'
import { mapQuotes } from '../../shared/brief/map-nodes.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { findAnchor, findAnnotation, listAnchors } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findVersionById } from '../db/versions.ts'

/**
 * A brief whose quotes name the older version that they still stand on because
 * the words changed since: written out, nothing else would tell it.
 */
export const nameOlderVersions = (reader: Reader, state: BriefState): BriefState =>
  mapQuotes(state, (quote) => ({ ...quote, pin: quote.pin ?? olderVersion(reader, quote) }))

function olderVersion(reader: Reader, { annotation, anchor }: LinkedQuote): number | null {
  const own = findAnchor(reader, anchor)
  const newest = listAnchors(reader, annotation).at(-1)
  if (!own || !newest || findAnnotation(reader, annotation)?.status === 'orphaned') return null
  if (own.version === newest.version || sameWords(own.exact, newest.exact)) return null
  return findVersionById(reader, own.version)?.number ?? null
}
