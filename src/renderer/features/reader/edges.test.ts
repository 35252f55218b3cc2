import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { edgesOf, SteadyEdges, thinned } from './edges.ts'
import { united } from './paint.ts'

const highlight = (id: string, start: number, end: number, comment: string | null = null): Annotation => ({
  id,
  source: 'src_1',
  version: 1,
  start,
  end,
  segments: [{ start, end }],
  exact: 'x',
  prefix: '',
  suffix: '',
  status: 'anchored',
  comment,
  tags: [],
  colour: 'blue',
  attribution: null,
})

const derived = deriveText({
  type: 'document',
  format: 1,
  origins: [],
  language: null,
  direction: null,
  children: ['Some words of one.', 'And of two.'].map((value) => ({
    type: 'paragraph',
    children: [{ type: 'text', value }],
  })),
})

const inFirst = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => highlight(`a${String(index)}`, index % 10, 12 + (index % 5)))

test('a few highlights have marks of their own, in order', () => {
  const edges = thinned(edgesOf([highlight('b', 5, 10), highlight('a', 0, 10)]), derived.blocks)
  expect(edges.map(({ at, kind }) => [at, kind])).toEqual([
    [0, 'begin'],
    [5, 'begin'],
    [10, 'end'],
    [10, 'end'],
  ])
})

test('a paragraph full of highlights has one mark with their number, the next one keeps its own', () => {
  const edges = thinned(edgesOf([...inFirst(40), highlight('z', 19, 22)]), derived.blocks)
  expect(edges.map(({ at, kind }) => [at, kind])).toEqual([
    [0, 'crowd'],
    [19, 'begin'],
    [22, 'end'],
  ])
  expect(edges[0]).toMatchObject({ count: 40 })
})

test('a block in which nothing changed keeps its list, whatever changes in another', () => {
  const steady = new SteadyEdges()
  const before = steady.of([highlight('a', 0, 4), highlight('z', 19, 22)], derived)
  const after = steady.of([highlight('a', 0, 4, 'A thought'), highlight('z', 19, 22)], derived)
  expect(after.get(1)).toBe(before.get(1))
  expect(after.get(0)).not.toBe(before.get(0))
  expect(after.get(0)?.[0]).toMatchObject({ annotation: { comment: 'A thought' } })
  expect(steady.of([highlight('z', 19, 22)], derived).get(0)).toEqual([])
})

test('what lies under another segment of its colour is not painted again', () => {
  const segments = [
    { start: 4, end: 9 },
    { start: 0, end: 5 },
    { start: 1, end: 3 },
    { start: 9, end: 12 },
  ]
  expect(united(segments)).toEqual([
    { start: 0, end: 9 },
    { start: 9, end: 12 },
  ])
})
