import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  type ReactNode,
} from 'react'
import { z } from 'zod'
import { recall } from './kept.ts'
import { JourneyContext, Place, SOURCES, type Journey } from './place.ts'
import { beginning, elsewhere, follow, stepOf, tabOf, type Tabs, type TabStep, type Way } from './tabs.ts'

interface TabActs {
  readonly tabs: Tabs
  readonly take: (step: TabStep) => void
  /** How the press that is being answered asks for another tab than its own; null for its own, and outside of one. */
  readonly asked: { readonly current: Way | null }
}

const TabsContext = createContext<TabActs | null>(null)

/** What is open in the window, and what can be done with it. */
export function useTabs(): TabActs {
  const tabs = useContext(TabsContext)
  if (tabs === null) throw new Error('The window has no tabs here.')
  return tabs
}

/** Tabs as the next start finds them again: what each shows, and which of them are in sight. */
const Kept = z.object({
  places: z.array(Place).min(1),
  current: z.number(),
  shown: z.array(z.number()),
})

function firstTabs(): Tabs {
  const { places, current, shown } = recall('tabs', Kept, { places: [SOURCES], current: 0, shown: [0] })
  return beginning(places, current, shown)
}

function followAndKeep(tabs: Tabs, step: TabStep): Tabs {
  const next = follow(tabs, step)
  const indexOf = (id: number): number => next.all.findIndex((tab) => tab.id === id)
  const kept: z.infer<typeof Kept> = {
    places: next.all.map(({ now }) => now),
    current: indexOf(next.current),
    shown: next.shown.map(indexOf),
  }
  localStorage.setItem('verbatim.tabs', JSON.stringify(kept))
  return next
}

/** Holds what is open. What stands outside of the sheets follows the one that is worked in. */
export function WithTabs({ children }: { readonly children: ReactNode }) {
  const [tabs, take] = useReducer(followAndKeep, null, firstTabs)
  const asked = useWayAsked()
  const acts = useMemo((): TabActs => ({ tabs, take, asked }), [tabs, asked])
  return (
    <TabsContext value={acts}>
      <InTab id={tabs.current}>{children}</InTab>
    </TabsContext>
  )
}

/** Lets what is inside go the way of one tab. */
export function InTab({ id, children }: { readonly id: number; readonly children: ReactNode }) {
  const { tabs, take, asked } = useTabs()
  const { now } = tabOf(tabs, id)
  const go = useCallback(
    (place: Place) => {
      const way = asked.current
      take(way === null ? { do: 'go', tab: id, place } : { do: 'open', place, way })
    },
    [take, id, asked],
  )
  const replace = useCallback((place: Place) => take({ do: 'replace', tab: id, place }), [take, id])
  const [back, forward] = [stepOf(tabs, id, 'back') !== null, stepOf(tabs, id, 'forward') !== null]
  const journey = useMemo(
    (): Journey => ({
      place: now,
      go,
      replace,
      back: back ? () => take({ do: 'back', tab: id }) : null,
      forward: forward ? () => take({ do: 'forward', tab: id }) : null,
      isElsewhere: (place) => elsewhere(tabs, place, id) !== null,
    }),
    [now, go, replace, back, forward, take, id, tabs],
  )
  return <JourneyContext value={journey}>{children}</JourneyContext>
}

/** How a press asks for another tab than its own: with Ctrl, or ⌘, for a new one, with Alt for the other sheet. */
const wayOf = (event: MouseEvent): Way | null =>
  event.ctrlKey || event.metaKey ? 'tab' : event.altKey ? 'beside' : null

const MIDDLE = 1
const PRESSED = 'button, a[href], [role="option"], [data-opens]'

/**
 * Every way to a source or brief can be held with Ctrl or Alt, or pressed with the middle button, as links in a browser
 * can: so the window looks at the press itself, and nothing that leads somewhere has to.
 */
function useWayAsked(): { readonly current: Way | null } {
  const asked = useRef<Way | null>(null)
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      asked.current = wayOf(event)
      if (asked.current === null) return
      setTimeout(() => {
        asked.current = null
      })
    }
    window.addEventListener('click', onClick, { capture: true })
    return () => window.removeEventListener('click', onClick, { capture: true })
  }, [])
  return asked
}

/** The middle button presses with Ctrl. */
export function useMiddlePress(): void {
  useEffect(() => {
    const onPress = (event: MouseEvent): void => {
      const pressed = event.target instanceof Element ? event.target.closest(PRESSED) : null
      if (event.button !== MIDDLE || pressed === null) return
      event.preventDefault()
      event.target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
    }
    window.addEventListener('auxclick', onPress)
    return () => window.removeEventListener('auxclick', onPress)
  }, [])
}
