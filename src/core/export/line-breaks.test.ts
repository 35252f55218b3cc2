import { assert, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, keepsNumber } from './line-breaks.ts'

const wordsOf = (text: string, longest: number): string =>
  breakLines(text, longest)
    .map((span) => (typeof span === 'string' ? span : span.t === 'mark' ? span.v : ''))
    .join('')

test('no character is lost or added, however long the words are', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 80 }), integer({ min: 5, max: 32 }), (text, longest) => {
      const plain = text.replaceAll(/[\u2060\u200B]/gu, '')
      expect(wordsOf(plain, longest)).toBe(plain)
    }),
  )
  const marked = `https://example.org/${'a'.repeat(20)}/\u0301${'b'.repeat(30)}`
  expect(wordsOf(marked, 32)).toBe(marked)
})

test('a long word is cut in pieces of about one length, none longer than the column takes', () => {
  const pieces = breakLines('intergovernmental', 8).filter((span) => typeof span === 'string')
  expect(pieces).toEqual(['interg', 'overnm', 'ental'])
})

test.each(['word', 'said.', 'said”', 'said.’', 'it)', '1984', 'كتاب', 'शब्द', 'ברית'])(
  'a number stays with what it stands after, untied: %s',
  (text) => expect(keepsNumber(text)).toBe(true),
)

test.each(['why?', 'no!', 'and…', 'so—', 'कहा।', '本', '本。', 'ไทย', '🙂', ''])(
  'a number is tied to what a line could end after: %s',
  (text) => expect(keepsNumber(text)).toBe(false),
)

test('nothing is tied where no line would end anyway', () => {
  expect(breakLines('———. Said; “so!” (why?), and…', 32)).toEqual([
    '———. Said; “so!',
    { t: 'tie' },
    '” (why?), and…',
  ])
})
