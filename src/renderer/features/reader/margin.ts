import type { Annotation } from '../../../shared/contract/annotations.ts'

/** A note beside the text, `top` pixels below its beginning, for one highlight or for several close ones. */
export interface MarginNote {
  readonly top: number
  readonly annotations: readonly Annotation[]
}

/** Two lines of a note, in pixels. */
const ROOM = 34

/** Notes in order from above; one that would lie on the one before joins it, unless both name the same speaker. */
export function merged(
  placed: readonly { readonly top: number; readonly annotation: Annotation }[],
): readonly MarginNote[] {
  const notes: { top: number; annotations: Annotation[] }[] = []
  for (const { top, annotation } of placed.toSorted((a, b) => a.top - b.top)) {
    const last = notes.at(-1)
    const first = last?.annotations[0]
    if (last === undefined || first === undefined || top - last.top >= ROOM)
      notes.push({ top, annotations: [annotation] })
    else if (!sameNote(first, annotation)) last.annotations.push(annotation)
  }
  return notes
}

const sameNote = (a: Annotation, b: Annotation): boolean =>
  a.colour === b.colour &&
  a.attribution?.speaker !== undefined &&
  a.attribution.speaker !== null &&
  a.attribution.speaker === b.attribution?.speaker
