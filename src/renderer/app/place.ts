import { createContext, useContext } from 'react'
import { z } from 'zod'

/** A passage to show: UTF-16 offsets into the text of the source's current version, or of the brief. */
const Passage = z.object({
  start: z.number(),
  end: z.number(),
  /** At the upper edge of what is seen, as a heading is; else in the middle. */
  top: z.boolean().optional(),
})
export type Passage = z.infer<typeof Passage>

/** Where the window is: a view, and what it shows. */
export const Place = z.discriminatedUnion('view', [
  z.object({
    view: z.literal('sources'),
    source: z.string().nullable(),
    at: Passage.nullable(),
    /** An older version to read; `at` is in its text then. Without it, or where it is the newest, that one is read. */
    version: z.number().optional(),
  }),
  /** The brief last worked on, when null. */
  z.object({
    view: z.literal('briefs'),
    brief: z.string().nullable(),
    at: Passage.nullable().default(null),
  }),
  /** Every highlight of the library. */
  z.object({ view: z.literal('annotations') }),
  z.object({ view: z.literal('search'), query: z.string() }),
  z.object({ view: z.literal('trash') }),
  /** What a new version of a source did to its highlights. */
  z.object({ view: z.literal('review'), source: z.string() }),
])
export type Place = z.infer<typeof Place>
export type ViewName = Place['view']

export const BRIEFS: Place = { view: 'briefs', brief: null, at: null }
export const ANNOTATIONS: Place = { view: 'annotations' }
export const SOURCES: Place = { view: 'sources', source: null, at: null }

export interface Journey {
  readonly place: Place
  readonly go: (place: Place) => void
  /** Changes where one is without a step of the way back. */
  readonly replace: (place: Place) => void
  readonly back: (() => void) | null
  readonly forward: (() => void) | null
  /** Whether another tab has this open, to which going there would lead. */
  readonly isElsewhere: (place: Place) => boolean
}

/** The way of the sheet around a component; outside of the sheets, of the one that is worked in. */
export const JourneyContext = createContext<Journey | null>(null)

export function useJourney(): Journey {
  const journey = useContext(JourneyContext)
  if (journey === null) throw new Error('The window has no places here.')
  return journey
}
