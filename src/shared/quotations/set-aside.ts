import type { Quotation } from './quotation.ts'

/**
 * A typed quotation whose words the author set aside for the whole draft. Only as
 * long as they are the same, code point for code point; and not where the draft
 * says who spoke them: there they claim to be somebody's words.
 */
export const setAsideByWords = (quotation: Quotation, words: ReadonlySet<string>): Quotation =>
  words.has(quotation.text) && quotation.state === 'closed' && quotation.speakers.length === 0
    ? { ...quotation, state: 'set-aside' }
    : quotation
