import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Closing, type Closable } from './closing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function closing(given: Partial<Pick<Closable, 'ask' | 'askOutside'>> = {}) {
  const window = {
    ask: vi.fn(() => true),
    letGo: vi.fn(),
    stays: vi.fn(),
    askOutside: vi.fn(() => Promise.resolve(true)),
    ...given,
  }
  return { window, one: new Closing(window) }
}

test('a window without a page that holds words closes at once', () => {
  expect(closing({ ask: () => false }).one.mayClose()).toBe(true)
})

test('a window waits for its page, and goes once all is stored', async () => {
  const { window, one } = closing()
  expect([one.mayClose(), one.mayClose()]).toEqual([false, false])
  expect(window.ask).toHaveBeenCalledTimes(1)
  one.answered('go')
  expect(window.letGo).toHaveBeenCalledTimes(1)
  expect(one.mayClose()).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(window.askOutside).not.toHaveBeenCalled()
})

test('a user who is asked in the window has all the time, and may be asked again', async () => {
  const { window, one } = closing()
  one.mayClose()
  one.answered('asking')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(window.askOutside).not.toHaveBeenCalled()
  one.mayClose()
  expect(window.ask).toHaveBeenCalledTimes(2)
  one.answered('stay')
  expect([window.stays.mock.calls.length, window.letGo.mock.calls.length]).toEqual([1, 0])
})

test('a page that does not answer is told of outside of it, and closes as the user decides', async () => {
  const { window, one } = closing()
  one.mayClose()
  await vi.advanceTimersByTimeAsync(7000)
  expect(window.letGo).toHaveBeenCalledTimes(1)
  const waiting = closing({ askOutside: () => Promise.resolve(false) })
  waiting.one.mayClose()
  await vi.advanceTimersByTimeAsync(7000)
  expect(waiting.window.stays).toHaveBeenCalledTimes(1)
  expect(waiting.one.mayClose()).toBe(false)
})

test('a page that falls silent while the user is asked in it does not keep its window for ever', async () => {
  const { window, one } = closing()
  one.mayClose()
  one.answered('asking')
  one.mayClose()
  await vi.advanceTimersByTimeAsync(7000)
  expect(window.letGo).toHaveBeenCalledTimes(1)
})

test('a late answer of the page counts before the user’s', async () => {
  const decided: ((close: boolean) => void)[] = []
  const { window, one } = closing({ askOutside: () => new Promise((resolve) => void decided.push(resolve)) })
  one.mayClose()
  await vi.advanceTimersByTimeAsync(7000)
  one.answered('stay')
  decided[0]?.(true)
  await vi.advanceTimersByTimeAsync(0)
  expect([window.stays.mock.calls.length, window.letGo.mock.calls.length]).toEqual([1, 0])
})

test('a page that ends while it is asked lets its window go; one that ends unasked does not', () => {
  const { window, one } = closing()
  one.pageGone()
  expect(window.letGo).not.toHaveBeenCalled()
  one.mayClose()
  one.pageGone()
  one.answered('stay')
  expect([window.stays.mock.calls.length, window.letGo.mock.calls.length]).toEqual([0, 1])
})
