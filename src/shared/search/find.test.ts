import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FoldedText } from './find.ts'

const found = (text: string, words: string): string[] =>
  new FoldedText(text).find(words, 100).map(({ start, end }) => text.slice(start, end))

test.each([
  ['President Erdoğan spoke', 'erdogan', ['Erdoğan']],
  ['It’s “half full”, he said', `it's "half full"`, ['It’s “half full”']],
  ['the 2019–2020 season', '2019-2020', ['2019–2020']],
  ['a line\nand  another', 'line and another', ['line\nand  another']],
  ['unofﬁcial office', 'offic', ['ofﬁc', 'offic']],
  ['e\u0301te\u0301 and été', 'ete', ['e\u0301te\u0301', 'été']],
  ['co\u00adoperate', 'cooperate', ['co\u00adoperate']],
  ['İstanbul', 'istanbul', ['İstanbul']],
  ['大河的水在冬天结冰', '冬天', ['冬天']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['Straße', 'STRASSE', ['Straße']],
  ['some words', ' ', []],
  ['some words', '', []],
])('in “%s” “%s” is found as %j', (text, words, expected) => {
  expect(found(text, words)).toEqual(expected)
})

test('every stretch of a text is found in it', () => {
  const letter = fc.constantFrom(...'aéAß“—ﬁ大ğİ \u0301\u00ad\n')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), fc.nat(60), fc.nat(20), (letters, from, length) => {
      const words = letters.slice(from, from + length)
      fc.pre(words.some((each) => /\p{L}/u.test(each)) && !/\p{M}/u.test(letters[from + length] ?? ''))
      fc.pre(!/\p{M}/u.test(words[0] ?? ''))
      expect(new FoldedText(letters.join('')).find(words.join(''), 1000).length).toBeGreaterThan(0)
    }),
  )
})

test('hits stand in order, within the text and apart', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ maxLength: 3 }),
      (text, words) => {
        let last = 0
        for (const { start, end } of new FoldedText(text).find(words, 1000)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      },
    ),
  )
})
