import { expect, test } from 'vitest'
import { choiceOf, fewer, more, wordsOf } from './choice.ts'

const choice = choiceOf({
  annotation: null,
  source: 'src_1',
  citekey: 'one',
  title: 'One',
  version: 1,
  start: 4,
  end: 22,
  exact: 'We will not close.',
  before: 'So: ',
  after: ' Not now',
  speaker: null,
})

test('words are taken and left one by one, never parts of one', () => {
  expect(wordsOf(fewer(choice))).toBe('We will not')
  expect(wordsOf(more(more(choice)))).toBe('We will not close. Not now')
  expect(wordsOf(more(more(more(choice))))).toBe('We will not close. Not now')
  expect(wordsOf(fewer(fewer(fewer(fewer(choice)))))).toBe('We')
})
