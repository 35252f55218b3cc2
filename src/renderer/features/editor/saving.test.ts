import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { element, makeParagraph, makeText } from '../../../shared/brief/make.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { Brief, OpenBrief } from '../../../shared/contract/briefs.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Saving } from './saving.ts'

const BRIEF: Brief = { id: 'br_1', title: '', words: 0, quotes: 0, citations: 0, updatedAt: '0' }
const stateOf = (text: string): BriefState => ({
  format: 1,
  title: '',
  language: null,
  citationStyle: null,
  extra: {},
  root: { ...element, type: 'root', children: [makeParagraph([makeText(text)])] },
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

function saving(
  save: (input: { seen: string; state: string }) => Promise<Brief>,
  open: () => OpenBrief = () => ({ brief: BRIEF, state: stateOf('a') }),
) {
  let text = 'a'
  const core = { briefs: { save, open: () => Promise.resolve(open()) } } as unknown as CoreClient
  const one = new Saving(
    () => core,
    BRIEF,
    () => stateOf(text),
  )
  const write = (next: string): void => {
    text = next
    one.changed()
  }
  return { one, write }
}

test('what is typed is saved within a second, against the copy that was seen', async () => {
  const seen: string[] = []
  const { one, write } = saving(({ seen: of }) => {
    seen.push(of)
    return Promise.resolve({ ...BRIEF, updatedAt: String(seen.length) })
  })
  write('ab')
  await vi.advanceTimersByTimeAsync(500)
  expect(seen).toEqual([])
  write('abc')
  await vi.advanceTimersByTimeAsync(200)
  expect(one.status.get()).toEqual({ kind: 'saved' })
  write('abcd')
  await vi.advanceTimersByTimeAsync(1100)
  expect(seen).toEqual(['0', '1'])
  expect(one.status.get()).toEqual({ kind: 'saved' })
})

test('whoever types on without a pause is never more than a second ahead of what is stored', async () => {
  let stored = ''
  const { write } = saving(({ state }) => {
    stored = JSON.stringify(state)
    return Promise.resolve(BRIEF)
  })
  for (let key = 0; key < 40; key += 1) {
    write(`typed ${String(key)}.`)
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await vi.advanceTimersByTimeAsync(100)
    if (key >= 10) expect(stored).toMatch(new RegExp(`typed (${range(key - 10, key).join('|')})\\.`))
  }
})

test('words are on their way when they are 0.6 s old, also those typed while a slow save is under way', async () => {
  const sent: { readonly text: string; readonly at: number }[] = []
  const { write } = saving(({ state }) => {
    sent.push({ text: JSON.stringify(state), at: Date.now() })
    return new Promise((resolve) => setTimeout(() => resolve(BRIEF), 300))
  })
  const typed: { readonly text: string; readonly at: number }[] = []
  let text = ''
  for (let key = 0; key < 60; key += 1) {
    text = `${text}${String(key)}.`
    write(text)
    typed.push({ text, at: Date.now() })
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await vi.advanceTimersByTimeAsync(50)
  }
  await vi.advanceTimersByTimeAsync(1000)
  const ages = typed.map(
    (one) => (sent.find((each) => each.text.includes(one.text))?.at ?? Infinity) - one.at,
  )
  expect(Math.max(...ages)).toBeLessThanOrEqual(650)
  // And no more often than that.
  expect(sent.length).toBeLessThanOrEqual(7)
})

test('what is typed while a save is under way is saved too before the window goes', async () => {
  const answers: (() => void)[] = []
  const saved: string[] = []
  const { one, write } = saving(
    ({ state }) =>
      new Promise((resolve) => {
        saved.push(state)
        answers.push(() => resolve({ ...BRIEF, updatedAt: String(saved.length) }))
      }),
  )
  write('ab')
  const kept = one.keep()
  await vi.advanceTimersByTimeAsync(0)
  write('abc')
  answers[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  answers[1]?.()
  expect(await kept).toBe(true)
  expect(saved.at(-1)).toContain('abc')
})

test('a save that the core took in before it ended is not taken for another window’s', async () => {
  let stored: { readonly brief: Brief; readonly state: BriefState } | null = null
  let ends = true
  const { one, write } = saving(
    ({ seen, state }) => {
      const updatedAt = stored?.brief.updatedAt ?? '0'
      if (seen !== updatedAt)
        return Promise.reject(
          new ORPCError('REFUSED', { message: 'Elsewhere.', data: { reason: 'changed-elsewhere' } }),
        )
      stored = {
        brief: { ...BRIEF, updatedAt: String(Number(updatedAt) + 1) },
        state: JSON.parse(state) as BriefState,
      }
      if (!ends) return Promise.resolve(stored.brief)
      ends = false
      return Promise.reject(new ORPCError('LOST', { message: 'Lost.' }))
    },
    () => stored ?? { brief: BRIEF, state: stateOf('a') },
  )
  write('ab')
  await vi.advanceTimersByTimeAsync(1100)
  expect(one.status.get()).toMatchObject({ kind: 'failed' })
  write('abc')
  expect(await one.keep()).toBe(true)
  expect(JSON.stringify(stored)).toContain('abc')
})

test('a copy that another window saved while the core was away is not written over', async () => {
  let stored = { brief: BRIEF, state: stateOf('a') }
  const save = vi.fn(({ seen }: { seen: string }) => {
    if (seen === '0' && stored.brief.updatedAt === '0') {
      stored = { brief: { ...BRIEF, updatedAt: '7' }, state: stateOf('another’s') }
      return Promise.reject(new ORPCError('LOST', { message: 'Lost.' }))
    }
    return Promise.reject(
      new ORPCError('REFUSED', { message: 'Elsewhere.', data: { reason: 'changed-elsewhere' } }),
    )
  })
  const { one, write } = saving(save, () => stored)
  write('ab')
  await vi.advanceTimersByTimeAsync(1100)
  expect(await one.keep()).toBe(false)
  expect(one.status.get()).toEqual({ kind: 'elsewhere', message: 'Elsewhere.' })
})

test('asked again and again where nothing is to be stored, it comes to an end', async () => {
  const { one } = saving(() => Promise.resolve(BRIEF))
  await one.flush(true)
  const turns = vi.fn()
  void one.flush(true).then(turns)
  // A loop of microtasks would let no other task run, and hang the page and this test with it.
  for (let turn = 0; turn < 100 && turns.mock.calls.length === 0; turn += 1) await Promise.resolve()
  expect(turns).toHaveBeenCalledTimes(1)
})

test('what did not change is not saved', async () => {
  const save = vi.fn(() => Promise.resolve(BRIEF))
  const { write } = saving(save)
  write('a')
  await vi.advanceTimersByTimeAsync(2000)
  expect(save).not.toHaveBeenCalled()
})

test('a save that failed is told with its time, and tried again by itself', async () => {
  let fails = true
  const { one, write } = saving(() =>
    fails
      ? Promise.reject(new ORPCError('REFUSED', { message: 'The disk is full.' }))
      : Promise.resolve(BRIEF),
  )
  vi.setSystemTime(5000)
  write('ab')
  await vi.advanceTimersByTimeAsync(1100)
  expect(one.status.get()).toEqual({ kind: 'failed', since: 5000, message: 'The disk is full.' })
  fails = false
  await vi.advanceTimersByTimeAsync(5100)
  expect(one.status.get()).toEqual({ kind: 'saved' })
})

test('a copy that another window saved is never written over', async () => {
  const save = vi.fn(() =>
    Promise.reject(
      new ORPCError('REFUSED', { message: 'Elsewhere.', data: { reason: 'changed-elsewhere' } }),
    ),
  )
  const { one, write } = saving(save)
  write('ab')
  await vi.advanceTimersByTimeAsync(1100)
  write('abc')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(one.status.get()).toEqual({ kind: 'elsewhere', message: 'Elsewhere.' })
})

test('regression: a brief that needs no saving is flushed again and again and each flush ends', async () => {
  const { one } = saving(() => Promise.reject(new Error('nothing is to be saved')))
  expect(await one.flush(true)).toBe(true)
  expect(await one.flush(true)).toBe(true)
})
