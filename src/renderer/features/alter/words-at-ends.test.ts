import { expect, test } from 'vitest'
import { alterQuote } from '../../../shared/brief/alter-quote.ts'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import { fewerWords, moreWords, type Altering } from './words-at-ends.ts'

const EXACT = '“We won’t close it (yet),” he said.'
const AROUND = { before: 'It rained. ', after: ' Nobody asked, and so on' }

function begun(keep: string): Altering {
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
  const start = EXACT.indexOf(keep)
  const cut = alterQuote(quote, EXACT, { kind: 'keep', range: { start, end: start + keep.length } })
  return { quote: cut ?? quote, exact: EXACT, before: 0, after: 0 }
}

/** What is shown after each of so many steps. */
function steps(from: Altering, end: 'start' | 'end', count: number): readonly string[] {
  const shown: string[] = []
  let at: Altering | null = from
  for (let step = 0; step < count && at !== null; step += 1) {
    at = moreWords(at, end, AROUND)
    if (at !== null) shown.push(at.quote.shown)
  }
  return shown
}

test('one word comes after another, marks by themselves, then words beside the passage', () => {
  expect(steps(begun('close it'), 'start', 5)).toEqual([
    'won’t close it',
    'We won’t close it',
    '“We won’t close it',
    'rained. “We won’t close it',
    'It rained. “We won’t close it',
  ])
  expect(steps(begun('close it'), 'end', 4)).toEqual([
    'close it (yet',
    'close it (yet),”',
    'close it (yet),” he',
    'close it (yet),” he said',
  ])
})

test('it ends where the source does', () => {
  expect(moreWords(begun(EXACT), 'start', { before: '', after: '' })).toBe(null)
})

test('a word less, until one is left', () => {
  const less = fewerWords(begun('close it (yet)'), 'start')
  expect(less?.quote.shown).toBe('it (yet)')
  expect(less && fewerWords(less, 'end')?.quote.shown).toBe('it')
  expect(fewerWords(begun('close'), 'end')).toBe(null)
})
