import { blockWords } from './block-words.ts'
import type { Place, PlaceSegment } from './draft.ts'
import { endOffset, startOffset } from './draft.ts'
import { SOFT_BREAK, wordsOf } from './part.ts'
import type { Standing } from './place-writer.ts'
import { shifted } from './place-writer.ts'
import type { QuotationLink } from './quotation.ts'

/** One place of a linked quote's paragraphs, joined by line feeds; a trailing citation or name is not its words. */
export function linkedBlock(paragraphs: readonly Place[], link: QuotationLink, standing: Standing): Place {
  const { parts } = blockWords(paragraphs)
  const first = parts[0]
  const last = parts.at(-1)
  let text = ''
  const segments: PlaceSegment[] = []
  const at = new Map<Place, number>()
  for (const [index, place] of paragraphs.entries()) {
    const previous = paragraphs[index - 1]
    if (previous !== undefined) {
      const end = endOffset(previous, previous.text.length)
      segments.push({ at: text.length, length: 1, start: end, end: Math.max(end, startOffset(place, 0)) })
      text += '\n'
    }
    at.set(place, text.length)
    for (const segment of place.segments) segments.push({ ...segment, at: text.length + segment.at })
    text += place.text
  }
  const nodes = paragraphs.flatMap((place) => shifted(place.nodes, at.get(place) ?? 0))
  const start = first === undefined ? 0 : (at.get(first.place) ?? 0) + first.start
  const end = last === undefined ? 0 : (at.get(last.place) ?? 0) + last.end
  const linked = {
    kind: 'linked' as const,
    start,
    end,
    link,
    words: wordsOf(parts).text.replaceAll(SOFT_BREAK, ' '),
  }
  return { text, segments, nodes: [linked, ...nodes], ...standing, linkedBlock: true }
}
