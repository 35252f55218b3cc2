import { useEffect, useRef, type DragEvent } from 'react'
import { Place } from './place.ts'

const PLACE = 'application/x-verbatim-place'

/** A source or brief that is dragged: to the edge of a sheet, where it opens beside. */
export function carryPlace({ dataTransfer }: DragEvent, place: Place): void {
  dataTransfer.setData(PLACE, JSON.stringify(place))
  dataTransfer.effectAllowed = 'copyMove'
}

export const carriesPlace = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(PLACE)

/** Null where another program put something else there. */
export function carriedPlace({ dataTransfer }: DragEvent): Place | null {
  try {
    return Place.safeParse(JSON.parse(dataTransfer.getData(PLACE))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Milliseconds that something dragged stays over a tab before the tab opens, so that it can be dropped in there. */
const SPRING = 500

/** Opens what words or files are held over; tabs and rows themselves are not on their way into a sheet. */
export function useSpring(open: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = (): void => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onDragEnter: (event: DragEvent) => {
      stop()
      if (!carriesPlace(event)) timer.current = setTimeout(open, SPRING)
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) stop()
    },
  }
}
