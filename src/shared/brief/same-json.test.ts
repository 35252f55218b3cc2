import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameJson } from './same-json.ts'
import type { Json } from './state.ts'

test('what is written out and read again is the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json
      expect(isSameJson(json, JSON.parse(JSON.stringify(value)) as Json)).toBe(true)
    }),
  )
})

test.each<readonly [Json, Json, boolean]>([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: null }, { b: null }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [[null], [], false],
  ['1', 1, false],
])('%j and %j: %s', (one, other, same) => {
  expect(isSameJson(one, other)).toBe(same)
  expect(isSameJson(other, one)).toBe(same)
})
