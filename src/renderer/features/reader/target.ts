import { useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import type { Work } from '../annotations/useWork.ts'
import { readSelection, type Selected } from './caret.ts'
import { selectedSpan, spanOf } from './passage.ts'
import type { Span } from './quotation-at.ts'
import type { TextDom } from './text-dom.ts'

/** The text as it was drawn, what is selected in it, and the highlight that is worked on. */
export interface Given {
  readonly source: Source
  readonly text: string
  readonly selected: Selected | null
  readonly dom: TextDom | null
  readonly annotations: readonly Annotation[]
  readonly current: Annotation | null
  /** The highlight without a place for which one is sought. */
  readonly lost: Annotation | null
  readonly work: Work
}

/** What an act is about: words selected, else the highlight that is worked on. */
export interface Target {
  readonly span: Span | null
  readonly annotation: Annotation | null
}

export function targetOf(text: string, selected: Selected | null, current: Annotation | null): Target {
  const span = selectedSpan(selected, text)
  if (span !== null) return { span, annotation: null }
  return { span: current === null ? null : spanOf(current), annotation: current }
}

/** At this moment: the page tells of a new selection only after the key that follows it may have come. */
export const targetNow = ({ text, dom, selected, current }: Given): Target =>
  targetOf(text, dom === null ? selected : readSelection(dom), current)

/** What was last drawn: an act that waited for the core goes on with that, not with what was there when it began. */
export function useNow(given: Given): { readonly current: Given } {
  const now = useRef(given)
  useLayoutEffect(() => {
    now.current = given
  })
  return now
}
