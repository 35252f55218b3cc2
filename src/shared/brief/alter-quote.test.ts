import { array, assert, constantFrom, integer, nat, oneof, property, record, string } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { renderAlterations } from '../verdict/alterations.ts'
import { linked, passageOf, shelfOf, witnessOf } from '../verdict/fixtures/shelf.ts'
import { judgeLinked } from '../verdict/linked.ts'
import { alterQuote, type QuoteChange, type ShownRange } from './alter-quote.ts'
import type { LinkedQuote } from './nodes.ts'
import { quoteWords } from './quote-words.ts'

const EXACT =
  'The port authority said the new weir would not improve the river before 2030, and nobody asked why.'
const witness = witnessOf('weir', `Before it. ${EXACT} After it.`)

const quoteOf = (exact: string): LinkedQuote => ({
  version: 1,
  annotation: 'an_1',
  anchor: 'anc_1',
  pin: null,
  alterations: [],
  shown: exact,
  translation: null,
  emphasis: [],
})

const verdictOf = (quote: LinkedQuote): string =>
  judgeLinked(linked(quoteWords(quote).trim()), passageOf(witness, EXACT), shelfOf(witness)).verdict

/** Where words stand in what a quote shows. */
function of(quote: LinkedQuote, words: string): ShownRange {
  const start = quoteWords(quote).indexOf(words)
  if (start < 0) throw new Error(`no “${words}”`)
  return { start, end: start + words.length }
}

/** One change after another; each must be possible. */
function after(...changes: readonly ((quote: LinkedQuote) => QuoteChange)[]): LinkedQuote {
  return changes.reduce<LinkedQuote>((quote, change) => {
    const next = alterQuote(quote, EXACT, change(quote))
    if (next === null) throw new Error('not possible')
    return next
  }, quoteOf(EXACT))
}

describe('an altered quote', () => {
  test.each<[string, (quote: LinkedQuote) => QuoteChange, string]>([
    [
      'leaves words out, whole ones',
      (quote) => ({ kind: 'omit', range: of(quote, 'uthority said the ne') }),
      'The port […] weir would not improve the river before 2030, and nobody asked why.',
    ],
    [
      'puts words in place of others',
      (quote) => ({ kind: 'put', range: of(quote, 'port authority'), words: 'harbour board' }),
      'The [harbour board] said the new weir would not improve the river before 2030, and nobody asked why.',
    ],
    [
      'puts words between two',
      (quote) => ({
        kind: 'put',
        range: { start: of(quote, ' would').start, end: of(quote, ' would').start },
        words: 'at Calder',
      }),
      'The port authority said the new weir [at Calder] would not improve the river before 2030, and nobody asked why.',
    ],
    [
      'changes part of a word',
      (quote) => ({
        kind: 'put',
        range: { start: of(quote, 'improve').end, end: of(quote, 'improve').end - 0 },
        words: 'd',
      }),
      'The port authority said the new weir would not improve [d] the river before 2030, and nobody asked why.',
    ],
    [
      'changes the case of a letter',
      () => ({ kind: 'capital', at: 0 }),
      '[t]he port authority said the new weir would not improve the river before 2030, and nobody asked why.',
    ],
    [
      'says sic',
      (quote) => ({ kind: 'sic', at: of(quote, 'weir').end }),
      'The port authority said the new weir [sic] would not improve the river before 2030, and nobody asked why.',
    ],
  ])('%s', (_, change, shown) => {
    const quote = after(change)
    expect(quoteWords(quote)).toBe(shown)
    expect(verdictOf(quote)).toBe('marked')
  })

  it('is cut at its ends without a mark, and is verbatim still', () => {
    const quote = after((whole) => ({
      kind: 'keep',
      range: of(whole, 'the new weir would not improve the river'),
    }))
    expect(quoteWords(quote)).toBe('the new weir would not improve the river')
    expect(verdictOf(quote)).toBe('verbatim')
  })

  it('begins with the case that its sentence wants', () => {
    const quote = after(
      (whole) => ({ kind: 'omit', range: of(whole, 'The port authority said') }),
      () => ({ kind: 'capital', at: 0 }),
    )
    expect(quoteWords(quote)).toBe(
      '[T]he new weir would not improve the river before 2030, and nobody asked why.',
    )
    expect(verdictOf(quote)).toBe('marked')
  })

  it('has one mark for what is left out side by side', () => {
    const quote = after(
      (whole) => ({ kind: 'omit', range: of(whole, 'said the') }),
      (shorter) => ({ kind: 'omit', range: of(shorter, 'new') }),
    )
    expect(quoteWords(quote)).toContain('authority […] weir')
    expect(quote.alterations).toHaveLength(1)
  })

  it('gives back what one alteration took', () => {
    const quote = after(
      (whole) => ({ kind: 'omit', range: of(whole, 'said the') }),
      (shorter) => ({ kind: 'sic', at: of(shorter, 'weir').end }),
      (both) => ({ kind: 'undo', at: of(both, '[…]').start }),
    )
    expect(quoteWords(quote)).toContain('said the new weir [sic]')
    expect(
      quoteWords(
        after(
          () => ({ kind: 'capital', at: 0 }),
          () => ({ kind: 'restore' }),
        ),
      ),
    ).toBe(EXACT)
  })

  it('keeps emphasis on its words, noted at the end', () => {
    const quote = after(
      (whole) => ({ kind: 'emphasise', range: of(whole, 'would not'), language: 'de-AT' }),
      (laid) => ({ kind: 'omit', range: of(laid, 'said the') }),
    )
    expect(quoteWords(quote)).toMatch(
      /^The port authority \[…\] new weir would not .* why\. \[Hervorhebung hinzugefügt\]$/,
    )
    expect(quote.emphasis).toEqual([{ ...of(quote, 'would not'), format: 2 }])
    expect(verdictOf(quote)).toBe('marked')
    const none = alterQuote(quote, EXACT, {
      kind: 'emphasise',
      range: of(quote, 'would not'),
      language: 'de-AT',
    })
    expect(none?.emphasis).toEqual([])
    expect(none && quoteWords(none)).not.toContain('Hervorhebung')
  })

  it.each<[string, QuoteChange]>([
    ['all of it left out', { kind: 'omit', range: { start: 0, end: EXACT.length } }],
    ['no word left out', { kind: 'omit', range: { start: 3, end: 4 } }],
    ['brackets within brackets', { kind: 'put', range: { start: 0, end: 3 }, words: 'a [b]' }],
    ['nothing put', { kind: 'put', range: { start: 0, end: 3 }, words: '  ' }],
    ['no alteration there', { kind: 'undo', at: 4 }],
    ['emphasis on nothing', { kind: 'emphasise', range: { start: 4, end: 4 }, language: null }],
  ])('is not made of %s', (_, change) => {
    expect(alterQuote(quoteOf(EXACT), EXACT, change)).toBe(null)
  })

  it('is not made of words that are not the passage’s', () => {
    const range = { start: 0, end: 8 }
    expect(alterQuote({ ...quoteOf(EXACT), asWritten: 'Something' }, EXACT, { kind: 'omit', range })).toBe(
      null,
    )
    expect(alterQuote({ ...quoteOf(EXACT), translation: 'Etwas' }, EXACT, { kind: 'omit', range })).toBe(null)
    expect(alterQuote(quoteOf('Other words'), EXACT, { kind: 'omit', range })).toBe(null)
  })
})

const range = record({ one: nat(140), other: nat(140) }).map(({ one, other }) => ({
  start: Math.min(one, other),
  end: Math.max(one, other),
}))
const anyChange = oneof(
  record({ kind: constantFrom('omit' as const, 'keep' as const), range }),
  record({
    kind: constantFrom('put' as const),
    range,
    words: oneof(constantFrom('he', 'the board'), string({ maxLength: 8 })),
  }),
  record({ kind: constantFrom('capital' as const, 'sic' as const, 'undo' as const), at: nat(140) }),
  record({ kind: constantFrom('emphasise' as const), range, language: constantFrom(null, 'fr') }),
  record({ kind: constantFrom('restore' as const), at: integer() }),
)

const ordered = (ranges: readonly ShownRange[]): boolean =>
  ranges.every(({ start, end }, at) => start <= end && start >= (ranges[at - 1]?.end ?? 0))

it('whatever is done, the words shown are the passage with its alterations, in order, and no emphasis leaves them', () => {
  assert(
    property(array(anyChange, { maxLength: 6 }), (changes) => {
      let quote = quoteOf(EXACT)
      for (const change of changes) quote = alterQuote(quote, EXACT, change) ?? quote
      expect(renderAlterations(EXACT, quote.alterations)).toBe(quote.shown)
      expect(ordered(quote.alterations)).toBe(true)
      expect(ordered(quote.emphasis)).toBe(true)
      for (const { end } of quote.emphasis) expect(end).toBeLessThanOrEqual(quote.shown.length)
      expect(['verbatim', 'normalised', 'marked', 'altered']).toContain(verdictOf(quote))
    }),
    { numRuns: 500 },
  )
})
