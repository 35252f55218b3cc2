import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { merged, speakerOfAll } from './margin.ts'

const note = (id: string, speaker: string | null): Annotation => ({
  id,
  source: 'src_1',
  version: 1,
  start: 0,
  end: 1,
  segments: [{ start: 0, end: 1 }],
  exact: 'x',
  prefix: '',
  suffix: '',
  status: 'anchored',
  comment: null,
  tags: [],
  colour: 'blue',
  attribution:
    speaker === null
      ? null
      : {
          speaker,
          role: null,
          stance: null,
          topic: null,
          date: null,
          place: null,
          language: null,
          quotedBy: null,
        },
})

const shapeOf = (placed: Parameters<typeof merged>[0]) =>
  merged(placed).map(({ top, annotations }) => [top, annotations.map(({ id }) => id)])

test('notes apart stay apart, in order', () => {
  expect(
    shapeOf([
      { top: 90, annotation: note('b', null) },
      { top: 0, annotation: note('a', null) },
    ]),
  ).toEqual([
    [0, ['a']],
    [90, ['b']],
  ])
})

test('notes on one another are one that holds each of them', () => {
  expect(
    shapeOf([
      { top: 0, annotation: note('a', 'Baku') },
      { top: 10, annotation: note('b', 'Baku') },
      { top: 20, annotation: note('c', 'Ankara') },
    ]),
  ).toEqual([[0, ['a', 'b', 'c']]])
})

test('a note names the speaker of all of its highlights, and none where they differ', () => {
  expect(speakerOfAll([note('a', 'Baku'), note('b', 'Baku')])).toBe('Baku')
  expect(speakerOfAll([note('a', 'Baku'), note('c', 'Ankara')])).toBeNull()
  expect(speakerOfAll([note('a', null)])).toBeNull()
})
