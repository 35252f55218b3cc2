import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf, PAGE_GAP, pageAtHeight, pagesInSight, stretchesOf } from './page-layout.ts'

const A4 = { width: 595, height: 842 }
const layout = (pages: number, sizes = new Map<number, typeof A4>()) => layoutOf(pages, A4, sizes, 1)

test('a page that turned out lower moves those after it up', () => {
  const { tops } = layout(4, new Map([[2, { width: 842, height: 595 }]]))
  expect([...tops]).toEqual([0, 858, 1469, 2327, 3185])
})

test('the page at a height is found, and beyond the ends the first and the last', () => {
  const column = layout(3)
  expect([-50, 0, 857, 858, 5000].map((height) => pageAtHeight(column, height))).toEqual([1, 1, 1, 2, 3])
})

test('near are the pages in sight and somewhat above and below', () => {
  expect(pagesInSight(layout(1000), 10 * 858, 800)).toEqual({
    seen: { first: 11, last: 11 },
    near: { first: 10, last: 12 },
  })
})

test('a page that is kept stands in its own place, with its distance to the others', () => {
  const column = layout(20)
  expect(stretchesOf(column, { first: 10, last: 11 }, [3, 99])).toEqual([
    { kind: 'gap', before: 3, height: 2 * 858 },
    { kind: 'page', page: 3 },
    { kind: 'gap', before: 10, height: 6 * 858 },
    { kind: 'page', page: 10 },
    { kind: 'page', page: 11 },
    { kind: 'gap', before: 21, height: 9 * 858 },
  ])
})

test('whatever is shown, the column keeps its height', () => {
  const page = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(page, page, fc.array(page, { maxLength: 3 }), (one, other, kept) => {
      const column = layout(40)
      const span = { first: Math.min(one, other), last: Math.max(one, other) }
      const heights = stretchesOf(column, span, kept).map((stretch) =>
        stretch.kind === 'gap' ? stretch.height : A4.height + PAGE_GAP,
      )
      expect(heights.reduce((sum, height) => sum + height, 0)).toBe(column.tops[40])
    }),
  )
})
