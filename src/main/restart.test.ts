import { expect, test } from 'vitest'
import { mayRestart } from './restart.ts'

test('a process that ended now and then is started again', () => {
  expect(mayRestart([0])).toBe(true)
  expect(mayRestart([0, 60_000, 120_000, 180_000, 240_000])).toBe(true)
})

test('one that keeps ending is not', () => {
  expect(mayRestart([0, 1000, 2000])).toBe(true)
  expect(mayRestart([0, 1000, 2000, 3000])).toBe(false)
})
