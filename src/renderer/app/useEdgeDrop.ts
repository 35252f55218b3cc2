import { useState, type DragEvent } from 'react'
import { carriedPlace, carriesPlace } from './carried.ts'
import { useLayout } from './layout.tsx'
import { useTabs } from './with-tabs.tsx'

/** The share of a sheet's width at either side where what is dragged would open beside it. */
const EDGE = 0.3

type Edge = 'start' | 'end'

function edgeAt({ currentTarget, clientX }: DragEvent): Edge | null {
  const { left, width } = currentTarget.getBoundingClientRect()
  const isRtl = getComputedStyle(currentTarget).direction === 'rtl'
  const share = (clientX - left) / width
  if (share < EDGE) return isRtl ? 'end' : 'start'
  return share > 1 - EDGE ? (isRtl ? 'start' : 'end') : null
}

/** A source or brief that is dropped at the edge of a sheet opens beside it. `enter` makes that sheet the one worked in. */
export function useEdgeDrop(enter: () => void) {
  const { hasRoomForTwo } = useLayout()
  const { take } = useTabs()
  const [edge, setEdge] = useState<Edge | null>(null)
  const onDragOver = (event: DragEvent): void => {
    if (!carriesPlace(event)) return
    const over = hasRoomForTwo ? edgeAt(event) : null
    setEdge(over)
    if (over !== null) event.preventDefault()
  }
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setEdge(null)
  }
  const onDropCapture = (event: DragEvent): void => {
    const place = edge === null ? null : carriedPlace(event)
    setEdge(null)
    if (place === null) return
    event.preventDefault()
    event.stopPropagation()
    enter()
    take({ do: 'open', place, way: edge === 'start' ? 'before' : 'beside' })
  }
  return { edge, onDragOver, onDragLeave, onDropCapture }
}
