import { describe, expect, it } from 'vitest'
import { shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'

/** Far above what each takes (under half a second), far below what a pattern that backtracks takes. */
const MOST_MS = 10_000

const filler = 'The weir of the town held, and the mill by the gate was not sold. '.repeat(8000)
const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['a bracket that never closes', filler, `[${'a b '.repeat(20_000)}`],
  ['spaces before a note', filler, `the${' '.repeat(100_000)}weir of it. [sic] x`],
  ['marks at the end', filler, `the weir of the towns${'!'.repeat(100_000)}`],
  ['omissions without end', filler, 'the weir […] '.repeat(5000)],
  ['a rare word after a common one', `${filler}[a] [b] […]`, '[a] the [b] of […] zebra [a] town the'],
  ['dots without end', `${'.'.repeat(300_000)}x the weir of the town`, 'the weir of the town'],
  ['a word without end', `${'x'.repeat(1_000_000)} told the weir of the town`, 'the weir of the town'],
  ['hyphens without end', `${'a-'.repeat(300_000)}b told the weir of the town`, 'the weir of the town'],
  [
    'zero-width characters without end',
    `the${'\u200b'.repeat(500_000)} weir of the town`,
    'the weir of the town',
  ],
  ['speeches in one paragraph', '“We go,” said Ann Bly. '.repeat(8000), 'Bly. “We go,” said Ann'],
]

describe('hostile texts', () => {
  it.each(HOSTILE)('%s are judged in time', (_, text, quotation) => {
    const from = performance.now()
    const row = judge(typed(quotation, 'x'), shelfOf(witnessOf('x', text)))
    expect(performance.now() - from).toBeLessThan(MOST_MS)
    expect(row.quotation).toBe(quotation)
  })
})
