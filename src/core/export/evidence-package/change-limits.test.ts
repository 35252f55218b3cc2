import { describe, expect, test } from 'vitest'
import { keepsLimits } from './change-limits.ts'
import { changesBetween } from './changes.ts'

const keeps = (words: string, passage: string): boolean | null => {
  const changes = changesBetween(words, passage)
  return changes && keepsLimits(passage, changes)
}

describe('keepsLimits', () => {
  test.each([
    ['we do know […] that it holds', 'we do know as of today that it holds'],
    ['[w]e do not know that', 'We do not know that'],
    ['甲乙[…]丁戊', '甲乙丙丁戊'],
    ['the council [of the town] did not', 'the council did not'],
    ['we do not know […]', 'we do not know'],
  ])('takes “%s” for “%s”', (words, passage) => {
    expect(keeps(words, passage)).toBe(true)
  })

  test.each([
    ['a piece of one short word', 'We […] kill you all', 'We would never kill you all'],
    ['more left out than kept', 'we will […] do it', 'we will never, not for all the world, ever do it'],
    ['six omissions', 'a b … a b … a b … a b … a b … a b … a b', 'a b x a b x a b x a b x a b x a b x a b'],
    ['a word that is cut', 'an […] binding vote was held', 'an entirely non-binding vote was held'],
    ['a number that is cut', 'they said that […],000 came', 'they said that 43,000 came'],
    [
      'brackets and little else',
      '[They admit that] the wall [is one fraud]',
      'It seems that the wall was old',
    ],
  ])('refuses %s', (_, words, passage) => {
    expect(keeps(words, passage)).toBe(false)
  })
})
