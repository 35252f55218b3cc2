import { expect, test } from 'vitest'
import { sentAt } from './date.ts'

test.each([
  ['Thu, 14 Mar 2024 09:30:00 +0100', '2024-03-14T09:30:00+01:00'],
  ['14 Mar 2024 09:30 -0500', '2024-03-14T09:30:00-05:00'],
  ['Thu, 14 Mar 2024 09:30:00 GMT', '2024-03-14T09:30:00Z'],
  ['Thu, 14 Mar 2024 9:30:00 GMT (Harbour Time)', '2024-03-14T09:30:00Z'],
  ['Thu, 14 Mar 2024 09:30:00 -0000', null],
  ['Thu, 14 Mar 2024 09:30:00', null],
  ['Thu, 14 Mar 2024', null],
  ['Thu, 14 Mar 2024 25:30:00 GMT', null],
  ['noon', null],
  [null, null],
])('a message sent on %j was sent at %j', (date, moment) => {
  expect(sentAt(date)).toBe(moment)
})
