import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { element, makeParagraph, makeText } from '../../../shared/brief/make.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { Brief } from '../../../shared/contract/briefs.ts'
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

function saving(save: (input: { seen: string; state: BriefState }) => Promise<Brief>) {
  let text = 'a'
  const core = { briefs: { save } } as unknown as CoreClient
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

test('what is typed is saved a second after the last key, against the copy that was seen', async () => {
  const seen: string[] = []
  const { one, write } = saving(({ seen: of }) => {
    seen.push(of)
    return Promise.resolve({ ...BRIEF, updatedAt: String(seen.length) })
  })
  write('ab')
  await vi.advanceTimersByTimeAsync(900)
  write('abc')
  await vi.advanceTimersByTimeAsync(900)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  write('abcd')
  await vi.advanceTimersByTimeAsync(1100)
  expect(seen).toEqual(['0', '1'])
  expect(one.status.get()).toEqual({ kind: 'saved' })
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
