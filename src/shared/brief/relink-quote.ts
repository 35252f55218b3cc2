import { withoutOwnMarks } from '../quotations/own-marks.ts'
import { linkQuote, type Passage } from './link-quote.ts'
import type { LinkedQuote } from './nodes.ts'
import { quoteWords } from './quote-words.ts'

/**
 * A quote moved to another anchor of its annotation. One that showed its passage whole shows the new one whole; words
 * that the author altered stay on screen as they are, and are held against the new passage. `from` is the passage that
 * it showed, as its version's text has it; null where that cannot be read, and then its words stay too.
 */
export function relinkQuote(quote: LinkedQuote, from: string | null, to: Passage): LinkedQuote {
  const { annotation, emphasis, translation } = quote
  const base = { annotation, version: null }
  if (from === to.exact) return { ...quote, anchor: to.anchorId, pin: null }
  if (translation !== null) return linkQuote({ ...base, translation: true, words: translation, emphasis }, to)
  const plain = { ...base, translation: false }
  const words = quoteWords(quote).trim()
  if (from === null || !shows(from, words))
    return withoutWritten(quote, linkQuote({ ...plain, words, emphasis }, to))
  const whole = words === from.trim() ? to.exact.trim() : withoutOwnMarks(to.exact).words
  return withoutWritten(quote, linkQuote({ ...plain, words: whole, emphasis: [] }, to))
}

/** Its words are its whole passage's, with the marks around it or without. */
const shows = (passage: string, words: string): boolean =>
  words === passage.trim() || words === withoutOwnMarks(passage).words

/** Fields that the one has and the other has not are named, so that they go. */
const withoutWritten = (before: LinkedQuote, after: LinkedQuote): LinkedQuote =>
  'asWritten' in before && !('asWritten' in after) ? { ...after, asWritten: undefined } : after
