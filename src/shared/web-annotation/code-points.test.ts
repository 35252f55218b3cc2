import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf } from './code-points.ts'

test('characters beyond the basic plane count once', () => {
  const points = codePointsOf('a😀b😀c')
  expect(points.length).toBe(5)
  expect([0, 1, 3, 4, 6, 7].map(points.before)).toEqual([0, 1, 2, 3, 4, 5])
  expect([0, 1, 2, 3, 4, 5, 6].map(points.unitAt)).toEqual([0, 1, 3, 4, 6, 7, null])
  expect(points.unitAt(-1)).toBeNull()
})

test('there and back is the same place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const points = codePointsOf(text)
      const characters = Array.from(text)
      return characters.every((_, at) => {
        const unit = characters.slice(0, at).join('').length
        return points.before(unit) === at && points.unitAt(at) === unit
      })
    }),
  )
})
