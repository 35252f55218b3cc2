import { assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, it, test } from 'vitest'
import { isCertain } from './certain.ts'
import { linked, shelfOf, witnessOf } from './fixtures/shelf.ts'
import { judgeLinked } from './linked.ts'
import type { PinnedPassage } from './witness.ts'

const TEXT = `The tide-gate, 43,000 tonnes, was “non-binding” (2.5 per cent), the mayor can’t say. “We won’t — not yet,” he said.
It fell by -5 degrees; in 1.000 houses nobody [sic] was told … of it. 中国政府 said: “Да, нет!”`
const witness = witnessOf('tide', TEXT)
const shelf = shelfOf(witness)

const pinned = (start: number, end: number): PinnedPassage => ({
  witness,
  exact: TEXT.slice(start, end),
  segments: [{ start, end }],
  speaker: null,
})

it('is never surer than the judge, wherever a passage begins and ends', () => {
  assert(
    property(
      integer({ min: 0, max: TEXT.length }),
      integer({ min: 0, max: TEXT.length }),
      record({ cut: integer({ min: -3, max: 3 }), added: constantFrom('', ' ', '.', ' not') }),
      (one, other, { cut, added }) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const shown = TEXT.slice(start, Math.max(start, end + Math.min(0, cut))) + (cut > 0 ? added : '')
        const quotation = linked(shown)
        const passage = pinned(start, end)
        if (isCertain(quotation, passage))
          expect(judgeLinked(quotation, passage, shelf).verdict).toBe('verbatim')
      },
    ),
    { numRuns: 2000 },
  )
})

test('a whole passage of whole words is certain', () => {
  const at = TEXT.indexOf('nobody')
  expect(isCertain(linked('nobody [sic] was told'), pinned(at, at + 21))).toBe(true)
})

test.each([
  ['a cut number', '43', 15, 17],
  ['a number cut at its point', '2', TEXT.indexOf('2.5'), TEXT.indexOf('2.5') + 1],
  ['a cut compound', 'binding', TEXT.indexOf('binding'), TEXT.indexOf('binding') + 7],
  ['a word cut at its apostrophe', 'mayor can', TEXT.indexOf('mayor'), TEXT.indexOf('mayor') + 9],
])('%s is not', (_, shown, start, end) => {
  expect(TEXT.slice(start, end)).toBe(shown)
  expect(isCertain(linked(shown), pinned(start, end))).toBe(false)
})

test('words that differ, a note, a footnote and a translation are left to the judge', () => {
  const at = TEXT.indexOf('nobody')
  const passage = pinned(at, at + 21)
  expect(isCertain(linked('nobody [sic] was sold'), passage)).toBe(false)
  expect(isCertain(linked(passage.exact, { note: '[emphasis added]' }), passage)).toBe(false)
  expect(isCertain(linked(passage.exact, { footnotes: [3] }), passage)).toBe(false)
  const link = { annotation: 'an_1', version: null, translation: true }
  expect(isCertain(linked(passage.exact, { link }), passage)).toBe(false)
  expect(
    isCertain(linked(passage.exact), { ...passage, segments: [...passage.segments, { start: 0, end: 8 }] }),
  ).toBe(false)
})
