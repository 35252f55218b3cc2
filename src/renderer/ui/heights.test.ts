import { expect, test } from 'vitest'
import { Heights, rowAt } from './heights.ts'

test('rows begin where the rows before them end', () => {
  const heights = new Heights(10)
  expect(heights.note('b', 25)).toBe(true)
  expect(heights.note('b', 25)).toBe(false)
  expect(heights.topsOf(['a', 'b', 'c'])).toEqual([0, 10, 35, 45])
})

test('a height leads to its row', () => {
  const tops = [0, 10, 35, 45]
  expect([-5, 0, 9, 10, 34, 35, 44, 900].map((height) => rowAt(tops, height))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2,
  ])
  expect(rowAt([0], 12)).toBe(0)
})
