import { useEffect, useState } from 'react'
import type { PageSize } from './draw-page.ts'

/** The scale at which a page fits the width that there is, times what the user asks for. */
export function useFit(element: HTMLElement | null, size: PageSize, zoom: number): number {
  const [room, setRoom] = useState<number | null>(null)
  useEffect(() => {
    if (element === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => setRoom(element.clientWidth)
    // While a pane is drawn wider every page would be drawn for each pixel.
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(look, 150)
    })
    look()
    observer.observe(element)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  const fit = room === null ? 1 : Math.min(1.25, Math.max(0.3, (room - besideOf(room)) / size.width))
  return Math.round(fit * zoom * 1000) / 1000
}

/** Pixels beside a page, which the styles leave free: for the margin's notes, or only for its bars. */
const besideOf = (room: number): number => (room > NARROW ? 24 + 148 : 24 + 44)
const NARROW = 660
