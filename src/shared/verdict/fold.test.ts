import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { prepare } from './prepared.ts'

const words = (text: string): readonly string[] => {
  const prepared = prepare(text)
  return prepared.words.map(({ start, end }) => prepared.text.slice(start, end).replaceAll('‐', '-'))
}

const tricky = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '“',
        '”',
        '‘',
        "'",
        '´',
        '`',
        "''",
        '``',
        '«',
        '–',
        '—',
        '--',
        '-',
        ' - ',
        '…',
        '...',
        '. . .',
        '.',
      ),
      fc.constantFrom(
        '\u00ad',
        '\u200b',
        '\u200d',
        '\u00a0',
        '\n',
        ' ',
        'ﬁ',
        'Ａ',
        'e\u0301',
        '\u0301',
        '\u0640',
        '\u064e',
        'ﻻ',
        '한',
        '\u1112\u1161',
      ),
      fc.constantFrom('43,000', '2.5', '-5', 'non-binding', 'can’t', 'the quay', 'Нет', '行か', 'ない'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('fold', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const once = fold(text).text
        expect(fold(once).text).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })
  it('keeps raw ranges in order and inside the text', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const { from, to, text: folded } = fold(text)
        for (let i = 0; i < folded.length; i += 1) {
          expect(from[i]).toBeLessThan(to[i] ?? -1)
          expect(to[i]).toBeLessThanOrEqual(text.length)
          if (i > 0) expect(from[i - 1]).toBeLessThanOrEqual(from[i] ?? -1)
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('gives canonically equal texts the same fold', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text)
      }),
      { numRuns: 2000 },
    )
  })
  it('composes vowels of Kirat Rai, none of which is a mark', () => {
    for (const text of ['\u{16d68}', '\u{16d69}', '\u{16d6a}', 'a\u{16d63}\u{16d67}\u{16d67}'])
      expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text)
  })
  it.each([
    ['don’t', "don't"],
    ['Azerbaijan´s', 'Azerbaijan’s'],
    ['“yes”', '«yes»'],
    ['wait…', 'wait. . .'],
    ['ﬁrst', 'first'],
    ['Ａ１', 'A1'],
    ['co\u00adop', 'coop'],
    ['a – b', 'a—b'],
    ['行か\nない', '行かない'],
    ['مُحَمَّد', 'محمد'],
  ])('makes %s and %s the same', (one, two) => expect(fold(one).text).toBe(fold(two).text))
  it.each([
    ['Erdoğan', 'Erdogan'],
    ['10²', '102'],
    ['½', '1/2'],
    ['The', 'the'],
    ['another', 'an other'],
    ['fleet ,', 'fleet,'],
    ['٤٣', '43'],
    ['ا', 'أ'],
  ])('keeps %s and %s apart', (one, two) => expect(fold(one).text).not.toBe(fold(two).text))
})

describe('words', () => {
  it.each([
    ['2.5 per cent, 43,000 and 9/11', ['2.5', 'per', 'cent', '43,000', 'and', '9/11']],
    ['-5 or +7, 5-10, F-16', ['-5', 'or', '+7', '5-10', 'F-16']],
    ['can’t, non-binding', ['can’t', 'non-binding']],
    ['1939–45', ['1939', '45']],
    ['pre- and post-war', ['pre', 'and', 'post-war']],
    ['彼は行', ['彼', 'は', '行']],
    ['of .5 or 0.5', ['of', '.5', 'or', '0.5']],
    ['“So,” he said', ['So', 'he', 'said']],
  ])('of %s', (text, expected) => expect(words(text)).toEqual(expected))
})
