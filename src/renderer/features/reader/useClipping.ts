import { useRef, type ClipboardEvent, type DragEvent } from 'react'
import type { Clipping } from '../../../shared/clipping/clipping.ts'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { putClip } from '../annotations/put-clip.ts'
import { readSelection, writeSelection } from './caret.ts'
import { targetNow, type Given } from './target.ts'

/** Copying from the text: a passage never leaves without saying where it is from. */
export interface ClippingActs {
  /** Puts what is selected, or the highlight that is worked on, on the clipboard. */
  readonly copy: () => void
  /** Answers the system's copying of what is selected. */
  readonly onCopy: (event: ClipboardEvent) => void
  /** Lets what is selected be dragged into a brief, where it becomes a quote. */
  readonly onDragStart: (event: DragEvent) => void
}

export function useClipping(now: { readonly current: Given }): ClippingActs {
  const { say } = useMessages()
  const copied = useRef<Annotation | null>(null)
  const onCopy = (event: ClipboardEvent): void => {
    const clipping = clippingOf(now.current, copied.current)
    if (clipping === null) return
    putClip(event.clipboardData, clipping)
    event.preventDefault()
    say(t.highlight.copied)
  }
  const onDragStart = ({ dataTransfer }: DragEvent): void => {
    const clipping = clippingOf(now.current, null)
    if (clipping === null) return
    putClip(dataTransfer, clipping)
    dataTransfer.effectAllowed = 'copy'
  }
  const copy = (): void => {
    const { dom } = now.current
    const { span, annotation } = targetNow(now.current)
    if (dom === null || span === null) return say(t.highlight.nothingSelected)
    const before = readSelection(dom)
    copied.current = annotation
    // The page writes to the clipboard only in answer to copying, and that takes a selection.
    writeSelection(dom, { anchor: span.start, focus: span.end })
    document.execCommand('copy')
    copied.current = null
    if (before !== null) writeSelection(dom, before)
  }
  return { copy, onCopy, onDragStart }
}

function clippingOf(given: Given, annotation: Annotation | null): Clipping | null {
  const { span } = targetNow(given)
  const segments = annotation?.segments ?? (span === null ? [] : [span])
  if (segments.length === 0) return null
  const { source, text } = given
  const words = segments.map(({ start, end }) => text.slice(start, end))
  return { source, version: source.versions, segments, words, annotation: annotation?.id ?? null }
}
