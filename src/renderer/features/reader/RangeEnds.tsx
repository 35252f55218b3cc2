import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import type { Segment } from '../../../shared/contract/annotations.ts'
import { placeOf, type At } from './caret-place.ts'
import { edgeOf, type Edge } from './range-edges.ts'
import type { TextDom } from './text-dom.ts'
import type { RangeEdit } from './useRangeEdit.ts'
import './range-ends.css'

const EDGES: readonly Edge[] = ['start', 'end']

/** The two ends of the highlight that is worked on, to be dragged. Keys do the same, so they are drawn only. */
export function RangeEnds({
  dom,
  segments,
  edit,
}: {
  readonly dom: TextDom
  readonly segments: readonly Segment[]
  readonly edit: RangeEdit
}) {
  const [dragged, setDragged] = useState<Edge | null>(null)
  useDragging(dom, dragged, edit, () => setDragged(null))
  return EDGES.map((edge) => (
    <End key={edge} dom={dom} edge={edge} offset={edgeOf(segments, edge)} take={() => setDragged(edge)} />
  ))
}

function End({
  dom,
  edge,
  offset,
  take,
}: {
  readonly dom: TextDom
  readonly edge: Edge
  readonly offset: number
  readonly take: () => void
}) {
  const [at, setAt] = useState<At | null>(null)
  useLayoutEffect(() => {
    const place = (): void => setAt(placeOf(dom, offset, edge === 'end'))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(dom.root)
    return () => observer.disconnect()
  }, [dom, offset, edge])
  if (at === null) return null
  return (
    <span
      role="presentation"
      className={`range-end ${edge}`}
      style={{ insetInlineStart: at.left, insetBlockStart: at.top, blockSize: at.height }}
      // The text keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button === 0) take()
      }}
    />
  )
}

/** Follows the pointer until it is let go; Escape leaves all as it was. */
function useDragging(dom: TextDom, dragged: Edge | null, edit: RangeEdit, done: () => void): void {
  const moved = useEffectEvent(({ clientX, clientY }: PointerEvent) => {
    const place = document.caretPositionFromPoint(clientX, clientY)
    const to = place === null ? null : dom.offsetOf({ node: place.offsetNode, offset: place.offset })
    if (dragged !== null && to !== null) edit.drag(dragged, to)
  })
  const ended = useEffectEvent((kept: boolean) => {
    if (kept) edit.settle()
    else edit.cancel()
    done()
  })
  useEffect(() => {
    if (dragged === null) return undefined
    const ending = new AbortController()
    const { signal } = ending
    document.body.classList.add('dragging')
    window.addEventListener('pointermove', (event) => moved(event), { signal })
    window.addEventListener('pointerup', () => ended(true), { signal })
    window.addEventListener('pointercancel', () => ended(false), { signal })
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        ended(false)
      },
      { signal, capture: true },
    )
    return () => {
      document.body.classList.remove('dragging')
      ending.abort()
    }
  }, [dragged])
}
