import { expect, test } from 'vitest'
import { isDate } from './dates.ts'

test.each(['2024', '2024-03', '2024-03-14', '2024-02-29'])('%s is a date', (value) => {
  expect(isDate(value)).toBe(true)
})

test.each(['', 'soon', '24', '2024-3', '2024-13', '2023-02-29', '2024-03-14T09:00Z', ' 2024'])(
  '“%s” is no date',
  (value) => {
    expect(isDate(value)).toBe(false)
  },
)
