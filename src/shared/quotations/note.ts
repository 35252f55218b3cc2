import type { Part } from './part.ts'

const SUBJECT =
  "(?:(?:my|our|the author[’']s|all)\\s+)?(?:emphas[ie]s|italics?|bold|underlin(?:e|ing)|translation|Hervorhebung(?:en)?|Übersetzung|Herv\\.|soulignement|c(?:’|')est nous qui soulignons|énfasis|cursivas?|corsivo|курсив)"
const NOTE = new RegExp(
  `^[\\s.,;:]*(\\[\\s*${SUBJECT}[^\\[\\]]{0,60}\\]|\\(\\s*${SUBJECT}[^()]{0,60}\\))`,
  'iu',
)

/**
 * A note such as `[emphasis added]` or `(emphasis mine)` right after the words
 * (`end` is behind the closing mark), with its brackets; null when there is none.
 */
export function noteAfter({ place, end }: Part): string | null {
  return NOTE.exec(place.text.slice(end, end + 120))?.[1] ?? null
}
