import { expect, test } from 'vitest'
import { dictionaryFor } from './dictionaries.ts'

test.each([
  ['fr', 'fr'],
  ['fr-CH', 'fr'],
  ['en-US', 'en'],
  ['en-GB', 'en-gb'],
  ['pt', 'pt-pt'],
  ['pt-BR', null],
  ['zh', null],
  ['constructor', null],
  ['', null],
  [null, null],
])('a brief in %s is checked by %s', (language, dictionary) => {
  expect(dictionaryFor(language)).toBe(dictionary)
})
