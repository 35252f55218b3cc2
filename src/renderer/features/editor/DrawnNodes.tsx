import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import type { LexicalEditor, NodeKey } from 'lexical'
import { useCallback, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { watchSight } from './in-sight.ts'
import { removeUndrawn } from './nodes/undrawn.ts'

const NONE: ReadonlySet<NodeKey> = new Set()

/** The nodes of each editor that were never drawn; what was stays so, whether its sheet is shown or not. */
const UNDRAWN = new WeakMap<LexicalEditor, ReadonlySet<NodeKey>>()

/**
 * What React draws on a sheet: quotes, citations, images. Of a long draft those that are, or were, in or near sight, and
 * those that came since it was opened: each is a portal of its own, for which React listens to some eighty events.
 */
export function DrawnNodes({ editor }: { readonly editor: LexicalEditor }) {
  const subscribe = useCallback((changed: () => void) => editor.registerDecoratorListener(changed), [editor])
  const decorators = useSyncExternalStore(subscribe, () => editor.getDecorators<ReactNode>())
  const waiting = useUndrawn(editor)
  return Object.entries(decorators).map(([key, content]) => {
    const element = waiting.has(key) || content === null ? null : editor.getElementByKey(key)
    if (element === null) return null
    return createPortal(
      <LexicalErrorBoundary onError={reportError}>
        <Drawn element={element}>{content}</Drawn>
      </LexicalErrorBoundary>,
      element,
      key,
    )
  })
}

function useUndrawn(editor: LexicalEditor): ReadonlySet<NodeKey> {
  const [undrawn, setUndrawn] = useState(() => {
    const known = UNDRAWN.get(editor) ?? new Set(Object.keys(editor.getDecorators()))
    UNDRAWN.set(editor, known)
    return known
  })
  useLayoutEffect(() => {
    let isFirst = true
    const stop = watchSight(editor, (keys) => {
      const before = UNDRAWN.get(editor) ?? NONE
      const now = keys === null ? NONE : new Set([...before].filter((key) => !keys.has(key)))
      if (now.size === before.size) return
      UNDRAWN.set(editor, now)
      // At once, so that what is painted over quotes finds them drawn; in the effect it is so by itself.
      if (isFirst) setUndrawn(now)
      else flushSync(() => setUndrawn(now))
    })
    isFirst = false
    return stop
  }, [editor])
  return undrawn
}

function Drawn({ element, children }: { readonly element: HTMLElement; readonly children: ReactNode }) {
  useLayoutEffect(() => removeUndrawn(element), [element])
  return children
}
