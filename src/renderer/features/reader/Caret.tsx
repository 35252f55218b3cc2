import { useLayoutEffect, useState } from 'react'
import type { Selected } from './caret.ts'
import type { TextDom } from './text-dom.ts'

interface At {
  readonly left: number
  readonly top: number
  readonly height: number
}

/** The caret of the reading text: the browser draws none where nothing is written. */
export function Caret({
  dom,
  selected,
  shown,
}: {
  readonly dom: TextDom
  readonly selected: Selected | null
  readonly shown: boolean
}) {
  const [at, setAt] = useState<At | null>(null)
  const offset = shown && selected !== null && selected.anchor === selected.focus ? selected.focus : null
  useLayoutEffect(() => {
    const place = (): void => setAt(offset === null ? null : placeOf(dom, offset))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(dom.root)
    return () => observer.disconnect()
  }, [dom, offset])
  if (at === null) return null
  return (
    <span
      className="reading-caret"
      aria-hidden="true"
      style={{ insetInlineStart: at.left, insetBlockStart: at.top, blockSize: at.height }}
    />
  )
}

/** In pixels from the text's own corner; the window's own direction is left to right where offsets count from it. */
function placeOf(dom: TextDom, offset: number): At | null {
  const place = dom.place(offset)
  if (place === null) return null
  const range = document.createRange()
  range.setStart(place.node, place.offset)
  const rect = range.getClientRects()[0]
  const holder = dom.root.getBoundingClientRect()
  if (rect === undefined) return null
  const left = document.dir === 'rtl' ? holder.right - rect.left : rect.left - holder.left
  return { left, top: rect.top - holder.top, height: rect.height }
}
