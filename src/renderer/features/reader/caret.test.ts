import { expect, test } from 'vitest'
import { characterBorder, stepOf, wordBorder } from './caret.ts'

const held = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

test('arrows move as each system has it', () => {
  const byWord = { unit: 'word', forward: true, extend: true }
  expect(stepOf({ ...held, key: 'ArrowRight', ctrlKey: true, shiftKey: true }, false)).toEqual(byWord)
  expect(stepOf({ ...held, key: 'ArrowRight', altKey: true, shiftKey: true }, true)).toEqual(byWord)
  expect(stepOf({ ...held, key: 'ArrowLeft', altKey: true }, false)).toBe(null)
  expect(stepOf({ ...held, key: 'q' }, false)).toBe(null)
})

test('a character is what a reader takes for one', () => {
  expect(characterBorder('a👩‍👩‍👧b', 1, true)).toBe(9)
  expect(characterBorder('a👩‍👩‍👧b', 9, false)).toBe(1)
  expect(characterBorder('ab', 2, true)).toBe(2)
  expect(characterBorder('ab', 0, false)).toBe(0)
})

test('words are stepped over with what stands between them', () => {
  expect(wordBorder('said it “does not', 0, true)).toBe(5)
  expect(wordBorder('said it “does not', 5, true)).toBe(9)
  expect(wordBorder('said it “does not', 9, false)).toBe(5)
  expect(wordBorder('said', 0, true)).toBe(4)
})
