import type { TypstSpan } from './typst-data.ts'

/** The typesetter's time for a paragraph grows with the square of its pieces; no written one has so many. */
const MOST = 4_000

/** The pieces of a paragraph as those of several, none of more than it can set in good time. */
export function inParts(spans: readonly TypstSpan[]): readonly (readonly TypstSpan[])[] {
  const parts: TypstSpan[][] = [[]]
  let room = MOST
  const add = (span: TypstSpan, pieces: number): void => {
    if (pieces > room) {
      parts.push([])
      room = MOST
    }
    parts.at(-1)?.push(span)
    room -= pieces
  }
  for (const span of spans) {
    const pieces = piecesOf(span)
    if (pieces <= MOST || typeof span === 'string' || !('c' in span)) add(span, pieces)
    else
      for (const c of inParts(span.c))
        add(
          { ...span, c },
          c.reduce((sum, each) => sum + piecesOf(each), 1),
        )
  }
  return parts.filter((part) => part.length > 0)
}

const piecesOf = (span: TypstSpan): number =>
  typeof span === 'string' || !('c' in span) ? 1 : span.c.reduce((sum, each) => sum + piecesOf(each), 1)
