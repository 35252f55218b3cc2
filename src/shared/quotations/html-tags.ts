import type { Place, PlaceNode } from './draft.ts'
import { sourceNodes } from './source-tag.ts'

/** A tag with its attributes, or a comment: raw HTML stays text, but its attributes quote nobody. */
const TAG =
  /<!--[^]{0,2000}?-->|<\/?[a-z][a-z\d-]*(?:\s+[a-z:@_][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/giu

/** The place with its HTML tags marked like code: words, but no mark in them opens or closes. */
export function withoutTags(place: Place): Place {
  if (!place.text.includes('<')) return place
  const tags = Array.from(place.text.matchAll(TAG), (found): PlaceNode => {
    return { kind: 'code', start: found.index, end: found.index + found[0].length }
  })
  if (tags.length === 0) return place
  return {
    ...place,
    nodes: [...place.nodes, ...tags, ...sourceNodes(place.text)].toSorted(
      (one, two) => one.start - two.start,
    ),
  }
}
