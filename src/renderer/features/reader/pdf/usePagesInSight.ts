import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { keepReading } from '../reading-memory.ts'
import { isSameSpan, pageAtHeight, pagesInSight, type InSight, type PageLayout } from './page-layout.ts'

/** The pages in sight of a scrolling element and near to that, at first the page `begin`; also remembers which was left. */
export function usePagesInSight(
  scroller: HTMLElement | null,
  layout: PageLayout,
  begin: number,
  source: string,
): InSight {
  const [inSight, setInSight] = useState((): InSight => {
    const span = { first: begin, last: begin }
    return { seen: span, near: span }
  })
  useLayoutEffect(() => {
    if (scroller === null) return undefined
    const look = (): void => {
      const next = pagesInSight(layout, scroller.scrollTop, scroller.clientHeight)
      setInSight((before) =>
        isSameSpan(before.seen, next.seen) && isSameSpan(before.near, next.near) ? before : next,
      )
    }
    const observer = new ResizeObserver(look)
    look()
    observer.observe(scroller)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [scroller, layout])
  usePageKept(scroller, layout, source)
  return inSight
}

/** Milliseconds of rest after which a page counts as the one that is read. */
const REST = 200
/** In pixels below the upper edge: where the page that is read is looked for. */
const LOOKED_AT = 24

function usePageKept(scroller: HTMLElement | null, layout: PageLayout, source: string): void {
  const keep = useEffectEvent((top: number) =>
    keepReading(source, { page: pageAtHeight(layout, top + LOOKED_AT) }),
  )
  useEffect(() => {
    if (scroller === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const rested = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => keep(scroller.scrollTop), REST)
    }
    scroller.addEventListener('scroll', rested, { passive: true })
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', rested)
    }
  }, [scroller])
}

/** The pages in which the selection begins and ends: drawn anew they would lose it. */
export function usePagesSelected(root: HTMLElement | null): readonly number[] {
  const [pages, setPages] = useState<readonly number[]>([])
  useEffect(() => {
    if (root === null) return undefined
    const look = (): void => {
      const selection = document.getSelection()
      const next = [selection?.anchorNode, selection?.focusNode].flatMap((node) => pageOf(root, node ?? null))
      setPages((before) => (before.join(' ') === next.join(' ') ? before : next))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root])
  return pages
}

function pageOf(root: HTMLElement, node: Node | null): readonly number[] {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const room = element?.closest<HTMLElement>('[data-page]') ?? null
  return room === null || !root.contains(room) ? [] : [Number(room.dataset['page'])]
}
