import type { Span } from './sentences.ts'

/**
 * The words of a passage of one or more segments (UTF-16 ranges of `text`, in
 * order). Segments with no word between them read on; words of the source
 * between two others are shown as left out, for a passage must not pretend.
 */
export function passageWords(text: string, segments: readonly Span[]): string {
  return joinAdjacent(text, segments)
    .map(({ start, end }) => text.slice(start, end))
    .join(' […] ')
}

/** Segments with no word between them made one. */
export function joinAdjacent(text: string, segments: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    const readsOn = last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, segment.start))
    if (readsOn) joined.splice(-1, 1, { start: last.start, end: segment.end })
    else joined.push(segment)
  }
  return joined
}
