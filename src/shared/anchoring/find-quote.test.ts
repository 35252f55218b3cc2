import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote } from './find-quote.ts'

const TEXT =
  'The board said: “We would not improve the quay.” The illegally installed crane, the board said,\n' +
  'cost 43,000 crowns — a sum Azerbaijan´s fleet could not pay. The board said no more.'

const found = (quote: string, prefix?: string, suffix?: string): string | undefined => {
  const answer = findQuote(TEXT, { quote, prefix, suffix })
  return answer.kind === 'found' ? answer.passage.exact : answer.kind
}

describe('a quote', () => {
  test('is found by its very words', () => expect(found('would not improve')).toBe('would not improve'))

  test('is found under the typographic fold', () => {
    expect(found('said,   cost 43,000 crowns – a sum')).toBe('said,\ncost 43,000 crowns — a sum')
    expect(found("a sum Azerbaijan's fleet")).toBe('a sum Azerbaijan´s fleet')
    expect(found('said: "We would')).toBe('said: “We would')
  })

  test('never begins or ends inside a word or a number', () => {
    expect(found('legally installed')).toBe('absent')
    expect(found('cost 43')).toBe('absent')
    expect(found('rew')).toBe('absent')
  })

  test('differs by case, digits or a negation: it is absent, and the nearest passage is shown', () => {
    const answer = findQuote(TEXT, { quote: 'we would improve the quay' })
    expect(answer).toMatchObject({ kind: 'absent', nearest: { exact: 'We would not improve the quay' } })
  })

  test('that cuts a word is shown the whole one', () => {
    expect(findQuote(TEXT, { quote: 'gally installed' })).toMatchObject({
      kind: 'absent',
      nearest: { exact: 'illegally installed' },
    })
  })

  test('that is like nothing has no nearest passage', () => {
    expect(findQuote(TEXT, { quote: 'zebras dream in colour' })).toEqual({ kind: 'absent', nearest: null })
  })

  test('that stands several times is ambiguous, with its places', () => {
    const answer = findQuote(TEXT, { quote: 'board said' })
    expect(answer).toMatchObject({ kind: 'ambiguous', places: [{ start: 4 }, { start: 84 }, {}] })
  })

  test('is told apart by what stands before or after it', () => {
    expect(findQuote(TEXT, { quote: 'board said', suffix: 'no more' })).toMatchObject({
      passage: { start: 161 },
    })
    expect(findQuote(TEXT, { quote: 'board said', prefix: 'crane,  the' })).toMatchObject({
      passage: { start: 84 },
    })
    expect(findQuote(TEXT, { quote: 'board said', suffix: ': "We' })).toMatchObject({ passage: { start: 4 } })
    expect(findQuote(TEXT, { quote: 'board said', prefix: 'nowhere' })).toMatchObject({ kind: 'elsewhere' })
  })

  test('keeps 64 characters of context and never half a character', () => {
    const text = `${'😀'.repeat(40)}a word 𝒳${'y'.repeat(70)}`
    const answer = findQuote(`x ${text}`, { quote: 'word' })
    if (answer.kind !== 'found') throw new Error(answer.kind)
    expect(answer.passage.prefix.isWellFormed()).toBe(true)
    expect(answer.passage.prefix.length).toBeLessThanOrEqual(64)
    expect(answer.passage.suffix).toHaveLength(64)
  })

  test('of one character per word is found in a script without spaces', () => {
    expect(findQuote('港口不会关闭。', { quote: '不会' })).toMatchObject({ passage: { start: 2, end: 4 } })
  })
})

test('a quote that ends in a vowel mark takes the mark in, written or not', () => {
  const text = 'قالت إن الجسر لن يغلق أبداً. ثم سكتت.'
  for (const quote of ['لن يغلق أبداً', 'لن يغلق أبدا'])
    expect(findQuote(text, { quote })).toMatchObject({ kind: 'found', passage: { exact: 'لن يغلق أبداً' } })
})

test('any words of a text are found in it, at their place or at several', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'not', '43', '–', '“so”', 'don’t'), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(words, fc.nat(29), fc.nat(29), (all, a, b) => {
      const from = Math.min(a, b) % all.length
      const text = all.join(' ')
      const quote = all.slice(from, Math.max(from + 1, b)).join(' ')
      const answer = findQuote(text, { quote })
      const start = [...all.slice(0, from), ''].join(' ').length
      if (answer.kind === 'found') return answer.passage.start === start && answer.passage.exact === quote
      return answer.kind === 'ambiguous' && answer.places.some((place) => place.start === start)
    }),
  )
})
