import { describe, expect, it } from 'vitest'
import type { ImportRow } from './import-rows.ts'
import { paceOf, progressOf, shareOf } from './progress.ts'

const row = (values: Partial<ImportRow>): ImportRow => ({
  id: 'x',
  token: 't',
  path: null,
  name: 'x',
  bytes: null,
  found: null,
  parts: null,
  state: { kind: 'waiting' },
  ...values,
})
const stopped = { kind: 'stopped' } as const

describe('progress', () => {
  it('goes by bytes, and counts files', () => {
    const rows = [row({ bytes: 984_000, state: stopped }), row({ bytes: 84_000 }), row({ found: 2 })]
    expect(progressOf(rows)).toEqual({ done: 1, all: 2, weight: 1_000_000, total: 1_100_000 })
    expect(shareOf(progressOf(rows))).toBeCloseTo(10 / 11)
  })

  it('of no files is none', () => {
    expect(shareOf(progressOf([]))).toBe(0)
  })

  it('counts the pages of an archive that are still to come', () => {
    const came = [row({ state: stopped }), row({ state: stopped })]
    const rows = [...came, row({ bytes: 1_000_000, parts: { came: 2, all: 10 }, state: { kind: 'reading' } })]
    expect(progressOf(rows)).toMatchObject({ done: 2, all: 10 })
    expect(shareOf(progressOf(rows))).toBeCloseTo(0.2)
  })
})

describe('the pace', () => {
  const start = { at: 0, done: 1, weight: 100_000 }

  it('says nothing before three seconds, nor before a file is done', () => {
    const nothing = { perMinute: null, secondsLeft: null }
    expect(paceOf({ done: 5, all: 9, weight: 500_000, total: 900_000 }, start, 2900)).toEqual(nothing)
    expect(paceOf({ done: 1, all: 9, weight: 100_000, total: 900_000 }, start, 9000)).toEqual(nothing)
  })

  it('tells files a minute in two digits, and the time left by bytes', () => {
    const progress = { done: 124, all: 200, weight: 600_000, total: 1_100_000 }
    expect(paceOf(progress, start, 60_000)).toEqual({ perMinute: 120, secondsLeft: 60 })
  })

  it('counts from where it began, not from what an earlier import did', () => {
    const progress = { done: 3, all: 5, weight: 200_000, total: 400_000 }
    expect(paceOf(progress, start, 10_000)).toEqual({ perMinute: 12, secondsLeft: 20 })
  })
})
