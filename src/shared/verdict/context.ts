import type { Reached } from './reading.ts'
import { rawRange, type PreparedText } from './prepared.ts'
import type { Span } from './sentences.ts'
import type { Speech } from './speech.ts'

/** What a quotation keeps of a source and what it leaves out, in raw UTF-16 offsets of the witness's text. */
export interface Context {
  readonly text: string
  /** The quoted speeches of the text. */
  readonly speeches: readonly Speech[]
  /** The kept pieces in order. */
  readonly kept: readonly Span[]
  readonly gaps: readonly Gap[]
}

/** Source words between two kept pieces, and what the draft shows in their place. */
export interface Gap extends Span {
  readonly shown: string
  readonly kind: 'omission' | 'bracket' | 'part'
}

/** The context of a match in a text. */
export function contextOf(prepared: PreparedText, reached: Reached, speeches: readonly Speech[]): Context {
  const { pattern, match } = reached
  const kept: Span[] = []
  const gaps: Gap[] = []
  match.placed.forEach((placed, i) => {
    const marks = pattern.joints[i]?.marks ?? []
    const before = i === 0 ? placed.start : (match.placed[i - 1]?.end ?? placed.start)
    if (marks.length > 0) {
      const range =
        before < placed.start ? rawRange(prepared, before, placed.start) : rawRange(prepared, before, before)
      const omitted = marks.some((mark) => mark.kind === 'omission')
      const shown = marks.map((mark) => mark.content).join(' ')
      gaps.push({ ...range, shown, kind: omitted ? 'omission' : 'bracket' })
    }
    kept.push(rawRange(prepared, placed.start, placed.end))
    gaps.push(...holesOf(prepared, placed))
  })
  const last = match.placed.at(-1)
  const trailing = pattern.joints.at(-1)?.marks ?? []
  if (last && trailing.some((mark) => mark.kind === 'bracket')) {
    const end = rawRange(prepared, last.start, last.end).end
    gaps.push({
      start: end,
      end,
      shown: trailing.map((m) => m.content).join(' '),
      kind: 'bracket',
    })
  }
  return { text: prepared.raw, speeches, kept, gaps }
}

function holesOf(prepared: PreparedText, placed: Reached['match']['placed'][number]): readonly Gap[] {
  if (placed.part?.kind !== 'part') return []
  return placed.part.holes.map((hole) => {
    const range = rawRange(prepared, placed.start + hole.start, placed.start + hole.end)
    return { ...range, shown: hole.shown, kind: 'part' }
  })
}

/** A plain stretch of text, nothing left out. */
export function plainContext(text: string, range: Span, speeches: readonly Speech[]): Context {
  return { text, speeches, kept: [range], gaps: [] }
}
