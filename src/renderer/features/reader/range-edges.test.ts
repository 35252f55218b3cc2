import { expect, test } from 'vitest'
import { trimmed, withEdge } from './range-edges.ts'

const TEXT = 'One two three four five six.'
const ONE = [{ start: 4, end: 13 }]
const TWO = [
  { start: 4, end: 7 },
  { start: 14, end: 18 },
]

test('an end moves both ways', () => {
  expect(withEdge(ONE, 'end', 18, TEXT)).toEqual([{ start: 4, end: 18 }])
  expect(withEdge(ONE, 'end', 7, TEXT)).toEqual([{ start: 4, end: 7 }])
  expect(withEdge(ONE, 'start', 0, TEXT)).toEqual([{ start: 0, end: 13 }])
  expect(withEdge(ONE, 'start', 8, TEXT)).toEqual([{ start: 8, end: 13 }])
})

test('an end never passes the other, nor the text', () => {
  expect(withEdge(ONE, 'end', 4, TEXT)).toEqual(ONE)
  expect(withEdge(ONE, 'start', 20, TEXT)).toEqual(ONE)
  expect(withEdge(ONE, 'end', 99, TEXT)).toEqual([{ start: 4, end: TEXT.length }])
  expect(withEdge(ONE, 'start', -3, TEXT)).toEqual([{ start: 0, end: 13 }])
})

test('parts that are left outside fall away, and the gap between parts is not filled', () => {
  expect(withEdge(TWO, 'end', 6, TEXT)).toEqual([{ start: 4, end: 6 }])
  expect(withEdge(TWO, 'end', 10, TEXT)).toEqual([{ start: 4, end: 7 }])
  expect(withEdge(TWO, 'start', 10, TEXT)).toEqual([{ start: 14, end: 18 }])
  expect(withEdge(TWO, 'end', 23, TEXT)).toEqual([TWO[0], { start: 14, end: 23 }])
})

test('no character is parted', () => {
  expect(withEdge([{ start: 0, end: 1 }], 'end', 3, 'a \u{1F600} b')).toEqual([{ start: 0, end: 4 }])
})

test('white space at the ends is no part of a highlight', () => {
  expect(trimmed([{ start: 3, end: 8 }], TEXT)).toEqual([{ start: 4, end: 7 }])
  expect(trimmed([{ start: 3, end: 4 }], TEXT)).toBeNull()
})
