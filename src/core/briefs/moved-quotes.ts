import { sameWords } from '../../shared/verdict/same-words.ts'
import type { BriefNode, LinkedQuote } from '../../shared/brief/nodes.ts'
import { upgrade, type BriefState } from '../../shared/brief/state.ts'
import { findAnchor, findAnnotation, listAnchors } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findVersionById } from '../db/versions.ts'

/**
 * A brief whose quotes name the older version that they still stand on because
 * the words changed since: written out, nothing else would tell it.
 */
export function nameOlderVersions(reader: Reader, state: BriefState): BriefState {
  const pinned = (quote: LinkedQuote): unknown => ({
    ...quote,
    pin: quote.pin ?? olderVersion(reader, quote),
  })
  return upgrade({ ...state, root: mapQuotes(state.root, pinned) })
}

function olderVersion(reader: Reader, { annotation, anchor }: LinkedQuote): number | null {
  const own = findAnchor(reader, anchor)
  const newest = listAnchors(reader, annotation).at(-1)
  if (!own || !newest || findAnnotation(reader, annotation)?.status === 'orphaned') return null
  if (own.version === newest.version || sameWords(own.exact, newest.exact)) return null
  return findVersionById(reader, own.version)?.number ?? null
}

function mapQuotes(node: BriefNode, change: (quote: LinkedQuote) => unknown): unknown {
  if (node.type === 'linked-quote' || node.type === 'linked-quote-block') return change(node)
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child: BriefNode) => mapQuotes(child, change)) }
}
