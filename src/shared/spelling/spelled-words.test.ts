import { expect, test } from 'vitest'
import { spelledWords } from './spelled-words.ts'

test.each([
  ['The quay, “don’t”.', ['The', 'quay', "don't"]],
  ['non-binding co\u00ADoperate', ['non', 'binding', 'cooperate']],
  ['NATO met at 12.5 or 3rd in A', ['met', 'at', 'or', 'in']],
  ['see https://example.org/page and [@marrow2024port, p. 3]', ['see', 'and']],
  ['www.example.org a_b C:\\path #tag', []],
  ['Ветер и море', ['Ветер', 'море']],
  ['la col·laboració · l’estat', ['la', 'col·laboració', "l'estat"]],
])('%s', (text, expected) => {
  const words = spelledWords(text)
  expect(words.map(({ word }) => word)).toEqual(expected)
  for (const { start, end, word } of words)
    expect(text.slice(start, end).replaceAll('’', "'").replaceAll('\u00AD', '')).toBe(word)
})
