import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aligned, lettersOf } from './letters.ts'

const align = (ours: string, theirs: string, borders: readonly number[] = []): string => {
  const [our, their] = [lettersOf(ours), lettersOf(theirs)]
  return Array.from(aligned(our.folded, their.folded, borders), (place, index) => {
    const from = our.at[index] ?? 0
    return place < 0 ? '' : `${String(from)}:${String(their.at[place])}`
  })
    .filter((pair) => pair !== '')
    .join(' ')
}

test('a word that a line’s end divides is one', () => {
  expect(align('department', 'depart-\nment')).toBe('0:0 1:1 2:2 3:3 4:4 5:5 6:8 7:9 8:10 9:11')
})

test('a ligature is its letters, and a mark goes with its letter', () => {
  expect(align('fin', 'ﬁn')).toBe('0:0 1:0 2:1')
  expect(align('é!', 'e\u0301!')).toBe('0:0 1:2')
})

test('stretches may stand in another order on the page', () => {
  const [body, note] = ['The river is closed in winter.', 'See the second report.']
  const ours = `${body}${note}`
  const theirs = `${note}${body}`
  const [our, their] = [lettersOf(ours), lettersOf(theirs)]
  const found = aligned(our.folded, their.folded, [lettersOf(body).folded.length])
  for (const [index, place] of found.entries())
    expect(theirs[their.at[place] ?? -1]).toBe(ours[our.at[index] ?? -1])
})

test('what stands on the page alone, such as its number, is passed over', () => {
  const found = align('We will close the river', '12 Yearbook We will close the river')
  expect(found.startsWith('0:12 ')).toBe(true)
})

test('a short stretch is found as a whole, where it continues', () => {
  expect(align('aaa no', 'no aaa no')).toBe('0:3 1:4 2:5 4:7 5:8')
})

test('every letter of a text is found on a page that holds the same', () => {
  const word = fc.stringMatching(/^[a-e]{1,6}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const folded = words.join('')
      expect(Array.from(aligned(folded, folded))).toEqual(Array.from(folded, (_, index) => index))
    }),
  )
})
