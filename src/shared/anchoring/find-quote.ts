import { prepare, rawRange, type PreparedText } from '../verdict/prepared.ts'
import { likeliest } from './align.ts'
import { contextOf, lowered, standsAround } from './context.ts'
import { occurrencesOf, type Occurrence } from './occurrences.ts'
import { passageAt, type Passage } from './passage.ts'

/** The words of a passage as a person types them, and what stands right before or after. */
export interface SoughtQuote {
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export type FoundQuote =
  | { readonly kind: 'found'; readonly passage: Passage }
  /** The words stand several times and nothing tells which is meant. */
  | { readonly kind: 'ambiguous'; readonly places: readonly Passage[] }
  /** The words stand there, but never with this prefix and suffix. */
  | { readonly kind: 'elsewhere'; readonly places: readonly Passage[] }
  | { readonly kind: 'absent'; readonly nearest: Passage | null }

/**
 * Finds the passage that a person means: the very words, else the same under the
 * typographic fold; whole words only. Never guesses.
 */
export function findQuote(text: string, { quote, prefix = '', suffix = '' }: SoughtQuote): FoundQuote {
  const prepared = prepare(text)
  const all = occurrencesOf(prepared, quote)
  if (all.length === 0) return { kind: 'absent', nearest: nearestTo(prepared, quote) }
  const context = contextOf(prefix, suffix)
  const fitting = all.filter(({ folded }) => standsAround(prepared, folded, context))
  const exact = fitting.filter((each) => each.exact)
  const meant = exact.length > 0 ? exact : fitting
  const [first] = meant
  if (!first) return { kind: 'elsewhere', places: passages(text, all) }
  if (meant.length > 1) return { kind: 'ambiguous', places: passages(text, meant) }
  return { kind: 'found', passage: passageAt(text, first) }
}

const passages = (text: string, found: readonly Occurrence[]): readonly Passage[] =>
  found.map((occurrence) => passageAt(text, occurrence))

/** The likest passage, so that a person sees what was missed; null when less than half is alike. */
function nearestTo(text: PreparedText, quote: string): Passage | null {
  const sought = prepare(quote.trim())
  const words = lowered(sought, 0, sought.words.length)
  const [window] = likeliest(
    lowered(text, 0, text.words.length),
    words,
    Math.max(1, Math.floor(words.length / 2)),
  )
  if (!window || window.distance >= words.length) return cutWord(text, quote)
  return passageOfWords(text, window.start, window.end)
}

/** The words around a quote that begins or ends inside a word of the text. */
function cutWord(text: PreparedText, quote: string): Passage | null {
  const [cut] = occurrencesOf(text, quote, { start: true, end: true })
  if (!cut) return null
  const first = text.words.findIndex(({ end }) => end > cut.folded.start)
  const last = text.words.findLastIndex(({ start }) => start < cut.folded.end)
  return first < 0 || last < first ? null : passageOfWords(text, first, last + 1)
}

/** The passage from word `first` to the one before `beyond`. */
export function passageOfWords(text: PreparedText, first: number, beyond: number): Passage | null {
  const start = text.words[first]?.start
  const end = text.words[beyond - 1]?.end
  return start === undefined || end === undefined ? null : passageAt(text.raw, rawRange(text, start, end))
}
