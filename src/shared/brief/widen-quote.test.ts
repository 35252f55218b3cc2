import { expect, test } from 'vitest'
import { alterQuote } from './alter-quote.ts'
import type { LinkedQuote } from './nodes.ts'
import { widenQuote } from './widen-quote.ts'

const EXACT = 'would not improve the river before 2030'
const quote: LinkedQuote = {
  version: 1,
  annotation: 'an_1',
  anchor: 'anc_1',
  pin: null,
  alterations: [],
  shown: EXACT,
  translation: null,
  emphasis: [],
}

test('a wider passage keeps alterations and emphasis on their words', () => {
  const laid = alterQuote(quote, EXACT, { kind: 'emphasise', range: { start: 6, end: 9 }, language: null })
  const cut = laid && alterQuote(laid, EXACT, { kind: 'omit', range: { start: 18, end: 27 } })
  const wide = cut && widenQuote(cut, EXACT, { before: 'It ', after: ', they said.' })
  expect(wide?.exact).toBe('It would not improve the river before 2030, they said.')
  expect(wide?.quote.shown).toBe('It would not improve […] before 2030, they said. [emphasis added]')
  expect(wide?.quote.emphasis).toEqual([{ start: 9, end: 12, format: 2 }])
})

test('what was cut away at an end is cut away there still', () => {
  const cut = alterQuote(quote, EXACT, { kind: 'keep', range: { start: 6, end: EXACT.length } })
  const wide = cut && widenQuote(cut, EXACT, { before: 'It ', after: '' })
  expect(wide?.quote.shown).toBe('It not improve the river before 2030')
})
