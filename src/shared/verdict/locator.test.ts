import { expect, it } from 'vitest'
import { witnessOf } from './fixtures/shelf.ts'
import { locatorWarnings } from './locator.ts'

const paragraphs = witnessOf('port', 'One.\nTwo.\nThree.\nFour.\nFive.')
const pages = witnessOf('port', 'x'.repeat(2000), {
  pageAt: (offset) => String(100 + Math.floor(offset / 100)),
})
const roman = witnessOf('port', 'Foreword.', { pageAt: () => 'iv' })

it.each([
  ['para. 3', true],
  ['para. 2', false],
  ['paras. 1–3', true],
  ['paras 1, 3', true],
  ['paras 1, 4–5', false],
  ['¶ 3', true],
  ['¶¶ 2 and 3', true],
  ['Abs. 4', false],
  ['p. 9', true],
  [null, true],
])('paragraph 3 is in %j: %s', (locator, right) => {
  const warned = locatorWarnings(locator, paragraphs, paragraphs.text.indexOf('Three'))
  expect(warned.map(({ code }) => code)).toEqual(right ? [] : ['page'])
})

it.each([
  ['p. 105', true],
  ['105', true],
  ['pp. 104–6', true],
  ['pp. 104–106', true],
  ['pp. 99, 105', true],
  ['pp. 99, 101–3', false],
  ['p. 105 f.', true],
  ['p. 104 ff.', true],
  ['p. 106 ff.', false],
  ['S. 104f.', true],
  ['p. 10', false],
  ['p. iv', false],
  ['chap. 3', true],
])('page 105 is in %j: %s', (locator, right) => {
  expect(locatorWarnings(locator, pages, 550)).toHaveLength(right ? 0 : 1)
})

it.each([
  ['p. iv', true],
  ['p. v', false],
  ['p. 4', false],
])('page iv is in %j: %s', (locator, right) => {
  expect(locatorWarnings(locator, roman, 0)).toHaveLength(right ? 0 : 1)
})
