import { SOFT_BREAK } from '../quotations/part.ts'
import { alterationsBetween, cutsBetween } from '../verdict/alterations.ts'
import type { Emphasis, LinkedQuote } from './nodes.ts'

/** The passage that an annotation's anchor holds. */
export interface Passage {
  readonly anchorId: string
  /** Its words, as they stand in the stored text. */
  readonly exact: string
}

/** What a directive says. */
export interface QuoteDirective {
  readonly annotation: string
  readonly version: number | null
  readonly translation: boolean
  /** Without enclosing marks; soft line endings are `SOFT_BREAK`. */
  readonly words: string
  readonly emphasis: readonly Emphasis[]
}

/**
 * Links the words of a draft to a passage: the same words are a plain quote,
 * words that differ by marked alterations only a quote with these, an unbroken
 * run of whole words one that is cut at its ends; any other words stay as they
 * were written (`asWritten`), to be judged. No words at all stand for the passage.
 */
export function linkQuote(directive: QuoteDirective, passage: Passage): LinkedQuote {
  const { annotation, version, translation, emphasis } = directive
  const { anchorId, exact } = passage
  const words = withoutSoftBreaks(directive.words, exact)
  const base = { version: 1 as const, annotation, anchor: anchorId, pin: version, emphasis }
  const plain = { ...base, alterations: [], shown: exact, translation: null }
  if (translation) return { ...plain, translation: words }
  if (words === '' || words === exact.trim()) return plain
  const shown = padding(exact, words)
  const alterations = alterationsBetween(shown, exact)
  if (alterations !== null) return { ...plain, alterations, shown }
  const cuts = cutsBetween(words, exact)
  return cuts === null ? { ...plain, asWritten: words } : { ...plain, alterations: cuts, shown: words }
}

/** White space at the ends of a passage is not asked of a draft. */
function padding(exact: string, words: string): string {
  const start = exact.length - exact.trimStart().length
  return exact.slice(0, start) + words + exact.slice(exact.trimEnd().length)
}

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]'
const BETWEEN_CJK = new RegExp(`(?<=${CJK})${SOFT_BREAK}(?=${CJK})`, 'gu')

/** A soft line ending is the white space that the passage has there, else a space (nothing between Han or Kana). */
export function withoutSoftBreaks(words: string, exact: string): string {
  if (!words.includes(SOFT_BREAK)) return words
  const passage = exact.trim()
  const filled = words.replaceAll(SOFT_BREAK, (_, at: number) => {
    const there = passage.charAt(at)
    return /\s/u.test(there) ? there : ' '
  })
  if (filled === passage) return filled
  return words.replaceAll(BETWEEN_CJK, '').replaceAll(SOFT_BREAK, ' ')
}
