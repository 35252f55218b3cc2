import { useMemo } from 'react'
import type { Annotation, AnnotationChange } from '../../../shared/contract/annotations.ts'
import { reasonOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import type { Passage } from '../../app/place.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'

export type Colour = Annotation['colour']
export type Change = Omit<AnnotationChange, 'annotation'>

/** The acts on a source's highlights. Each says what it did and how to take it back, or why it could not. */
export interface Annotating {
  /** Null when it could not be made; the user has been told. */
  readonly create: (span: Passage, colour: Colour, speaker: string | null) => Promise<Annotation | null>
  readonly update: (annotation: Annotation, change: Change) => Promise<void>
  /** One that briefs quote is removed only when that is wanted. */
  readonly remove: (annotation: Annotation, wanted: boolean) => Promise<'removed' | 'quoted' | 'failed'>
}

export function useAnnotating(source: string): Annotating {
  const core = useCore()
  const { did, fault } = useMessages()
  return useMemo(
    () => ({
      create: async (span, colour, speaker) => {
        try {
          const place = { start: span.start, end: span.end }
          const made = await core.annotations.create({
            source,
            place,
            colour,
            ...(speaker === null ? {} : { speaker }),
          })
          did(t.highlight.made)
          return made
        } catch (thrown) {
          fault(thrown)
          return null
        }
      },
      update: async (annotation, change) => {
        try {
          await core.annotations.update({ annotation: annotation.id, ...change })
          did(t.highlight.changed)
        } catch (thrown) {
          fault(thrown)
        }
      },
      remove: async (annotation, wanted) => {
        try {
          await core.annotations.remove({ annotation: annotation.id, force: wanted })
          did(t.highlight.removed)
          return 'removed'
        } catch (thrown) {
          if (reasonOf(thrown) === 'quoted') return 'quoted'
          fault(thrown)
          return 'failed'
        }
      },
    }),
    [core, source, did, fault],
  )
}

/** In the order of the text; those without a place come last. */
export const inTextOrder = (annotations: readonly Annotation[]): readonly Annotation[] =>
  annotations.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || (a.end ?? 0) - (b.end ?? 0))
