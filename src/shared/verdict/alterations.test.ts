import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alterationsBetween, renderAlterations } from './alterations.ts'

const passage =
  'yet another extremely provocative step by the illegally installed regime of the Nogarno-Karabakh region'

describe('alterationsBetween', () => {
  it.each([
    [
      '[Y]et another extremely provocative step by the illegally installed regime of the Nogarno-Karabakh region',
      'capital',
    ],
    ['yet another […] step by the illegally installed regime of the Nogarno-Karabakh region', 'omission'],
    ['yet another … step by the illegally installed regime of the Nogarno-Karabakh region', 'omission'],
    [
      'yet another [quite] extremely provocative step by the illegally installed regime of the Nogarno-Karabakh region',
      'insertion',
    ],
    ['yet another extremely provocative step by [it] of the Nogarno-Karabakh region', 'replacement'],
    [
      'yet another extremely provoc[ation] step by the illegally installed regime of the Nogarno-Karabakh region',
      'part',
    ],
    [
      'yet another extremely provocative step by the illegally installed regime of the Nogarno-Karabakh [sic] region',
      'sic',
    ],
    [`${passage} [emphasis added]`, 'emphasis'],
  ])('reads %s as %s', (shown, kind) => {
    const alterations = alterationsBetween(shown, passage)
    expect(alterations?.map((a) => a.kind)).toEqual([kind])
    expect(renderAlterations(passage, alterations ?? [])).toBe(shown)
  })
  it('needs none for the passage itself', () => expect(alterationsBetween(passage, passage)).toEqual([]))
  it.each([
    ['a run of the passage', 'another extremely provocative step'],
    ['another word', passage.replace('step', 'act')],
    ['other typography', passage.replace('-', '‑')],
    [
      'a bracket with too little around it',
      '[Yet another extremely provocative step by the illegally installed regime of the Nogarno-Karabakh] region',
    ],
  ])('is null for %s', (_, shown) => expect(alterationsBetween(shown, passage)).toBeNull())

  it('gives the passage back when undone, whatever is left out or put in', () => {
    const words = passage.split(' ')
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('[…]', '[...]', '…'),
        (from, length, mark) => {
          const shown = [...words.slice(0, from), mark, ...words.slice(from + length)].join(' ')
          const alterations = alterationsBetween(shown, passage) ?? []
          expect(renderAlterations(passage, alterations)).toBe(shown)
          const undone = alterations.toReversed().reduce((text, a) => {
            const at = a.start
            return text.slice(0, at) + passage.slice(a.start, a.end) + text.slice(at + a.text.length)
          }, shown)
          expect(undone).toBe(passage)
        },
      ),
    )
  })
})
