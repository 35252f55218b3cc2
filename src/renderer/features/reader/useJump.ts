import { useEffect } from 'react'
import { useJourney, type Passage } from '../../app/place.ts'
import { writeSelection } from './caret.ts'
import { flash } from './paint.ts'
import { scrollTo, showAtTop } from './sight.ts'
import type { TextDom } from './text-dom.ts'

/** Goes where the window's place says: the passage in the middle of the sheet, shown for a moment, the caret before it. */
export function useJump(dom: TextDom | null): void {
  const { place } = useJourney()
  const at = place.view === 'sources' ? place.at : null
  const ready = dom !== null
  useEffect(() => {
    if (dom === null || at === null) return
    if (at.top === true) showTop(dom, at)
    else showPassage(dom, at)
    if (dom.bring === undefined) flash(dom, at)
    // A drawing of its own, after a highlight was made, is no reason to go there again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ready, at])
}

function showTop(dom: TextDom, { start }: Passage): void {
  if (dom.bring === undefined) writeSelection(dom, { anchor: start, focus: start })
  showAtTop(dom, start)
}

/** Puts the caret before a passage and the passage in the middle of what is seen. */
export function showPassage(
  dom: TextDom,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  if (dom.bring !== undefined) return dom.bring(start, end, 'caret')
  showDrawn(dom, { start, end })
}

/** The same for words that are drawn. */
export function showDrawn(
  dom: TextDom,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  writeSelection(dom, { anchor: start, focus: start })
  scrollTo(
    dom,
    start,
    end,
    (view, words) => words.top - view.top - Math.max(0, (view.height - words.height) / 2),
  )
}
