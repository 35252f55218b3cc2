import type { Place, PlaceNode } from './draft.ts'

/** How the span ends that an export for Pandoc puts around a quote's words. */
const SPAN_END = /\]\{\.quote annotation=[\w-]*(?: lang=[\w-]+)?(?: dir=\w+)?\}/gu

/** The place with the marks of such spans taken out of the words: they say whose words these are, and are none. */
export function withoutSpanMarks(place: Place): Place {
  if (!place.text.includes(']{.quote ')) return place
  const marks = Array.from(place.text.matchAll(SPAN_END)).flatMap((found): PlaceNode[] => {
    const open = openingOf(place.text, found.index)
    if (open === null) return []
    return [
      { kind: 'struck', start: open, end: open + 1 },
      { kind: 'struck', start: found.index, end: found.index + found[0].length },
    ]
  })
  return { ...place, nodes: [...place.nodes, ...marks].toSorted((one, two) => one.start - two.start) }
}

/** The bracket that pairs with the one at `close`. */
function openingOf(text: string, close: number): number | null {
  let depth = 0
  for (let at = close; at >= 0; at -= 1) {
    if (text[at] === ']') depth += 1
    if (text[at] === '[') depth -= 1
    if (depth === 0) return at
  }
  return null
}
