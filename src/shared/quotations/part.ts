import type { Place } from './draft.ts'
import { endOffset, startOffset } from './draft.ts'

/** Words inside one place: UTF-16 units of its text. */
export interface Part {
  readonly place: Place
  readonly start: number
  readonly end: number
}

/** A soft line ending inside a linked quote, where words are those of a brief; no text can hold it otherwise. */
export const SOFT_BREAK = '\0'

const SPACE = /[\s\0]/u

/** Without the white space at its ends. */
export function trimmed({ place, start, end }: Part): Part {
  let from = start
  let to = end
  while (from < to && SPACE.test(place.text.charAt(from))) from += 1
  while (to > from && SPACE.test(place.text.charAt(to - 1))) to -= 1
  return { place, start: from, end: to }
}

export const isEmpty = ({ start, end }: Part): boolean => start >= end

interface Words {
  /** Parts joined by a line feed. */
  readonly text: string
  /** UTF-16 offsets into the draft. */
  readonly start: number
  readonly end: number
  /** Offsets into `text` where a footnote reference stands. */
  readonly footnotes: readonly number[]
}

/** The words of a quotation, without struck ones; the gap that they or a citation leave is closed. */
export function wordsOf(parts: readonly Part[]): Words {
  let text = ''
  const footnotes: number[] = []
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += '\n'
    text = appended(text, part, footnotes)
  }
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return { text, start: 0, end: 0, footnotes }
  const start = startOffset(first.place, first.start)
  return { text, start, end: Math.max(start, endOffset(last.place, last.end)), footnotes }
}

function appended(before: string, { place, start, end }: Part, footnotes: number[]): string {
  let text = before
  let at = start
  for (const node of place.nodes) {
    if (node.start < at || node.start > end) continue
    if (node.kind === 'struck' && node.end <= end && (node.start > start || node.end < end)) {
      text += place.text.slice(at, node.start)
      at = node.end
      if (text === before) while (at < end && SPACE.test(place.text.charAt(at))) at += 1
      else if (/^(?:$|\s)/u.test(place.text.slice(at, end))) text = text.replace(/\s$/u, '')
    }
    if (node.kind === 'footnote' && node.start > start && node.start < end) {
      text += place.text.slice(at, node.start)
      at = node.start
      footnotes.push(text.length)
    }
    if (node.kind === 'citation') {
      text += place.text.slice(at, node.start)
      at = node.start
      if (/^(?:$|[\s.,;:!?…])/u.test(place.text.slice(at, end))) text = text.replace(/\s$/u, '')
    }
  }
  return text + place.text.slice(at, end)
}
