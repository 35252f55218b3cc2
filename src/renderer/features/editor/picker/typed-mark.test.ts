import { expect, test } from 'vitest'
import { markIn } from './typed-mark.ts'

test.each([
  ['He said “We w', 8, 'We w'],
  ['He said "We w', 8, 'We w'],
  ['„Wir wer', 0, 'Wir wer'],
  ['Elle a dit «nous ne', 11, 'nous ne'],
  ['(“We', 1, 'We'],
  ['他说「我们不', 2, '我们不'],
])('%s begins a quotation', (before, start, typed) => {
  expect(markIn(before)).toMatchObject({ start, typed })
})

test.each([
  'He said “W',
  'He said “ W',
  'He said “We will” and then',
  'five feet 10" and more',
  'He said',
  '“',
])('%s does not', (before) => expect(markIn(before)).toBe(null))
