import { expect, test } from 'vitest'
import { sourceTag } from './source-tag.ts'

test('a citekey that would end the comment or its line is not named in it', () => {
  expect(sourceTag(['marrow2024port', 'a-->b', 'c\n\n# d', 'e-', 'f<g', 'h,i', '\r'])).toBe(
    '<!--source: marrow2024port-->',
  )
  expect(sourceTag(['-->'])).toBe('')
  expect(sourceTag(['buhayra:2023', 'x-y'])).toBe('<!--source: buhayra:2023, x-y-->')
})
