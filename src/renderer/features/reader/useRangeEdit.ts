import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Annotation, Segment } from '../../../shared/contract/annotations.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import type { Annotating } from '../annotations/annotating.ts'
import { readSelection, stepOf, stepped, writeSelection, type Step } from './caret.ts'
import { paintEdited } from './paint.ts'
import { edgeOf, sameSegments, trimmed, withEdge, type Edge } from './range-edges.ts'
import type { TextDom } from './text-dom.ts'

/** A highlight's words being drawn anew. */
interface Edited {
  readonly annotation: Annotation
  readonly segments: readonly Segment[]
  /** Sent to the core; the text shows it soon. */
  readonly sent: boolean
}

export interface RangeEdit {
  /** The words that the highlight is to have, while they are drawn. */
  readonly segments: readonly Segment[] | null
  /** True when the key was one of drawing the words anew. */
  readonly key: (event: KeyboardEvent) => boolean
  /** Shows an edge at an offset. */
  readonly drag: (edge: Edge, to: number) => void
  /** Stores what was drawn, as one step of undo. */
  readonly settle: () => void
  readonly cancel: () => void
}

/**
 * A highlight's ends, moved by keys or by dragging. All that is done while Shift is held is one step of undo. What
 * follows before the core has answered goes on from what was drawn last.
 */
export function useRangeEdit(
  text: string,
  dom: TextDom | null,
  current: Annotation | null,
  annotating: Annotating,
): RangeEdit {
  const { platform } = useCapabilities()
  const [edited, setEdited] = useState<Edited | null>(null)
  // Keys come faster than drawings.
  const now = useRef<Edited | null>(null)
  const put = (next: Edited | null): void => {
    now.current = next
    setEdited(next)
  }
  useStored(current, edited, () => put(null))
  useEffect(
    () => (dom === null || edited === null ? undefined : paintEdited(dom, edited.segments)),
    [dom, edited],
  )
  const draw = (edge: Edge, to: number): void => {
    if (current === null || dom === null) return
    const segments = moved(segmentsNow(now.current, current), edge, to, text)
    put({ annotation: current, segments, sent: false })
    const caret = edgeOf(segments, edge)
    writeSelection(dom, { anchor: caret, focus: caret })
  }
  const store = async (sent: Edited): Promise<void> => {
    const isStored = await annotating.move(sent.annotation, sent.segments)
    if (!isStored && now.current === sent) put(null)
  }
  const settle = (): void => {
    const drawn = now.current
    if (drawn === null || drawn.sent) return
    if (sameSegments(drawn.segments, drawn.annotation.segments)) return put(null)
    const sent = { ...drawn, sent: true }
    put(sent)
    void store(sent)
  }
  const key = (event: KeyboardEvent): boolean => {
    const isDrawing = now.current !== null && !now.current.sent
    if (isDrawing && event.key === 'Escape') {
      event.preventDefault()
      put(null)
      return true
    }
    const taken = stepOf(event, platform === 'mac')
    const selected = dom === null ? null : readSelection(dom)
    const isCollapsed = selected === null || selected.anchor === selected.focus
    if (dom === null || current === null || taken === null || !taken.extend || !isCollapsed) {
      if (isDrawing && !MODIFIERS.has(event.key)) settle()
      return false
    }
    event.preventDefault()
    const { edge, to } = stepOfEnd(text, dom, segmentsNow(now.current, current), taken)
    draw(edge, to)
    return true
  }
  return { segments: edited?.segments ?? null, key, drag: draw, settle, cancel: () => put(null) }
}

/** Where a key's step takes the end that the caret is at; the last end where it is at none. */
function stepOfEnd(
  text: string,
  dom: TextDom,
  before: readonly Segment[],
  taken: Step,
): { readonly edge: Edge; readonly to: number } {
  const edge: Edge = readSelection(dom)?.focus === edgeOf(before, 'start') ? 'start' : 'end'
  let to = edgeOf(before, edge)
  // A step over white space alone would be none.
  for (let last = -1; to !== last && sameSegments(moved(before, edge, to, text), before);) {
    last = to
    to = stepped(text, dom, { anchor: to, focus: to }, { ...taken, extend: false }).focus
  }
  return { edge, to }
}

/** The words after a move of one end; white space at it is none of them. */
const moved = (segments: readonly Segment[], edge: Edge, to: number, text: string): readonly Segment[] =>
  trimmed(withEdge(segments, edge, to, text), text) ?? segments

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta'])

const segmentsNow = (edited: Edited | null, current: Annotation): readonly Segment[] =>
  edited?.annotation.id === current.id ? edited.segments : current.segments

/** What was drawn is let go once the text shows it, or another highlight is worked on. */
function useStored(current: Annotation | null, edited: Edited | null, letGo: () => void): void {
  useEffect(() => {
    if (edited === null || edited.annotation === current) return
    const isOther = edited.annotation.id !== current?.id
    if (isOther || (edited.sent && sameSegments(edited.segments, current.segments))) letGo()
  })
}
