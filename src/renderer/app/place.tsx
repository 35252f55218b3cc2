import { createContext, useCallback, useContext, useMemo, useReducer, type ReactNode } from 'react'
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

interface Trail {
  readonly before: readonly Place[]
  readonly now: Place
  readonly after: readonly Place[]
}

type Step = { readonly go: Place } | { readonly replace: Place } | 'back' | 'forward'

const LONGEST = 100

function follow(trail: Trail, step: Step): Trail {
  const { before, now, after } = trail
  if (step === 'back') {
    const place = before.at(-1)
    return place === undefined ? trail : { before: before.slice(0, -1), now: place, after: [now, ...after] }
  }
  if (step === 'forward') {
    const [place, ...rest] = after
    return place === undefined ? trail : { before: [...before, now], now: place, after: rest }
  }
  if ('replace' in step) return { ...trail, now: step.replace }
  return { before: [...before, now].slice(-LONGEST), now: step.go, after: [] }
}

export interface Journey {
  readonly place: Place
  readonly go: (place: Place) => void
  /** Changes where one is without a step of the way back. */
  readonly replace: (place: Place) => void
  readonly back: (() => void) | null
  readonly forward: (() => void) | null
}

const JourneyContext = createContext<Journey | null>(null)

const KEPT = 'verbatim.place'

function firstPlace(): Place {
  const stored = localStorage.getItem(KEPT)
  if (stored === null) return SOURCES
  try {
    return Place.safeParse(JSON.parse(stored)).data ?? SOURCES
  } catch {
    // Another program wrote there: the window starts at its first view.
    return SOURCES
  }
}

function followAndKeep(trail: Trail, step: Step): Trail {
  const next = follow(trail, step)
  localStorage.setItem(KEPT, JSON.stringify(next.now))
  return next
}

export function WithJourney({ children }: { readonly children: ReactNode }) {
  const [trail, take] = useReducer(followAndKeep, null, () => ({ before: [], now: firstPlace(), after: [] }))
  const go = useCallback((place: Place) => take({ go: place }), [])
  const replace = useCallback((place: Place) => take({ replace: place }), [])
  const journey = useMemo(
    (): Journey => ({
      place: trail.now,
      go,
      replace,
      back: trail.before.length > 0 ? () => take('back') : null,
      forward: trail.after.length > 0 ? () => take('forward') : null,
    }),
    [trail, go, replace],
  )
  return <JourneyContext value={journey}>{children}</JourneyContext>
}

export function useJourney(): Journey {
  const journey = useContext(JourneyContext)
  if (journey === null) throw new Error('The window has no places here.')
  return journey
}
