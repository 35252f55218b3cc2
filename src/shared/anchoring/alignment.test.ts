import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepare } from '../verdict/prepared.ts'
import { align } from './alignment.ts'
import { diagonalsOf } from './diagonals.ts'
import { gramIndexOf, lowerUnits, placesOf } from './grams.ts'

const TEXT = 'The gate of the dam was shut at noon, and the gate of the lock was open until two.'
const units = lowerUnits(TEXT)

const aligned = (pattern: string, core: string, begin: number) => {
  const start = pattern.indexOf(core)
  const found = align(
    units,
    { units: lowerUnits(pattern), core: { start, end: start + core.length } },
    begin,
    8,
  )
  return found && { words: TEXT.slice(found.start, found.end), errors: found.errors }
}

test('the core of a pattern is laid where it and its context fit best', () => {
  expect(aligned('dam was shut at noon', 'was shut', 18)).toEqual({
    words: 'was shut',
    errors: { before: 0, core: 0, after: 0 },
  })
})

test('errors are told apart by where they are', () => {
  expect(aligned('DXM was shxt at nooon', 'was shxt', 14)).toEqual({
    words: 'was shut',
    errors: { before: 1, core: 1, after: 1 },
  })
})

test('a core that is gone is empty where its context is', () => {
  const found = aligned('The gate of the dam XXXXX was shut at noon', ' XXXXX', 0)
  expect(found).toMatchObject({ words: '', errors: { before: 0, core: 6, after: 0 } })
})

test('a band that lies outside of the text gives nothing', () => {
  expect(align(units, { units: lowerUnits('gate'), core: { start: 0, end: 4 } }, 1000, 8)).toBeNull()
})

test('every place of a needle is found by its rarest run', () => {
  const text = prepare(TEXT)
  expect([...placesOf(text, 'the gate')]).toEqual([42])
  expect([...placesOf(text, ' gate of the')]).toEqual([3, 45])
  expect([...placesOf(text, 'no such words')]).toEqual([])
})

test('a stretch of a text, with every tenth letter changed, begins where it was taken from', () => {
  const words = fc.array(fc.constantFrom('gate', 'dam', 'river', 'of', 'open', 'noon', '闸门', 'шлюз'), {
    minLength: 60,
    maxLength: 200,
  })
  fc.assert(
    fc.property(words, fc.nat(1000), (all, from) => {
      const raw = all.map((word, at) => word + String(at * 37)).join(' ')
      const start = from % (raw.length - 120)
      const changed = Array.from(raw.slice(start, start + 120))
        .map((letter, at) => (at % 10 === 9 ? '#' : letter))
        .join('')
      const [best] = diagonalsOf(gramIndexOf(prepare(raw)), lowerUnits(changed), 3)
      return best !== undefined && Math.abs(best.begin - start) <= 32
    }),
  )
})
