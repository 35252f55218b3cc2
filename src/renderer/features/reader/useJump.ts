import { useEffect } from 'react'
import { useJourney } from '../../app/place.tsx'
import { writeSelection } from './caret.ts'
import { flash } from './paint.ts'
import type { TextDom } from './text-dom.ts'

/** Goes where the window's place says: the passage in the middle of the sheet, shown for a moment, the caret before it. */
export function useJump(dom: TextDom | null): void {
  const { place } = useJourney()
  const at = place.view === 'sources' ? place.at : null
  const ready = dom !== null
  useEffect(() => {
    if (dom === null || at === null) return
    showPassage(dom, at)
    if (dom.bring === undefined) flash(dom, at)
    // A drawing of its own, after a highlight was made, is no reason to go there again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ready, at])
}

/** Puts the caret before a passage and the passage in the middle of what is seen. */
export function showPassage(
  dom: TextDom,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  if (dom.bring !== undefined) return dom.bring(start, end)
  showDrawn(dom, { start, end })
}

/** The same for words that are drawn. */
export function showDrawn(
  dom: TextDom,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  writeSelection(dom, { anchor: start, focus: start })
  const rect = dom.range(start, end)?.getBoundingClientRect()
  const scroller = dom.root.closest('.scroll')
  if (rect === undefined || scroller === null) return
  const view = scroller.getBoundingClientRect()
  scroller.scrollTop += rect.top - view.top - Math.max(0, (view.height - rect.height) / 2)
}
