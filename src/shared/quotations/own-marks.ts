import type { LinkedRange, Place } from './draft.ts'
import { marksOf } from './marks.ts'
import { partners } from './pairs.ts'

const bare = (text: string): Place => ({
  text,
  segments: [],
  nodes: [],
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
export function withoutOwnMarks(text: string): Pick<LinkedRange, 'start' | 'end' | 'words'> {
  const place = bare(text)
  let start = text.length - text.trimStart().length
  let end = text.trimEnd().length
  const marks = marksOf(place)
  const at = marks.findIndex((mark) => mark.start === start)
  const opening = marks[at]
  const closing = marks[partners(marks)[at] ?? -1]
  if (opening !== undefined && closing?.end === end) {
    start = opening.end
    end = closing.start
    const inside = text.slice(start, end)
    start += inside.length - inside.trimStart().length
    end -= inside.length - inside.trimEnd().length
  }
  return { start, end: Math.max(start, end), words: text.slice(start, end) }
}
