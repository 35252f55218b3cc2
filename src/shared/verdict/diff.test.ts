import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './diff.ts'

const text = fc
  .array(
    fc.constantFrom(
      'the',
      'quay',
      'not',
      '43,000',
      'Teague',
      'can’t',
      ',',
      '.',
      ' ',
      '  ',
      '\n',
      '“',
      '”',
      'e\u0301',
      'ﬁ',
      '\u00ad',
      '😀',
      '[…]',
      '行か',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

describe('diffWords', () => {
  it('rebuilds both sides exactly', () => {
    fc.assert(
      fc.property(text, text, (passage, draft) => {
        const diff = diffWords(passage, draft)
        const side = (without: string): string =>
          diff
            .filter((o) => o.op !== without)
            .map((o) => o.text)
            .join('')
        expect(side('delete')).toBe(draft)
        expect(side('insert')).toBe(passage)
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    ['We would not go', 'We would go', 'negation'],
    ['legally installed', 'illegally installed', 'negation'],
    ['all 43 berths', 'all 34 berths', 'number'],
    ['said Teague today', 'said Marrow today', 'name'],
    ['it does recognise this', 'it does recognize this', 'spelling'],
    ['ran 100 metres north', 'ran 100 meters north', 'spelling'],
    ['the Nogarno region', 'the Nagorno region', 'spelling'],
    ['said Kjær-Nováková there', 'said Kjær-Novakova there', 'spelling'],
    ['die Straße dort', 'die Strasse dort', 'spelling'],
    ['a provocative step', 'a provacative step', 'spelling'],
    ['they could go', 'they would go', 'word'],
    ['the gate was closed', 'the gate was close', 'word'],
    ['he carried the letters', 'he carried the letter', 'word'],
    ['the wall was high', 'the well was high', 'word'],
    ['said Hale today', 'said Vale today', 'name'],
    ['said Corvin today', 'said Corven today', 'name'],
    ['the only way', 'The only way', 'case'],
    ['a provocative step', 'a dangerous step', 'word'],
    ['for ten, it', 'for ten it', 'punctuation'],
    ['full and final end', 'final and full end', 'order'],
  ])('classes %s against %s as %s', (passage, draft, kind) => {
    const classes = diffWords(passage, draft).flatMap((o) => (o.op === 'equal' ? [] : [o.class]))
    expect(new Set(classes)).toEqual(new Set([kind]))
  })
})
