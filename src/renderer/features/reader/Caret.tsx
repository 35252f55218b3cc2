import { useLayoutEffect, useState } from 'react'
import type { Selected } from './caret.ts'
import { placeOf, type At } from './caret-place.ts'
import type { TextDom } from './text-dom.ts'

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
