import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { EVERYTHING, facetsOf, passing, type AnnotationFilter } from './annotation-filter.ts'

const made = (id: string, over: Partial<Annotation> = {}): Annotation => ({
  id,
  source: 'src_1',
  version: 1,
  start: 0,
  end: 1,
  segments: [{ start: 0, end: 1 }],
  exact: `Words of ${id}`,
  prefix: '',
  suffix: '',
  status: 'anchored',
  comment: null,
  tags: [],
  colour: 'yellow',
  attribution: null,
  ...over,
})

const said = (speaker: string): Annotation['attribution'] => ({
  speaker,
  role: null,
  stance: null,
  topic: 'Łódź',
  date: null,
  place: null,
  language: null,
  quotedBy: null,
})

const ALL = [
  made('c', { colour: 'violet', tags: ['port'], attribution: said('Erdoğan') }),
  made('a', { colour: 'blue', comment: 'Ask her' }),
  made('b', { status: 'orphaned', start: null, end: null, segments: [], tags: ['port', 'sea'] }),
]

const ids = (filter: Partial<AnnotationFilter>): string =>
  passing(ALL, { ...EVERYTHING, ...filter })
    .map(({ id }) => id)
    .join('')

test('those without a place come first, whatever the order', () => {
  expect(ids({})).toBe('bca')
  expect(ids({ sort: 'newest' })).toBe('bca')
  expect(ids({ sort: 'oldest' })).toBe('bac')
  expect(ids({ sort: 'colour' })).toBe('bac')
})

test('colour, tag, speaker and status let through what has them', () => {
  expect(ids({ colour: 'blue' })).toBe('a')
  expect(ids({ tag: 'port' })).toBe('bc')
  expect(ids({ speaker: 'Erdoğan' })).toBe('c')
  expect(ids({ status: 'orphaned' })).toBe('b')
  expect(ids({ tag: 'port', status: 'anchored' })).toBe('c')
})

test('words are found anywhere, without accents and in any order', () => {
  expect(ids({ words: 'erdogan' })).toBe('c')
  expect(ids({ words: 'HER ask' })).toBe('a')
  expect(ids({ words: 'sea  port' })).toBe('b')
  expect(ids({ words: 'nowhere' })).toBe('')
})

test('facets are the tags and speakers there are', () => {
  expect(facetsOf(ALL)).toEqual({ tags: ['port', 'sea'], speakers: ['Erdoğan'] })
})

test('ten thousand are filtered between two keys', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    made(`an_${String(index)}`, { exact: `Passage ${String(index)} of a long text. `.repeat(8) }),
  )
  passing(many, { ...EVERYTHING, words: 'x' })
  const begun = performance.now()
  expect(passing(many, { ...EVERYTHING, words: 'passage 9999' })).toHaveLength(1)
  expect(performance.now() - begun).toBeLessThan(200)
})
