import { splitsCharacter } from '../../../shared/anchoring/passage.ts'
import type { Segment } from '../../../shared/contract/annotations.ts'

export type Edge = 'start' | 'end'

/**
 * Segments whose first beginning, or last end, is another offset. What lies outside of it falls away; where nothing
 * would be left they stay as they were. Never half a character.
 */
export function withEdge(
  segments: readonly Segment[],
  edge: Edge,
  to: number,
  text: string,
): readonly Segment[] {
  const at = wholeCharacter(text, Math.min(Math.max(to, 0), text.length))
  const kept = segments.filter(({ start, end }) => (edge === 'start' ? end > at : start < at))
  const outermost = edge === 'start' ? kept[0] : kept.at(-1)
  if (outermost === undefined) return segments
  const whole = kept.length === segments.length
  if (edge === 'start') {
    const start = whole ? at : Math.max(outermost.start, at)
    return [{ ...outermost, start }, ...kept.slice(1)]
  }
  const end = whole ? at : Math.min(outermost.end, at)
  return [...kept.slice(0, -1), { ...outermost, end }]
}

function wholeCharacter(text: string, offset: number): number {
  let at = offset
  while (splitsCharacter(text, at)) at += 1
  return at
}

/** Less the white space at the ends of each; null where no word is left. */
export function trimmed(segments: readonly Segment[], text: string): readonly Segment[] | null {
  const left = segments.flatMap(({ start, end }) => {
    const words = text.slice(start, end)
    if (words.trim() === '') return []
    const begin = start + (words.length - words.trimStart().length)
    return [{ start: begin, end: begin + words.trim().length }]
  })
  return left.length === 0 ? null : left
}

export const sameSegments = (one: readonly Segment[], other: readonly Segment[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, index) => other[index]?.start === start && other[index].end === end)

/** Where an edge of segments stands. */
export const edgeOf = (segments: readonly Segment[], edge: Edge): number =>
  (edge === 'start' ? segments[0]?.start : segments.at(-1)?.end) ?? 0
