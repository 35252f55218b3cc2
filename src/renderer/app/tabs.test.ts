import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BRIEFS, SOURCES, type Place } from './place.ts'
import { beginning, follow, openOnce, stepOf, tabOf, type Tabs, type TabStep } from './tabs.ts'

const source = (name: string): Place => ({ view: 'sources', source: name, at: null })
const brief = (name: string): Place => ({ view: 'briefs', brief: name, at: null })
const places = (tabs: Tabs): (string | null)[] => tabs.all.map(({ now }) => openOnce(now))
const start = (...names: string[]): Tabs => beginning(names.map(source), 0, [0])

test('a place opened in a tab stands after the current one and is shown', () => {
  const tabs = follow(start('a', 'b'), { do: 'open', place: brief('x'), way: 'tab' })
  expect(places(tabs)).toEqual(['sources a', 'briefs x', 'sources b'])
  expect([tabs.current, tabs.shown]).toEqual([2, [2]])
})

test('a place opened beside is the other sheet, and the next one takes its place', () => {
  const two = follow(start('a'), { do: 'open', place: brief('x'), way: 'beside' })
  expect([two.current, two.shown]).toEqual([1, [0, 1]])
  const back = follow(two, { do: 'choose', tab: 0 })
  const other = follow(back, { do: 'open', place: brief('y'), way: 'beside' })
  expect([other.current, other.shown]).toEqual([2, [0, 2]])
})

test('going to what is open in another tab chooses that tab, at the place asked for', () => {
  const tabs = start('a', 'b')
  const there = follow(tabs, {
    do: 'go',
    tab: 0,
    place: { view: 'sources', source: 'b', at: { start: 1, end: 2 } },
  })
  expect(there.current).toBe(1)
  expect(tabOf(there, 0).now).toEqual(source('a'))
  expect(tabOf(there, 1).now).toMatchObject({ at: { start: 1, end: 2 } })
})

test('a tab that asked for the brief last worked on, which is open elsewhere, shows again what it showed', () => {
  const tabs = beginning([brief('x'), source('a')], 1, [1])
  const asking = follow(tabs, { do: 'go', tab: 1, place: BRIEFS })
  const there = follow(asking, { do: 'replace', tab: 1, place: brief('x') })
  expect([there.current, places(there)]).toEqual([0, ['briefs x', 'sources a']])
})

test('the way back steps over what is open in another tab', () => {
  const tabs = [source('b'), source('c')].reduce<Tabs>(
    (now, place) => follow(now, { do: 'go', tab: 0, place }),
    start('a'),
  )
  const two = follow(tabs, { do: 'open', place: source('b'), way: 'tab' })
  expect(stepOf(two, 0, 'back')).toBe(2)
  expect(places(follow(two, { do: 'back', tab: 0 }))).toEqual(['sources a', 'sources b'])
})

test('a closed tab comes back where it was, with its way', () => {
  const tabs = start('a', 'b', 'c')
  const closed = follow(follow(tabs, { do: 'choose', tab: 1 }), { do: 'close', tab: 1 })
  expect([closed.current, places(closed)]).toEqual([2, ['sources a', 'sources c']])
  expect(places(follow(closed, { do: 'reopen' }))).toEqual(places(tabs))
})

test('the last tab stays, and closing one of two sheets leaves the other', () => {
  expect(follow(start('a'), { do: 'close', tab: 0 })).toEqual(start('a'))
  const two = follow(start('a', 'b'), { do: 'part' })
  expect(two.shown).toEqual([0, 1])
  expect(follow(two, { do: 'close', tab: 0 })).toMatchObject({ current: 1, shown: [1] })
  expect(follow(two, { do: 'part' }).shown).toEqual([0])
  expect(follow(start('a'), { do: 'part' }).shown).toEqual([0, 1])
})

const PLACES: readonly Place[] = [
  SOURCES,
  BRIEFS,
  ...['a', 'b'].map(source),
  ...['x', 'y'].map(brief),
  { view: 'search', query: '' },
  { view: 'trash' },
]

/** A step by numbers, which mean whatever there is at the time. */
function stepFor(tabs: Tabs, [kind, one, other]: readonly [number, number, number]): TabStep {
  const tab = tabs.all[one % tabs.all.length]?.id ?? 0
  const place = PLACES[other % PLACES.length] ?? SOURCES
  const steps: readonly TabStep[] = [
    { do: 'go', tab, place },
    { do: 'replace', tab, place },
    { do: 'back', tab },
    { do: 'forward', tab },
    { do: 'choose', tab },
    { do: 'close', tab },
    { do: 'open', place, way: 'tab' },
    { do: 'open', place, way: other % 2 === 0 ? 'beside' : 'before' },
    { do: 'turn', by: other % 2 === 0 ? 1 : -1 },
    { do: 'move', tab, to: other % 6 },
    { do: 'reopen' },
    { do: 'part' },
  ]
  return steps[kind % steps.length] ?? { do: 'part' }
}

test('whatever is done, what is shown is open, and nothing is open twice', () => {
  const steps = fc.array(fc.tuple(fc.nat(11), fc.nat(20), fc.nat(20)), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (given) => {
      let tabs = start('a', 'b')
      for (const numbers of given) {
        tabs = follow(tabs, stepFor(tabs, numbers))
        const ids = tabs.all.map(({ id }) => id)
        expect(tabs.shown).toContain(tabs.current)
        expect(ids).toEqual(expect.arrayContaining([...tabs.shown]))
        expect(new Set(tabs.shown).size).toBe(tabs.shown.length)
        const known = places(tabs).filter((name) => name !== null)
        expect(new Set(known).size).toBe(known.length)
      }
    }),
    { numRuns: 200 },
  )
})
