import type { Quotation } from '../quotations/quotation.ts'
import type { PinnedPassage } from './witness.ts'

const LETTER = /[\p{L}\p{M}\p{N}]/u
const BEFORE = /^[\s“«(„]?$/u
const AFTER_WORD = /^(?:$|[\s”»)]|[.,;:!?](?:[\s”»)]|$))/u
const AFTER_MARK = /^(?:$|[\s”»)])/u

/**
 * True only where a linked quote is `verbatim` beyond doubt: it shows its whole
 * passage, code point for code point as the stored text has it, with nothing
 * marked, noted or translated, and white space or a plain mark parts the passage
 * from what stands beside it, so that it cuts no word and no number. Spares
 * the search for all that is what it should be; false says nothing.
 */
export function isCertain(quotation: Quotation, { witness, segments, exact }: PinnedPassage): boolean {
  const [segment, ...more] = segments
  if (segment === undefined || more.length > 0) return false
  const { text, state, link, note, footnotes } = quotation
  if (state !== 'closed' || link === null || link.translation || note !== null || footnotes.length > 0)
    return false
  if (text !== exact || text !== witness.text.slice(segment.start, segment.end)) return false
  const before = witness.text.slice(Math.max(0, segment.start - 1), segment.start)
  const after = witness.text.slice(segment.end, segment.end + 2)
  return BEFORE.test(before) && (LETTER.test(text.slice(-1)) ? AFTER_WORD : AFTER_MARK).test(after)
}
