import { useEffect } from 'react'
import type { BriefSession } from '../session.ts'
import { EdgeScroll } from './edge-scroll.ts'

export const scrollerOf = ({ root }: BriefSession): HTMLElement | null => root.closest<HTMLElement>('.scroll')

/** What is dragged over the sheet by the system (a quote, words, a passage, a picture) scrolls it at its edges. */
export function useEdgeScroll(session: BriefSession): void {
  useEffect(() => {
    const scroller = scrollerOf(session)
    if (scroller === null) return
    const edge = new EdgeScroll(scroller, () => undefined)
    const stop = (): void => edge.stop()
    const onOver = ({ clientX, clientY }: DragEvent): void => {
      const { left, right, top, bottom } = scroller.getBoundingClientRect()
      const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
      if (isOver) edge.at(clientY)
      else stop()
    }
    const onLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) stop()
    }
    // Ahead of whoever takes the drop, who may keep it to itself.
    window.addEventListener('dragover', onOver, true)
    window.addEventListener('dragleave', onLeave, true)
    window.addEventListener('drop', stop, true)
    window.addEventListener('dragend', stop, true)
    return () => {
      stop()
      window.removeEventListener('dragover', onOver, true)
      window.removeEventListener('dragleave', onLeave, true)
      window.removeEventListener('drop', stop, true)
      window.removeEventListener('dragend', stop, true)
    }
  }, [session])
}
