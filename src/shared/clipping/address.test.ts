import { array, assert, constantFrom, integer, property, record, string } from 'fast-check'
import { expect, it, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'

it('is read as it was written', () => {
  const segment = record({ start: integer({ min: 0, max: 9e8 }), end: integer({ min: 0, max: 9e8 }) })
  const address = record({
    source: constantFrom('src_01', 'src_0190a-b'),
    version: integer({ min: 1, max: 99 }),
    segments: array(segment, { minLength: 1, maxLength: 5 }),
    annotation: constantFrom(null, 'an_01'),
  })
  assert(
    property(address, (each) => {
      expect(readAddress(writeAddress(each))).toEqual(each)
    }),
  )
})

test.each([
  '',
  'verbatim:',
  'https://a.example',
  'verbatim:src_1?version=1',
  'verbatim:src_1?version=1&segments=1-2&x=y',
])('%j is none', (text) => expect(readAddress(text)).toBe(null))

it('anything else is none, and does no harm', () => {
  assert(
    property(string({ maxLength: 200 }), (text) => {
      expect(readAddress(`verbatim:${text}`)).toBe(null)
    }),
  )
})
