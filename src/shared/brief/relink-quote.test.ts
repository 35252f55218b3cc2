import { expect, test } from 'vitest'
import { linkQuote } from './link-quote.ts'
import type { LinkedQuote } from './nodes.ts'
import { quoteWords } from './quote-words.ts'
import { relinkQuote } from './relink-quote.ts'

const OLD = 'The wall may hold for a year, it may hold for ten'
const NEW = 'The wall may hold for a year, it will not hold for ten'
const to = { anchorId: 'anc_2', exact: NEW }

const quoted = (words: string, exact = OLD): LinkedQuote =>
  linkQuote(
    { annotation: 'an_1', version: null, translation: false, words, emphasis: [] },
    { anchorId: 'anc_1', exact },
  )

test('a quote of the whole passage shows the new passage whole', () => {
  expect(relinkQuote({ ...quoted(OLD), pin: 1 }, OLD, to)).toMatchObject({
    anchor: 'anc_2',
    pin: null,
    alterations: [],
    shown: NEW,
  })
})

test('words that the author altered by marks stay, where the new passage has them too', () => {
  const moved = relinkQuote(quoted('The wall […] may hold for ten'), OLD, {
    anchorId: 'anc_2',
    exact: OLD.replace('a year', 'two years'),
  })
  expect(quoteWords(moved)).toBe('The wall […] may hold for ten')
  expect(moved).toMatchObject({ anchor: 'anc_2', alterations: [{ kind: 'omission' }] })
})

test('words that the new passage has not stay as they are written, to be judged', () => {
  const moved = relinkQuote(quoted('it may hold […]'), OLD, to)
  expect(quoteWords(moved)).toBe('it may hold […]')
  expect(moved.anchor).toBe('anc_2')
})

test('a translation stays, and its emphasis', () => {
  const quote = { ...quoted(OLD), translation: 'Die Mauer', emphasis: [{ start: 0, end: 3, format: 1 }] }
  expect(relinkQuote(quote, OLD, to)).toMatchObject({
    translation: 'Die Mauer',
    shown: NEW,
    emphasis: [{ end: 3 }],
  })
})

test('the same words at another place change nothing but the anchor', () => {
  const quote = { ...quoted('The wall […] hold for ten'), pin: 1 }
  expect(relinkQuote(quote, OLD, { anchorId: 'anc_3', exact: OLD })).toEqual({
    ...quote,
    anchor: 'anc_3',
    pin: null,
  })
})
