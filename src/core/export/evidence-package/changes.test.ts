import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, cutsWord, verdictOf } from './changes.ts'

const kinds = (words: string, passage: string): readonly string[] | null =>
  changesBetween(words, passage)?.map(({ kind }) => kind) ?? null

describe('changesBetween', () => {
  test.each([
    ['The wall may hold', 'The wall may hold', []],
    ["We don't know", 'We don’t know', ['typography']],
    ['May -- its third', 'May – its third', ['typography']],
    ['we […] know', 'we do not know', ['omission']],
    ['we … know', 'we do not know', ['omission']],
    ['[w]e know', 'We know', ['capital']],
    ['they elect[ed] him', 'they elect him', ['part']],
    ['we [the council] know', 'we know', ['insertion']],
    ['we [the council] know', 'we who sit here know', ['replacement']],
    ['we know [sic] it', 'we know it', ['sic']],
    ['we know it [emphasis added]', 'we know it', ['emphasis']],
    ['we know it.', 'we know it', ['final-stop']],
    ["[w]e […] don't know", 'We really don’t know', ['capital', 'omission', 'typography']],
    ['甲乙[…]丁', '甲乙丙丁', ['omission']],
    ['a […] b', 'a […] b', []],
    ['we  know', 'we know', ['typography']],
    ['甲\u200b乙', '甲乙', ['typography']],
    ['(a care[less] man)', '(a careful man)', ['part']],
    ['الجدار لن يصمد', 'الجِدار لن يصمد', ['typography']],
    ['ﬁrst words', 'first words', ['typography']],
  ])('follows how “%s” comes from “%s”', (words, passage, expected) => {
    expect(kinds(words, passage)).toEqual(expected)
  })

  test.each([
    ['we would now improve it', 'we would not improve it'],
    ['we would improve it', 'we would not improve it'],
    ['we know', 'We know'],
    ['Erdogan said', 'Erdoğan said'],
    ['43 berths', '44 berths'],
    ['we know!', 'we know'],
    ['we (the council) know', 'we know'],
    ['we know and', 'we know'],
    ['w[e know] it', 'we know it'],
    ['[…] we know', 'You know'],
  ])('finds no way to “%s” from “%s”', (words, passage) => {
    expect(kinds(words, passage)).toBe(null)
  })

  test('gives back the words, whatever it finds', () => {
    const word = fc.constantFrom(
      'the',
      'wall',
      '[…]',
      '[it]',
      'not',
      '“so”',
      '—',
      '.',
      'elect[ed]',
      '…',
      '(',
      '[w]e',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (words, passage) => {
        const changes = changesBetween(words, passage)
        if (changes === null) return
        let [made, at] = ['', 0]
        for (const { start, end, text: put } of changes) {
          expect(start).toBeGreaterThanOrEqual(at)
          made += passage.slice(at, start) + put
          at = end
        }
        expect(made + passage.slice(at)).toBe(words)
        expect(verdictOf(changes) === 'verbatim').toBe(words === passage)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('cutsWord', () => {
  test.each([
    ['illegally', 2],
    ['non-binding', 4],
    ['43,000', 2],
    ['2.5', 2],
    ['can’t', 3],
  ])('sees a border inside “%s”', (text, at) => {
    expect(cutsWord(text, at)).toBe(true)
  })

  test.each([
    ['the wall', 4],
    ['so. “We', 5],
    ['甲乙', 1],
    ['May – its', 4],
    ['end.', 3],
  ])('sees none in “%s”', (text, at) => {
    expect(cutsWord(text, at)).toBe(false)
  })
})
