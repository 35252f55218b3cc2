// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { EdgeScroll, edgeSpeed } from './edge-scroll.ts'

const VIEW = { top: 100, bottom: 700 }

test.each([
  ['in the middle', 400, 0],
  ['just outside the zone', 148, 0],
  ['half into the upper zone', 124, -0.6],
  ['at the upper edge', 100, -1.2],
  ['far above it', -500, -1.2],
  ['half into the lower zone', 676, 0.6],
  ['below the lower edge', 900, 1.2],
])('%s, at %d, a drag scrolls by %d pixels a millisecond', (_where, y, speed) => {
  expect(edgeSpeed(y, VIEW)).toBeCloseTo(speed)
})

test('in a low view the zones leave half of it alone, and one without height never scrolls', () => {
  expect(edgeSpeed(130, { top: 100, bottom: 180 })).toBe(0)
  expect(edgeSpeed(105, { top: 100, bottom: 180 })).toBeLessThan(0)
  expect(edgeSpeed(100, { top: 100, bottom: 100 })).toBe(0)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Frames that come when they are told to. */
function frames(): (at: number) => void {
  let next: ((at: number) => void) | null = null
  vi.stubGlobal('requestAnimationFrame', (each: (at: number) => void) => {
    next = each
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => {
    next = null
  })
  return (at) => {
    const now = next
    next = null
    now?.(at)
  }
}

test('it scrolls for as long as the pointer stays at an edge, tells of it, and stops', () => {
  const frame = frames()
  const scroller = document.createElement('div')
  scroller.getBoundingClientRect = () => ({ ...new DOMRect(), top: 100, bottom: 700 })
  const told: number[] = []
  const edge = new EdgeScroll(scroller, () => told.push(scroller.scrollTop))
  edge.at(700)
  for (const at of [0, 10, 20]) frame(at)
  expect(told).toEqual([12, 24])
  edge.at(400)
  frame(30)
  frame(40)
  expect(scroller.scrollTop).toBe(24)
  edge.at(700)
  for (const at of [1000, 1010]) frame(at)
  expect(scroller.scrollTop).toBe(36)
  edge.stop()
  frame(1020)
  expect(scroller.scrollTop).toBe(36)
})

test('what is less than a pixel is not lost', () => {
  const frame = frames()
  const scroller = document.createElement('div')
  scroller.getBoundingClientRect = () => ({ ...new DOMRect(), top: 100, bottom: 700 })
  const edge = new EdgeScroll(scroller, () => undefined)
  edge.at(653)
  for (let at = 0; at <= 100; at += 5) frame(at)
  expect(scroller.scrollTop).toBeGreaterThanOrEqual(2)
})
