import { $getSelection } from 'lexical'
import { useEffect } from 'react'
import { z } from 'zod'
import { pressed } from '../../app/keys.ts'
import { useKept } from '../../app/kept.ts'
import { useSheet, useSheetKeys } from '../../app/sheet.ts'
import { useCapabilities, useTransport } from '../../app/surroundings.tsx'
import type { BriefSession } from '../editor/session.ts'
import './focus-mode.css'

export const FOCUS_KEY = { key: 'd', mod: true, shift: true } as const

/** The share of the sheet’s height above the line that is written in. */
const LINE = 0.42

const HERE = 'written-here'

/** Focus mode: the paragraph that is written in is clear, the others are dimmed, and its line stays at one height. */
export function useFocusMode(session: BriefSession): readonly [on: boolean, toggle: () => void] {
  const { platform } = useCapabilities()
  const { onFocusMode } = useTransport()
  const [on, keep] = useKept('focusMode', z.boolean(), false)
  const { isCurrent } = useSheet()
  useSheetKeys((event) => {
    if (!pressed(event, FOCUS_KEY, platform) || event.defaultPrevented) return
    event.preventDefault()
    keep(!on)
  })
  useEffect(() => (isCurrent ? onFocusMode(() => keep(!on)) : undefined), [isCurrent, on, keep, onFocusMode])
  useEffect(() => (on ? follow(session) : undefined), [on, session])
  return [on, () => keep(!on)]
}

/** Marks the block of the caret as it moves and keeps its line where it is; returns what ends it. */
function follow({ editor, root }: BriefSession): () => void {
  let marked: HTMLElement | null = null
  let frame = 0
  const mark = (): void => {
    const key = editor.read(() => $getSelection()?.getNodes().at(-1)?.getTopLevelElement()?.getKey() ?? null)
    const next = key === null ? null : editor.getElementByKey(key)
    if (next !== marked) marked?.classList.remove(HERE)
    next?.classList.add(HERE)
    marked = next
  }
  const look = (): void => {
    frame = 0
    mark()
    if (document.activeElement === root) holdLine(root, marked)
  }
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  root.classList.add('focus-mode')
  look()
  const stop = editor.registerUpdateListener(later)
  return () => {
    stop()
    cancelAnimationFrame(frame)
    marked?.classList.remove(HERE)
    root.classList.remove('focus-mode')
  }
}

/** Scrolls so that the caret’s line is at its height; a selection is left where it is. */
function holdLine(root: HTMLElement, block: HTMLElement | null): void {
  const scroller = root.closest<HTMLElement>('.scroll')
  const selection = getSelection()
  if (scroller === null || selection === null || selection.rangeCount === 0 || !selection.isCollapsed) return
  // An empty line has no box of its own.
  const line = selection.getRangeAt(0).getClientRects()[0] ?? block?.getBoundingClientRect()
  if (line === undefined) return
  const view = scroller.getBoundingClientRect()
  scroller.scrollTop += line.top - view.top - view.height * LINE
}
