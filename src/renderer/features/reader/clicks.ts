import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { readSelection, writeSelection, type Selected } from './caret.ts'
import { highlightsAt } from './passage.ts'
import { lineAround, type Span } from './quotation-at.ts'
import { sentenceAround } from './sentence.ts'
import type { TextDom } from './text-dom.ts'

/** A click on a highlight takes it up; another click there the next one beneath it. */
export function clicked(
  dom: TextDom | null,
  text: string,
  clicks: number,
  placed: readonly Annotation[],
  focused: string | null,
  focus: (annotation: string | null) => void,
): void {
  if (dom === null) return
  if (clicks >= 3) return selectMore(dom, text, clicks)
  const now = readSelection(dom)
  if (now === null || now.anchor !== now.focus) return focus(null)
  const here = highlightsAt(placed, now.focus)
  const at = here.findIndex(({ id }) => id === focused)
  focus(here[(at + 1) % Math.max(1, here.length)]?.id ?? null)
}

/** Three clicks take the sentence, four the paragraph. */
function selectMore(dom: TextDom, text: string, clicks: number): void {
  const now = readSelection(dom)
  if (now === null) return
  const at = Math.min(now.anchor, now.focus)
  const { start, end }: Span = clicks === 3 ? sentenceAround(text, at) : lineAround(text, at)
  writeSelection(dom, { anchor: start, focus: end })
}

/** A highlight is worked on while the caret is in it or at its edge. */
export function useCaretLeaves(
  current: Annotation | null,
  selected: Selected | null,
  focus: (annotation: null) => void,
): void {
  const caret = selected !== null && selected.anchor === selected.focus ? selected.focus : null
  const last = useRef(caret)
  useEffect(() => {
    const moved = last.current !== caret
    last.current = caret
    if (!moved || current === null || caret === null) return
    if (!current.segments.some(({ start, end }) => start <= caret && caret <= end)) focus(null)
  }, [current, caret, focus])
}
