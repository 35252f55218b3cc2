import { SOURCES, type Place } from './place.ts'

/** Where a tab is, and its way there and back. */
export interface Trail {
  readonly before: readonly Place[]
  readonly now: Place
  readonly after: readonly Place[]
}

export interface Tab extends Trail {
  readonly id: number
}

/** What the window has open. `shown` are one tab or two side by side, in the order of reading; `current` is one of them. */
export interface Tabs {
  /** In the order of the strip; never empty. */
  readonly all: readonly Tab[]
  readonly shown: readonly [number] | readonly [number, number]
  readonly current: number
  /** The last closed one last, each with its place in the strip. */
  readonly closed: readonly { readonly tab: Tab; readonly at: number }[]
  readonly nextId: number
}

/** Where a place is opened: in a tab of its own, or in a second sheet after the one that is worked in, or before it. */
export type Way = 'tab' | 'beside' | 'before'

export type TabStep =
  | { readonly do: 'go' | 'replace'; readonly tab: number; readonly place: Place }
  | { readonly do: 'back' | 'forward' | 'choose' | 'close'; readonly tab: number }
  | { readonly do: 'open'; readonly place: Place; readonly way: Way }
  | { readonly do: 'turn'; readonly by: 1 | -1 }
  | { readonly do: 'move'; readonly tab: number; readonly to: number }
  | { readonly do: 'reopen' | 'part' }

const LONGEST = 100
const MOST_CLOSED = 20

/** What can be open once only: a source or brief has one place where it is read or written. Null where that is not known yet. */
export function openOnce(place: Place): string | null {
  switch (place.view) {
    case 'sources':
    case 'review':
      return place.source === null ? null : `${place.view} ${place.source}`
    case 'briefs':
      return place.brief === null ? null : `briefs ${place.brief}`
    case 'annotations':
    case 'search':
    case 'trash':
      return place.view
  }
}

export function beginning(places: readonly Place[], current: number, shown: readonly number[]): Tabs {
  const all = (places.length === 0 ? [SOURCES] : places).map((now, id): Tab => ({
    id,
    before: [],
    now,
    after: [],
  }))
  const at = all[current] === undefined ? 0 : current
  const other = shown.find((id) => id !== at && all[id] !== undefined)
  return {
    all,
    current: at,
    shown: other === undefined ? [at] : shown[0] === at ? [at, other] : [other, at],
    closed: [],
    nextId: all.length,
  }
}

export const tabOf = (tabs: Tabs, id: number): Tab => {
  const tab = tabs.all.find((each) => each.id === id)
  if (tab === undefined) throw new Error(`There is no tab ${String(id)}.`)
  return tab
}

/** The tab where this is open, other than the given one. */
export function elsewhere(tabs: Tabs, place: Place, than: number | null): Tab | null {
  const name = openOnce(place)
  if (name === null) return null
  return tabs.all.find(({ id, now }) => id !== than && openOnce(now) === name) ?? null
}

/** How far back, or on, the way of a tab leads; what is open in another tab is stepped over. Null where it leads nowhere. */
export function stepOf(tabs: Tabs, id: number, direction: 'back' | 'forward'): number | null {
  const { before, after } = tabOf(tabs, id)
  const way = direction === 'back' ? before.toReversed() : after
  const at = way.findIndex((place) => elsewhere(tabs, place, id) === null)
  return at < 0 ? null : at + 1
}

export function follow(tabs: Tabs, step: TabStep): Tabs {
  switch (step.do) {
    case 'go':
      return arrive(tabs, step.tab, step.place, ({ before, now }) => ({
        before: [...before, now].slice(-LONGEST),
        now: step.place,
        after: [],
      }))
    case 'replace':
      return arrive(tabs, step.tab, step.place, (trail) => ({ ...trail, now: step.place }))
    case 'back':
    case 'forward':
      return travel(tabs, step.tab, step.do)
    case 'choose':
      return choose(tabs, step.tab)
    case 'open':
      return open(tabs, step.place, step.way)
    case 'close':
      return close(tabs, step.tab)
    case 'turn':
      return turn(tabs, step.by)
    case 'move':
      return move(tabs, step.tab, step.to)
    case 'reopen':
      return reopen(tabs)
    case 'part':
      return part(tabs)
  }
}

const changed = (tabs: Tabs, id: number, trail: (tab: Tab) => Trail): Tabs => ({
  ...tabs,
  all: tabs.all.map((tab) => (tab.id === id ? { id, ...trail(tab) } : tab)),
})

/** A tab goes to a place; where that is open in another tab, that one is chosen and this one stays where it was. */
function arrive(tabs: Tabs, id: number, place: Place, trail: (tab: Tab) => Trail): Tabs {
  const other = elsewhere(tabs, place, id)
  if (other === null) return changed(tabs, id, trail)
  const there = changed(tabs, other.id, (tab) => ({ ...tab, now: place }))
  return choose(settled(there, id), other.id)
}

/** A tab that was about to show what is open elsewhere, and shows nothing yet, goes back to what it showed. */
function settled(tabs: Tabs, id: number): Tabs {
  if (openOnce(tabOf(tabs, id).now) !== null) return tabs
  return stepOf(tabs, id, 'back') === null ? tabs : travel(tabs, id, 'back')
}

function travel(tabs: Tabs, id: number, direction: 'back' | 'forward'): Tabs {
  const steps = stepOf(tabs, id, direction)
  if (steps === null) return tabs
  return changed(tabs, id, ({ before, now, after }) => {
    const way = [...before, now, ...after]
    const at = before.length + (direction === 'back' ? -steps : steps)
    const place = way[at]
    return place === undefined
      ? { before, now, after }
      : { before: way.slice(0, at), now: place, after: way.slice(at + 1) }
  })
}

/** A tab out of sight takes the place of the one that is worked in. */
function choose(tabs: Tabs, id: number): Tabs {
  if (tabs.shown.includes(id)) return { ...tabs, current: id }
  const [start, end] = tabs.shown
  if (end === undefined) return { ...tabs, current: id, shown: [id] }
  return { ...tabs, current: id, shown: start === tabs.current ? [id, end] : [start, id] }
}

function open(tabs: Tabs, place: Place, way: Way): Tabs {
  const there = elsewhere(tabs, place, null)
  const id = there?.id ?? tabs.nextId
  const at = tabs.all.findIndex((tab) => tab.id === tabs.current) + 1
  const made: Tab = { id, before: [], now: place, after: [] }
  const opened =
    there === null
      ? { ...tabs, all: tabs.all.toSpliced(at, 0, made), nextId: id + 1 }
      : changed(tabs, id, (tab) => ({ ...tab, now: place }))
  return way === 'tab' ? choose(opened, id) : beside(opened, id, way)
}

/** Shows a tab in the other sheet, and works in it. */
function beside(tabs: Tabs, id: number, way: 'beside' | 'before'): Tabs {
  const kept = tabs.current === id ? tabs.shown.find((each) => each !== id) : tabs.current
  if (kept === undefined) return tabs
  return { ...tabs, current: id, shown: way === 'before' ? [id, kept] : [kept, id] }
}

/** Shows a second tab side by side, or none any more; the neighbour in the strip, else the sources in a new one. */
function part(tabs: Tabs): Tabs {
  if (tabs.shown.length === 2) return { ...tabs, shown: [tabs.current] }
  const at = tabs.all.findIndex(({ id }) => id === tabs.current)
  const neighbour = tabs.all[at + 1] ?? tabs.all[at - 1]
  if (neighbour === undefined) return open(tabs, SOURCES, 'beside')
  const isBefore = tabs.all.indexOf(neighbour) < at
  return { ...tabs, shown: isBefore ? [neighbour.id, tabs.current] : [tabs.current, neighbour.id] }
}

/** The last tab stays: a window shows something. */
function close(tabs: Tabs, id: number): Tabs {
  const at = tabs.all.findIndex((tab) => tab.id === id)
  const tab = tabs.all[at]
  if (tab === undefined || tabs.all.length === 1) return tabs
  const all = tabs.all.toSpliced(at, 1)
  const closed = [...tabs.closed, { tab, at }].slice(-MOST_CLOSED)
  const rest = tabs.shown.filter((each) => each !== id)
  const [kept] = rest
  if (rest.length === 2) return { ...tabs, all, closed }
  if (kept !== undefined) return { ...tabs, all, closed, current: kept, shown: [kept] }
  const next = all[at] ?? all[at - 1]
  return next === undefined ? tabs : { ...tabs, all, closed, current: next.id, shown: [next.id] }
}

function reopen(tabs: Tabs): Tabs {
  const last = tabs.closed.at(-1)
  if (last === undefined) return tabs
  const closed = tabs.closed.slice(0, -1)
  const there = elsewhere(tabs, last.tab.now, null)
  if (there !== null) return choose({ ...tabs, closed }, there.id)
  return choose({ ...tabs, closed, all: tabs.all.toSpliced(last.at, 0, last.tab) }, last.tab.id)
}

function turn(tabs: Tabs, by: 1 | -1): Tabs {
  const at = tabs.all.findIndex(({ id }) => id === tabs.current)
  const next = tabs.all.at((at + by) % tabs.all.length)
  return next === undefined ? tabs : choose(tabs, next.id)
}

function move(tabs: Tabs, id: number, to: number): Tabs {
  const tab = tabOf(tabs, id)
  return { ...tabs, all: tabs.all.filter((each) => each !== tab).toSpliced(to, 0, tab) }
}
