import { expect, test } from 'vitest'
import { prepare } from '../verdict/prepared.ts'
import { hintOf } from './hint.ts'
import { mapOffsets } from './offset-map.ts'
import { passageAt } from './passage.ts'
import { reanchor } from './reanchor.ts'

/** What a passage of one text is in another: its words there, or null. */
function found(old: string, now: string, exact: string) {
  const start = old.indexOf(exact)
  const passage = passageAt(old, { start, end: start + exact.length })
  const result = reanchor(prepare(now), passage, hintOf(mapOffsets(old, now), old, passage))
  return result.status === 'orphaned' ? null : [result.status, now.slice(result.start, result.end)]
}

const PLACES = ['harbour', 'station', 'market', 'bridge', 'school', 'river']
const said = (at: number): string => `the ${PLACES[at] ?? ''} was opened by mayor number ${String(at)}`
const LIST = PLACES.map((_, at) => `In March ${said(at)} in spring.`)
const OLD = LIST.join('\n')

test('among sentences that are all alike, one that did not change stays, whatever changed beside it', () => {
  const now = OLD.replace(said(2), 'the market was reopened by mayor number 2')
  for (const at of [0, 1, 3, 4, 5]) expect(found(OLD, now, said(at))).toEqual(['anchored', said(at)])
  expect(found(OLD, now, said(2))).toEqual(['moved', 'the market was reopened by mayor number 2'])
})

test('among sentences that are all alike, none is the home of one that was cut out', () => {
  for (const at of PLACES.keys()) {
    const without = LIST.toSpliced(at, 1).join('\n')
    expect(found(OLD, without, said(at))).toBeNull()
    const instead = LIST.with(at, 'Nothing was said about it at all, and the evening came.').join('\n')
    expect(found(OLD, instead, said(at))).toBeNull()
  }
})

test('sentences that are all alike keep their places when their order changes', () => {
  const now = [...LIST.slice(3), ...LIST.slice(0, 3)].join('\n')
  for (const at of PLACES.keys()) expect(found(OLD, now, said(at))?.[1]).toBe(said(at))
})

const BEFORE =
  'The envoy came on Monday. Two ministers, an engineer and a fisherman were in the hall, and a lamp was lit.'
const AFTER = 'Then the court rose for the day, and all who had heard it went down to the quay in silence.'

test('a passage in which much changed is where most of its letters went among the words around it', () => {
  const old = `${BEFORE} The preliminary opposition statement was rejected. ${AFTER}`
  const now = `${BEFORE.replace('lamp', 'red lantern')} The first opposition paper was rejected outright. ${AFTER.replace('heard', 'listened to')}`
  expect(found(old, now, 'opposition statement was rejected')?.[0]).toBe('moved')
})

test('a passage of which little is left is lost, though the words around it stayed', () => {
  const old = `${BEFORE} The preliminary opposition statement was rejected. ${AFTER}`
  const now = `${BEFORE} The weather was as it is in May. ${AFTER}`
  expect(found(old, now, 'preliminary opposition statement was rejected')).toBeNull()
})

test('two texts that differ in very many places are compared', () => {
  const words = Array.from({ length: 200_000 }, (_, at) => `w${String(at)}`)
  const changed = words.map((word, at) => (at % 40 === 0 ? `${word}x` : word))
  const map = mapOffsets(words.join(' '), changed.join(' '))
  expect(map.lead(words.slice(0, 100_002).join(' ').length - 3).sure).toBe(true)
})
