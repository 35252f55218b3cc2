import type { LinkedRange, Place, PlaceNode } from './draft.ts'
import { marksOf } from './marks.ts'
import { partners } from './pairs.ts'
import { trimmed, wordsOf } from './part.ts'

/** A text alone, as a place of no draft. */
export const placeOf = (text: string, nodes: readonly PlaceNode[] = []): Place => ({
  text,
  segments: [],
  nodes,
  container: 0,
  domain: 0,
  blockQuotation: null,
  footnote: null,
  linkedBlock: false,
})

/**
 * The words of a `:quote[…]` without white space and one enclosing pair of
 * quotation marks; `start` and `end` are UTF-16 offsets into `text`.
 */
export function withoutOwnMarks(
  text: string,
  nodes: readonly PlaceNode[] = [],
): Pick<LinkedRange, 'start' | 'end' | 'words'> {
  const place = placeOf(text, nodes)
  let { start, end } = trimmed({ place, start: 0, end: text.length })
  const marks = marksOf(place)
  const at = marks.findIndex((mark) => mark.start === start)
  const opening = marks[at]
  const closing = marks[partners(marks)[at] ?? -1]
  if (opening !== undefined && closing?.end === end) {
    const inside = trimmed({ place, start: opening.end, end: closing.start })
    start = inside.start
    end = inside.end
  }
  return { start, end, words: wordsOf([{ place, start, end }]).text }
}
