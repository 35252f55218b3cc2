import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapOffsets } from './offset-map.ts'
import { pairTokens } from './pair-tokens.ts'

const numbers = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 })

/** The length of a longest common subsequence, by the plain table. */
function common(one: readonly number[], other: readonly number[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const mine of one) {
    const next = [0]
    for (const [at, theirs] of other.entries())
      next.push(mine === theirs ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

describe('tokens are paired', () => {
  test('in order, equal ones only, and as many as can be', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const pairs = pairTokens({ one: Int32Array.from(one), other: Int32Array.from(other) })
        const kept = [...pairs.entries()].filter(([, there]) => there >= 0)
        expect(kept.every(([mine, there]) => one[mine] === other[there])).toBe(true)
        expect(kept.every(([, there], at) => there > (kept[at - 1]?.[1] ?? -1))).toBe(true)
        expect(kept.length).toBe(common(one, other))
      }),
    )
  })

  test('in a large text too, and quickly', () => {
    const one = Int32Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 5003)
    const other = Int32Array.from([...one.subarray(0, 500), 1, 2, 3, ...one.subarray(700)])
    const started = performance.now()
    const pairs = pairTokens({ one, other })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(pairs[100_000]).toBe(99_803)
  })
})

describe('offsets', () => {
  test('of words that stayed are sure', () => {
    const map = mapOffsets('One two three.', 'Before this: one. One two three.').lead
    expect(map(4)).toEqual({ at: 22, sure: true })
    expect(map(6)).toEqual({ at: 24, sure: true })
  })

  test('of words that went lie between those that stayed', () => {
    const map = mapOffsets('alpha gone gone omega', 'alpha omega').lead
    expect(map(6)).toMatchObject({ sure: false })
    expect(map(6).at).toBeLessThanOrEqual(6)
  })

  test('never leave the other text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '漢', '字') }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢') }),
        fc.nat(50),
        (one, other, offset) => {
          const { at } = mapOffsets(one, other).lead(Math.min(offset, one.length))
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(other.length)
        },
      ),
    )
  })
})
