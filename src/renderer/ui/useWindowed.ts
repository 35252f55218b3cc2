import { useLayoutEffect, useState, type RefObject } from 'react'

/** What is in sight of a scrolling element, in pixels from the top of what it holds. */
export interface InSight {
  readonly top: number
  readonly height: number
}

const AT_FIRST: InSight = { top: 0, height: 800 }

export function useInSight(scroller: RefObject<HTMLElement | null>): InSight {
  const [sight, setSight] = useState(AT_FIRST)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = (): void => setSight({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return sight
}

/** Scrolls a stretch into sight whenever another one is chosen, and not when rows turn out higher than thought. */
export function useChosenInSight(
  scroller: RefObject<HTMLElement | null>,
  chosen: string | null,
  stretch: () => { readonly top: number; readonly end: number } | null,
): void {
  const [shown, setShown] = useState<string | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    const found = chosen === shown ? null : stretch()
    if (element === null || found === null) return
    if (found.top < element.scrollTop) element.scrollTo({ top: found.top })
    else if (found.end > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: found.end - element.clientHeight })
    requestAnimationFrame(() => setShown(chosen))
  }, [scroller, chosen, shown, stretch])
}
