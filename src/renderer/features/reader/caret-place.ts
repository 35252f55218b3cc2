import type { TextDom } from './text-dom.ts'

/** Where a caret stands, in pixels. */
export interface At {
  readonly left: number
  readonly top: number
  readonly height: number
}

/**
 * In pixels from the text's own corner; the window's own direction is left to right where offsets count from it. At a border
 * `before` takes the end of the words before it.
 */
export function placeOf(dom: TextDom, offset: number, before = false): At | null {
  const place = dom.place(offset, before)
  if (place === null) return null
  const range = document.createRange()
  range.setStart(place.node, place.offset)
  const rect = range.getClientRects()[0]
  const holder = dom.root.getBoundingClientRect()
  if (rect === undefined) return null
  const left = document.dir === 'rtl' ? holder.right - rect.left : rect.left - holder.left
  return { left, top: rect.top - holder.top, height: rect.height }
}
