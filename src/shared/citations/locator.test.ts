import { expect, test } from 'vitest'
import { locatorOf } from './locator.ts'

test.each([
  ['p. 3', 'page', '3'],
  ['pp. 3–5', 'page', '3–5'],
  ['S. 12', 'page', '12'],
  ['стр. 7', 'page', '7'],
  ['para. 4', 'paragraph', '4'],
  ['¶ 4', 'paragraph', '4'],
  ['§§ 4, 5', 'section', '4, 5'],
  ['ch. IV', 'chapter', 'IV'],
  ['33', 'page', '33'],
  ['xii', 'page', 'xii'],
])('%s is %s %s', (written, label, locator) => {
  expect(locatorOf(written)).toEqual({ label, locator })
})
