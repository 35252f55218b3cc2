import { COLOURS, type Annotation, type Segment } from '../../../shared/contract/annotations.ts'
import type { Passage } from '../../app/place.tsx'
import type { TextDom } from './text-dom.ts'

/** Chromium before 105 and test pages have none; highlights are then only in the list and in the hidden marks. */
const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function' ? CSS.highlights : null

const PREFIX = 'hl-'
const JUMP = 'jump'

/** Paints highlights over the text without touching it; returns what takes them off. */
export function paintHighlights(text: TextDom, annotations: readonly Annotation[]): () => void {
  const painted = registry()
  if (painted === null) return () => undefined
  for (const colour of COLOURS) {
    const ofColour = annotations.filter((annotation) => annotation.colour === colour)
    const ranges = united(ofColour.flatMap(({ segments }) => segments)).flatMap(({ start, end }) =>
      text.ranges(start, end),
    )
    painted.set(`${PREFIX}${colour}`, new Highlight(...ranges))
  }
  return () => {
    for (const colour of COLOURS) painted.delete(`${PREFIX}${colour}`)
  }
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

const FOUND = 'found'
const FOUND_HERE = 'found-here'

/** Paints what was found, the one that is looked at apart; returns what takes it off. */
export function paintFound(text: TextDom, found: readonly Passage[], here: Passage | undefined): () => void {
  const painted = registry()
  if (painted === null) return () => undefined
  const rangesOf = ({ start, end }: Passage): readonly Range[] => text.ranges(start, end)
  const all = new Highlight(...found.filter((hit) => hit !== here).flatMap(rangesOf))
  all.priority = 2
  const one = new Highlight(...(here === undefined ? [] : rangesOf(here)))
  one.priority = 3
  painted.set(FOUND, all)
  painted.set(FOUND_HERE, one)
  return () => {
    painted.delete(FOUND)
    painted.delete(FOUND_HERE)
  }
}

const EDITED = 'edited'

/** Shows the words that a highlight is about to have; null shows none. */
export function paintEdited(text: TextDom, segments: readonly Segment[] | null): void {
  const painted = registry()
  if (painted === null) return
  if (segments === null) {
    painted.delete(EDITED)
    return
  }
  const ranges = segments.flatMap(({ start, end }) => text.ranges(start, end))
  const highlight = new Highlight(...ranges)
  highlight.priority = 1
  painted.set(EDITED, highlight)
}

/** Shows for a moment where a jump arrived; with reduced motion it stays two seconds. */
export function flash(text: TextDom, { start, end }: Passage): void {
  const painted = registry()
  const ranges = text.ranges(start, end)
  if (painted === null || ranges.length === 0) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const highlight = new Highlight(...ranges)
  highlight.priority = 1
  painted.set(JUMP, highlight)
  setTimeout(
    () => {
      if (painted.get(JUMP) === highlight) painted.delete(JUMP)
    },
    calm ? 2000 : 900,
  )
}
