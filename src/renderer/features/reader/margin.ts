import type { Annotation } from '../../../shared/contract/annotations.ts'

/** A note beside the text, `top` pixels below its beginning, for one highlight or for several close ones. */
export interface MarginNote {
  readonly top: number
  readonly annotations: readonly Annotation[]
}

/** Two lines of a note, in pixels. */
const ROOM = 34

/** Notes in order from above; one that would lie on the one before joins it. */
export function merged(
  placed: readonly { readonly top: number; readonly annotation: Annotation }[],
): readonly MarginNote[] {
  const notes: { top: number; annotations: Annotation[] }[] = []
  for (const { top, annotation } of placed.toSorted((a, b) => a.top - b.top)) {
    const last = notes.at(-1)
    if (last === undefined || top - last.top >= ROOM) notes.push({ top, annotations: [annotation] })
    else last.annotations.push(annotation)
  }
  return notes
}

/** The speaker of all of a note's highlights, where they have one and the same colour; else null. */
export function speakerOfAll([first, ...rest]: readonly Annotation[]): string | null {
  const speaker = first?.attribution?.speaker ?? null
  const same = ({ colour, attribution }: Annotation): boolean =>
    colour === first?.colour && attribution?.speaker === speaker
  return rest.every(same) ? speaker : null
}
