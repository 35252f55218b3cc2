import { describe, expect, it } from 'vitest'
import { shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'

/** Different words of three letters: `count` of them are `4 × count − 1` characters long. */
const words = Array.from(
  { length: 1600 },
  (_, i) =>
    `${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))}${i < 676 ? 'a' : i < 1352 ? 'e' : 'o'}`,
)
const run = (from: number, to: number): string => words.slice(from, to).join(' ')

function verdictOf(quotation: string, text: string): string {
  return judge(typed(quotation, 'rope'), shelfOf(witnessOf('rope', text))).verdict
}

describe('the passage of an omission', () => {
  const quotation = `${run(0, 4)} […] ${run(746, 750)}`

  it.each([
    ['2,999', '', 'marked'],
    ['3,000', 'x', 'marked'],
    ['3,001', 'xx', 'altered'],
  ])('of %s characters is %s', (_, longer, verdict) => {
    const found = verdictOf(longer + quotation, `${longer}${run(0, 1600)}.`)
    expect(found === 'marked').toBe(verdict === 'marked')
  })

  it('is measured as the source has it, not as it folds', () => {
    const text = `${run(0, 300)}${' '.repeat(40)}${run(300, 1600)}.`
    expect(verdictOf(quotation, text)).not.toBe('marked')
  })

  it('limits no quotation that only inserts a word', () => {
    const long = `${run(0, 1400)} [sea] ${run(1400, 1500)}`
    expect(verdictOf(long, `${run(0, 1600)}.`)).toBe('marked')
  })
})

describe('a piece of one word', () => {
  it.each([
    ['primrose', 'marked'],
    ['jasmine,', 'altered'],
    ['“jasmine', 'altered'],
  ])('%s is long enough: %s', (piece, verdict) => {
    const text = `alder birch cedar elder ${piece} willow yarrow zinnia.`
    expect(verdictOf(`alder birch cedar […] ${piece} […] yarrow zinnia`, text)).toBe(verdict)
  })
})
