import { expect, test } from 'vitest'
import { atIn, markIn } from './typed-mark.ts'

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

test('an @ begins a citation, but not in an address', () => {
  expect(atIn('as he says @marr')).toEqual({ start: 11, mark: '@', typed: 'marr' })
  expect(atIn('[@ma')).toEqual({ start: 1, mark: '@', typed: 'ma' })
  expect(atIn('write to ada@exa')).toBe(null)
  expect(atIn('at @')).toBe(null)
})
