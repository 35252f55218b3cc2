import { useEffect, useLayoutEffect, useRef } from 'react'
import { useJourney } from '../../app/place.ts'
import { keepReading, recallReading } from './reading-memory.ts'
import { showAtTop, topOffset } from './sight.ts'
import type { TextDom } from './text-dom.ts'

/** Milliseconds of rest after which the place counts as the one that is read. */
const REST = 200

/** Remembers where the source was left, and begins there unless a passage is to be shown. */
export function usePosition(source: string, dom: TextDom | null): void {
  const { place } = useJourney()
  const jumps = place.view === 'sources' && place.at !== null
  const begun = useRef(false)
  useLayoutEffect(() => {
    if (dom === null || begun.current) return
    begun.current = true
    const { at } = recallReading(source)
    if (!jumps && at > 0) showAtTop(dom, at)
  }, [source, dom, jumps])
  const latest = useRef(dom)
  useLayoutEffect(() => {
    latest.current = dom
  }, [dom])
  const root = dom?.root ?? null
  useEffect(() => {
    const scroller = root?.closest('.scroll')
    if (scroller == null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = (): void => {
      timer = undefined
      const at = latest.current === null ? null : topOffset(latest.current)
      if (at !== null) keepReading(source, { at })
    }
    const rested = (): void => {
      clearTimeout(timer)
      timer = setTimeout(keep, REST)
    }
    const leaves = (): void => {
      if (timer !== undefined) keep()
    }
    scroller.addEventListener('scroll', rested, { passive: true })
    window.addEventListener('pagehide', leaves)
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', rested)
      window.removeEventListener('pagehide', leaves)
    }
  }, [source, root])
}
