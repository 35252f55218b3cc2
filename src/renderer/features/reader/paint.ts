import { COLOURS, type Annotation, type Segment } from '../../../shared/contract/annotations.ts'
import type { Passage } from '../../app/place.ts'
import { paintRanges } from '../../ui/painter.ts'
import type { TextDom } from './text-dom.ts'

const JUMP = 'jump'

/** Paints highlights over the text without touching it; returns what takes them off. */
export function paintHighlights(text: TextDom, annotations: readonly Annotation[]): () => void {
  const ends = COLOURS.map((colour) => {
    const ofColour = annotations.filter((annotation) => annotation.colour === colour)
    const segments = united(ofColour.flatMap((annotation) => annotation.segments))
    return paintRanges(
      `hl-${colour}`,
      segments.flatMap(({ start, end }) => text.ranges(start, end)),
    )
  })
  return () => ends.forEach((end) => end())
}

/** Segments without those parts that lie under another one: in one colour nobody sees them, and each would be painted. */
export function united(segments: readonly Segment[]): readonly Segment[] {
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of segments.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}

/** Paints what was found, the one that is looked at apart; returns what takes it off. */
export function paintFound(text: TextDom, found: readonly Passage[], here: Passage | undefined): () => void {
  const rangesOf = ({ start, end }: Passage): readonly Range[] => text.ranges(start, end)
  const others = paintRanges('found', found.filter((hit) => hit !== here).flatMap(rangesOf), 2)
  const one = paintRanges('found-here', here === undefined ? [] : rangesOf(here), 3)
  return () => {
    others()
    one()
  }
}

/** Shows the words that a highlight is about to have; returns what takes them off. */
export const paintEdited = (text: TextDom, segments: readonly Segment[]): (() => void) =>
  paintRanges(
    'edited',
    segments.flatMap(({ start, end }) => text.ranges(start, end)),
    1,
  )

/** Shows for a moment where a jump arrived; with reduced motion it stays two seconds. */
export function flash(text: TextDom, { start, end }: Passage): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  setTimeout(paintRanges(JUMP, text.ranges(start, end), 1), calm ? 2000 : 900)
}
