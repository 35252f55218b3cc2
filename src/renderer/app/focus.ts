import { useEffect } from 'react'
import { useJourney } from './place.ts'

const PATIENCE = 2000

/** Puts the focus into the sheet: at once, or as soon as what is being opened there has been drawn. */
export function focusSheet(): void {
  whenDrawn(() => true)
}

/** A view that goes takes the focus with it when what had it was in there: the sheet of the next one gets it. */
export function useFocusOnTheWay(): void {
  const { place } = useJourney()
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the place is when, not what
  useEffect(() => whenDrawn(isNowhere), [place])
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Tried at each drawing, for a while, as long as it is `wanted`. Gives its undo. */
function whenDrawn(wanted: () => boolean): () => void {
  if (!wanted() || focusNow()) return () => undefined
  const observer = new MutationObserver(() => {
    if (!wanted() || focusNow()) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => observer.disconnect(), PATIENCE)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}

function focusNow(): boolean {
  const first = document.querySelector<HTMLElement>('[data-pane="sheet"] [data-first-focus]')
  first?.focus()
  return first !== null
}
