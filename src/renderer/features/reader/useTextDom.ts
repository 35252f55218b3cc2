import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { readSelection, type Selected } from './caret.ts'
import { paintHighlights } from './paint.ts'
import { TextDom } from './text-dom.ts'

/** The drawn text, read anew after every drawing named by `drawn`, with the highlights painted over it. */
export function useTextDom(
  root: RefObject<HTMLElement | null>,
  drawn: unknown,
  annotations: readonly Annotation[],
): TextDom | null {
  const [dom, setDom] = useState<TextDom | null>(null)
  useLayoutEffect(() => {
    if (root.current === null) return undefined
    const next = new TextDom(root.current)
    setDom(next)
    return paintHighlights(next, annotations)
    // `drawn` says that the page has changed beneath.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [root, drawn, annotations])
  return dom
}

/** The selection in the text, by offsets; null while it is elsewhere. */
export function useSelected(dom: TextDom | null): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    if (dom === null) return undefined
    const look = (): void => {
      const next = readSelection(dom)
      setSelected((before) =>
        before !== null && next !== null && before.anchor === next.anchor && before.focus === next.focus
          ? before
          : next,
      )
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [dom])
  return selected
}
