import { useMemo } from 'react'
import type { Annotation, AnnotationChange, Segment } from '../../../shared/contract/annotations.ts'
import { reasonOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import type { Passage } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'

export type Colour = Annotation['colour']
export type Change = Omit<AnnotationChange, 'annotation'>

/** The acts on a source's highlights. Each says what it did and how to take it back, or why it could not. */
export interface Annotating {
  /** Null when it could not be made; the user has been told. */
  readonly create: (span: Passage, colour: Colour, speaker: string | null) => Promise<Annotation | null>
  readonly update: (annotation: Annotation, change: Change) => Promise<void>
  /** Puts it on other words of the text. False when that could not be; the user has been told. */
  readonly move: (annotation: Annotation, segments: readonly Segment[]) => Promise<boolean>
  /** Null when they could not be made one; the user has been told. */
  readonly merge: (annotations: readonly string[]) => Promise<Annotation | null>
  /** Parts it at an offset of the text. */
  readonly split: (annotation: Annotation, at: number) => Promise<void>
  /** One that briefs quote is removed only when that is wanted. */
  readonly remove: (annotation: Annotation, wanted: boolean) => Promise<'removed' | 'quoted' | 'failed'>
}

/** Without a source none can be made, and all else can be done. */
export function useAnnotating(source: string | null): Annotating {
  const core = useCore()
  const { did, fault } = useMessages()
  return useMemo(() => {
    /** What an act gave, or `failed` when it could not be done. */
    const told = async <T, F>(act: Promise<T>, done: string, failed: F): Promise<T | F> => {
      try {
        const value = await act
        did(done)
        return value
      } catch (thrown) {
        fault(thrown)
        return failed
      }
    }
    const { annotations } = core
    return {
      create: ({ start, end }, colour, speaker) => {
        if (source === null) return Promise.resolve(null)
        const by = speaker === null ? {} : { speaker }
        const making = annotations.create({ source, place: { start, end }, colour, ...by })
        return told(making, t.highlight.made, null)
      },
      update: async ({ id }, change) => {
        await told(annotations.update({ annotation: id, ...change }), t.highlight.changed, null)
      },
      move: async ({ id }, segments) => {
        const moving = annotations.move({ annotation: id, segments: [...segments] })
        return (await told(moving, t.highlight.moved, null)) !== null
      },
      merge: (ids) => told(annotations.merge({ annotations: [...ids] }), t.highlight.mergedToOne, null),
      split: async ({ id }, at) => {
        await told(annotations.split({ annotation: id, at }), t.highlight.parted, null)
      },
      remove: async ({ id }, wanted) => {
        try {
          await annotations.remove({ annotation: id, force: wanted })
          did(t.highlight.removed)
          return 'removed'
        } catch (thrown) {
          if (reasonOf(thrown) === 'quoted') return 'quoted'
          fault(thrown)
          return 'failed'
        }
      },
    }
  }, [core, source, did, fault])
}

/** In the order of the text; those without a place come last. */
export const inTextOrder = (annotations: readonly Annotation[]): readonly Annotation[] =>
  annotations.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || (a.end ?? 0) - (b.end ?? 0))
