import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { keepSelection, noteSelection, readSelection, writeSelection, type Selected } from './caret.ts'
import { paintHighlights } from './paint.ts'
import { ArticleDom, type TextDom } from './text-dom.ts'

/** The drawn text, read anew after every drawing named by `drawn`, with the highlights painted over it. */
export function useTextDom(
  root: RefObject<HTMLElement | null>,
  drawn: unknown,
  annotations: readonly Annotation[],
): TextDom | null {
  const [dom, setDom] = useState<TextDom | null>(null)
  useLayoutEffect(() => {
    if (root.current === null) return undefined
    const next = new ArticleDom(root.current)
    setDom(next)
    keepSelection(next)
    return paintHighlights(next, annotations)
    // `drawn` says that the page has changed beneath.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [root, drawn, annotations])
  return dom
}

/** The selection in the text, by offsets; null while it is elsewhere. A field of the popover keeps the text's own. */
export function useSelected(dom: TextDom | null): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    if (dom === null) return undefined
    const look = (): void => {
      const next = readSelection(dom)
      if (next === null && document.activeElement?.closest('.hlpop') != null) return
      noteSelection(dom, next)
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

/** Whether the text has the focus; it finds its caret where it last was whenever the focus returns to it. */
export function useTextFocus(dom: TextDom | null, selected: Selected | null) {
  const [hasFocus, setHasFocus] = useState(false)
  const last = useRef<Selected>({ anchor: 0, focus: 0 })
  useEffect(() => {
    if (selected !== null) last.current = selected
  }, [selected])
  const onFocus = (): void => {
    setHasFocus(true)
    if (dom !== null && readSelection(dom) === null) writeSelection(dom, last.current)
  }
  return { hasFocus, handlers: { onFocus, onBlur: () => setHasFocus(false) } }
}
