import { expect, test } from 'vitest'
import { around } from './around.ts'

test('context is cut between words', () => {
  const text = 'The harbour board met at noon and left'
  const start = text.indexOf('met')
  expect(around(text, { start, end: start + 3 }, 10)).toEqual({ before: 'board ', after: ' at noon' })
})

test('a text that is short enough is not cut', () => {
  expect(around('We met here', { start: 3, end: 6 }, 10)).toEqual({ before: 'We ', after: ' here' })
})

test('regression: a script without spaces keeps its context', () => {
  const text = `${'港'.repeat(80)}會議${'市'.repeat(80)}`
  expect(around(text, { start: 80, end: 82 }, 60)).toEqual({
    before: '港'.repeat(60),
    after: '市'.repeat(60),
  })
})

test('no character is parted', () => {
  const text = `${'😀'.repeat(40)}met${'😀'.repeat(40)}`
  const { before, after } = around(text, { start: 80, end: 83 }, 61)
  expect([before, after]).toEqual(['😀'.repeat(30), '😀'.repeat(30)])
})
