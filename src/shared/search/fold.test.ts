import { array, assert, constantFrom, property, string } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../verdict/fold.ts'
import { wordsOf } from '../verdict/words.ts'
import { indexedText, tokensOf } from './fold.ts'
import { certainTerms } from './query.ts'

const words = (text: string): string => indexedText(text).body

describe('folding for search', () => {
  it('takes a word of a million letters in its stride', () => {
    expect(indexedText('x'.repeat(1_000_000)).body).toHaveLength(1_000_000)
  })

  it.each([
    ['İstanbul ISPARTA ıspanak', 'istanbul isparta ispanak'],
    ['Straße ﬁnal Ñandú ΟΔΟΣ οδός', 'strasse final nandu οδοσ οδοσ'],
    ['Ёлка ёлка мой', 'елка елка мои'],
    ['أحمد إلى كِتَاب کتـاب مدرسة مدرسه', 'احمد الي كتاب كتاب مدرسه مدرسه'],
    ['Əliyev Łódź', 'eliyev lodz'],
    ['co\u00adope\u200brate', 'cooperate'],
    ['can’t can\u02bct non-binding 2.5 43,000', 'can t can t non binding 2 5 43 000'],
    ['ＡＢＣ１２３ m²', 'abc 123 m 2'],
    ['中国政府 3月', '中国 国政 政府 府 3 月'],
    ['か\u3099 ｶﾞ', 'がガ ガ'],
    ['정부는', '정부 부는 는'],
    ['\u1112\u1161\u11ab', '한'],
    ['ไทย', 'ไท ทย ย'],
    ['हिंदी', 'हिंदी'],
    ['“…” — !?', ''],
  ])('reads %j as %j', (text, folded) => {
    expect(words(text)).toBe(folded)
  })

  it('joins Han across a line break and parts Hangul at a space', () => {
    expect(words('中\n国')).toBe('中国 国')
    expect(words('한국 정부')).toBe('한국 국 정부 부')
  })

  it('keeps other readings of the same words beside', () => {
    expect(indexedText('govern-\nment').extra).toBe('government')
    expect(indexedText('go\u200bvern').extra).toBe('go vern')
    expect(indexedText('Ⓐb').extra).toBe('ab')
  })

  it('reads a text no differently when it is composed or decomposed', () => {
    assert(
      property(strange(), (text) => {
        expect(words(text.normalize('NFD'))).toBe(words(text.normalize('NFC')))
      }),
    )
  })

  it('leads every word back to its place', () => {
    assert(
      property(strange(), (text) => {
        for (const token of tokensOf(text)) {
          expect(token.end).toBeGreaterThan(token.start)
          expect(tokensOf(text.slice(0, token.end))).toContainEqual(
            expect.objectContaining({ text: token.text, start: token.start, end: token.end }),
          )
          // A mark is read with what it stands on, even behind an unseen character: alone it is something else.
          if (/^\p{M}/u.test(token.text)) continue
          expect(tokensOf(text.slice(token.start, token.end)).map((t) => t.text)).toContain(token.text)
        }
      }),
    )
  })

  it('never gives a word that could end an FTS5 string or be split again', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        for (const token of tokensOf(text)) expect(token.text).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
    )
  })
})

/** Texts of the characters that folding is about. */
function strange(): Arbitrary<string> {
  const characters =
    "abcXYZ  \n--\u2010’'´.,:/+±129éÉe\u0301ßﬁİıёйи\u0306ə\u00ad\u200b\u2060\u00a0‑–…“”[](½²℃№㎏Ⓐ" +
    'ملكـَِكهةیيأا\u0671ﷺﻼ中国政府カガｶﾞが\u3099한국\u1112\u1161\u11abไทยก\u0e34हिंदीAＡ１𝒜😀\ufe0f\u02bc\u0301'
  return array(constantFrom(...characters), { maxLength: 40 }).map((all) => all.join(''))
}

/** The same words set otherwise: what the typographic fold of quotations.md takes for no difference. */
const SETTINGS: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFC'),
  (text) => text.replaceAll('’', "'").replaceAll('-', '\u2010'),
  (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u00ad'),
  (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u200b'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll('ﬁ', 'fi').replaceAll('Ａ', 'A').replaceAll('ﻼ', 'لا'),
]

const indexed = (text: string): ReadonlySet<string> => {
  const { body, extra } = indexedText(text)
  return new Set(`${body} ${extra}`.split(' '))
}
const has = (index: ReadonlySet<string>, word: string): boolean =>
  certainTerms(word).every(({ words: [wanted = ''], prefix }) =>
    prefix ? [...index].some((one) => one.startsWith(wanted)) : index.has(wanted),
  )
const judged = (text: string): string[] => {
  const folded = fold(text)
  return wordsOf(folded).map(({ start, end }) => folded.text.slice(start, end))
}

describe('looking for candidates', () => {
  it('finds every word of a text in its index', () => {
    assert(
      property(strange(), (text) => {
        const index = indexed(text)
        for (const word of judged(text)) {
          for (const key of [word, word.toLowerCase()]) expect([key, has(index, key)]).toEqual([key, true])
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('finds the words of a text that differs by its setting only', () => {
    assert(
      property(strange(), constantFrom(...SETTINGS), (text, set) => {
        const index = indexed(text)
        const other = set(text)
        if (fold(other).text !== fold(text).text) return
        for (const word of judged(other)) expect([word, has(index, word)]).toEqual([word, true])
      }),
      { numRuns: 5000 },
    )
  })

  it('finds a word that a line’s end has parted', () => {
    expect(has(indexed('The govern-\nment and the parlia\u2010 ment'), 'government')).toBe(true)
    expect(has(indexed('The govern-\nment and the parlia\u2010 ment'), 'parliament')).toBe(true)
    expect(has(indexed('o\u00adver-\nlap\u200bping'), 'overlapping')).toBe(true)
  })

  it('finds a single character of a script without spaces wherever it stands', () => {
    for (const word of ['中', '国', '府']) expect(has(indexed('中国政府'), word)).toBe(true)
  })
})
