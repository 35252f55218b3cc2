import { expect, test } from 'vitest'
import { compiled, patternHits } from './find-pattern.ts'

const found = (text: string, source: string, template = '', caseful = false) => {
  const regex = compiled({ source, caseful })
  return regex === null ? null : patternHits(text, regex, template, 100)
}

test('a pattern finds its places, and says what is to stand there', () => {
  expect(found('43 berths, 7 piers', String.raw`(\d+) (\w+)`, '$2: $1 ($&)')).toEqual([
    { start: 0, end: 9, put: 'berths: 43 (43 berths)' },
    { start: 11, end: 18, put: 'piers: 7 (7 piers)' },
  ])
})

test('the ends of a paragraph are its own', () => {
  expect(found('one\ntwo', '^t|e$')?.map(({ start }) => start)).toEqual([2, 4])
})

test('capitals matter only where that is asked for', () => {
  expect(found('Port port', 'port')).toHaveLength(2)
  expect(found('Port port', 'port', '', true)).toHaveLength(1)
})

test('what is no regular expression is told as such', () => {
  for (const source of ['(', '[a', '*', String.raw`\p{Nonsense}`]) expect(found('a', source)).toBeNull()
})

test('places without a character are passed over', () => {
  expect(found('abc', 'x*')).toEqual([])
})

test.each([
  ['$$1', '$1'],
  ['$0', '$0'],
  ['$3', '$3'],
  ['$12', 'a2'],
  ['$<word>', 'b'],
  ['$<none>', ''],
  ['$', '$'],
])('%s puts %s', (template, put) => {
  expect(found('ab', '(a)(?<word>b)', template)?.[0]?.put).toBe(put)
})
