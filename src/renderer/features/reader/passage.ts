import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Selected } from './caret.ts'
import type { Span } from './quotation-at.ts'

/** What is selected, less the white space at its ends; null where that leaves nothing. */
export function selectedSpan(selected: Selected | null, text: string): Span | null {
  if (selected === null || selected.anchor === selected.focus) return null
  const from = Math.min(selected.anchor, selected.focus)
  const words = text.slice(from, Math.max(selected.anchor, selected.focus))
  const start = from + (words.length - words.trimStart().length)
  return words.trim() === '' ? null : { start, end: start + words.trim().length }
}

/** From a highlight's first word to its last; null for one without a place. */
export function spanOf({ start, end }: Annotation): Span | null {
  return start === null || end === null ? null : { start, end }
}

/** The highlights that stand at an offset, in order of the text. */
export const highlightsAt = (annotations: readonly Annotation[], offset: number): readonly Annotation[] =>
  annotations.filter(({ segments }) => segments.some(({ start, end }) => start <= offset && offset < end))

/** The next or previous highlight from the current one, or from the caret. `annotations` in order of the text. */
export function neighbour(
  annotations: readonly Annotation[],
  current: Annotation | null,
  caret: number,
  step: 1 | -1,
): Annotation | null {
  if (current !== null)
    return annotations[annotations.findIndex(({ id }) => id === current.id) + step] ?? null
  return (
    (step === 1
      ? annotations.find(({ start }) => start !== null && start >= caret)
      : annotations.findLast(({ start }) => start !== null && start < caret)) ?? null
  )
}

/** A highlight and all that overlap it or stand right beside it, in order of the text. */
export const touching = (
  annotations: readonly Annotation[],
  { id, segments }: Annotation,
): readonly Annotation[] =>
  annotations.filter(
    (other) =>
      other.id === id ||
      other.segments.some((one) => segments.some(({ start, end }) => one.start <= end && start <= one.end)),
  )
