import type { TextDom } from './text-dom.ts'

/** In pixels, from the sheet's upper edge: where words are put, and where they are looked for. */
const EDGE = 14
const LOOKED_AT = 24

const scrollerOf = (dom: TextDom): HTMLElement | null => dom.root.closest<HTMLElement>('.scroll')

/** The UTF-16 offset of the words at the upper edge of what is seen; null where something else lies over them. */
export function topOffset(dom: TextDom): number | null {
  const scroller = scrollerOf(dom)
  if (scroller === null) return null
  const view = scroller.getBoundingClientRect()
  const words = dom.root.getBoundingClientRect()
  if (words.top >= view.top) return 0
  if (dom.firstBelow !== undefined) return dom.firstBelow(view.top + LOOKED_AT)
  const x = words.left + Math.min(words.width / 2, 120)
  const place = document.caretPositionFromPoint(x, view.top + LOOKED_AT)
  return place === null ? null : dom.offsetOf({ node: place.offsetNode, offset: place.offset })
}

/** Puts words at the upper edge of what is seen. The caret stays. */
export function showAtTop(dom: TextDom, at: number): void {
  if (dom.bring !== undefined) return dom.bring(at, at + 1, 'top')
  showDrawnAtTop(dom, at)
}

/** The same for words that are drawn. */
export function showDrawnAtTop(dom: TextDom, at: number): void {
  // What stands above the first words is seen with them.
  if (at === 0) return scrollerOf(dom)?.scrollTo({ top: 0 })
  scrollTo(dom, at, at + 1, (view, words) => words.top - view.top - EDGE)
}

/** Puts words in the middle of what is seen, unless they are well in sight. The caret stays. */
export function showInSight(dom: TextDom, start: number, end: number): void {
  if (dom.bring !== undefined) return dom.bring(start, end, 'sight')
  showDrawnInSight(dom, start, end)
}

/** The same for words that are drawn. */
export function showDrawnInSight(dom: TextDom, start: number, end: number): void {
  scrollTo(dom, start, end, inSight)
}

function inSight(view: DOMRect, words: DOMRect): number {
  const margin = Math.min(60, view.height / 4)
  if (words.top >= view.top + margin && words.bottom <= view.bottom - margin) return 0
  return words.top - view.top - Math.max(0, (view.height - words.height) / 2)
}

type Distance = (view: DOMRect, words: DOMRect) => number

/** By a distance that is told again once what came into sight has its true height. */
export function scrollTo(dom: TextDom, start: number, end: number, distance: Distance): void {
  const scroller = scrollerOf(dom)
  const range = dom.range(start, end)
  if (scroller === null || range === null) return
  for (let step = 0; step < 4; step += 1) {
    const by = distance(scroller.getBoundingClientRect(), range.getBoundingClientRect())
    if (Math.abs(by) < 1) return
    scroller.scrollTop += by
  }
}
