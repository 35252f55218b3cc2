import type { Alteration } from '../verdict/alterations.ts'

/**
 * A stretch of the words shown: of the passage as it stands, or what an
 * alteration shows in place of it. Offsets are UTF-16, ends exclusive.
 */
export interface ShownPiece {
  /** The place of the alteration in its list; null for words of the passage. */
  readonly alteration: number | null
  readonly shown: { readonly start: number; readonly end: number }
  readonly passage: { readonly start: number; readonly end: number }
}

/** The words shown, cut where an alteration begins or ends; in order, without gaps. */
export function shownPieces(passage: string, alterations: readonly Alteration[]): readonly ShownPiece[] {
  const pieces: ShownPiece[] = []
  let shownAt = 0
  let passageAt = 0
  const add = (alteration: number | null, length: number, end: number): void => {
    if (length > 0 || end > passageAt)
      pieces.push({
        alteration,
        shown: { start: shownAt, end: shownAt + length },
        passage: { start: passageAt, end },
      })
    shownAt += length
    passageAt = end
  }
  for (const [index, { start, end, text }] of alterations.entries()) {
    add(null, start - passageAt, start)
    add(index, text.length, end)
  }
  add(null, passage.length - passageAt, passage.length)
  return pieces
}

/** The offset into the passage of an offset into the words shown; inside an alteration the side that is asked for. */
export function passageOffset(pieces: readonly ShownPiece[], shown: number, side: 'start' | 'end'): number {
  const ordered = side === 'start' ? pieces : pieces.toReversed()
  const piece = ordered.find(({ shown: range }) =>
    side === 'start' ? shown < range.end : range.start < shown,
  )
  if (piece === undefined)
    return (side === 'start' ? pieces.at(-1)?.passage.end : pieces[0]?.passage.start) ?? 0
  if (piece.alteration !== null) return piece.passage[side]
  return piece.passage.start + shown - piece.shown.start
}

/** The offset into the words shown of one into the passage; of what is not shown, where it would stand. */
export function shownOffset(pieces: readonly ShownPiece[], passage: number): number {
  const piece = pieces.find(({ passage: range }) => passage <= range.end)
  if (piece === undefined) return pieces.at(-1)?.shown.end ?? 0
  if (piece.alteration !== null) return passage <= piece.passage.start ? piece.shown.start : piece.shown.end
  return piece.shown.start + passage - piece.passage.start
}
