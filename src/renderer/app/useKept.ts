import { useEffect, useMemo, useRef, type FocusEvent } from 'react'
import { useBeforeLeaving, type Keeper } from './leaving.ts'

/** A form whose words may not be stored yet. */
export interface Kept {
  /** As the user knows it: the title of what is being changed. */
  readonly what: string
  /** Whether something was typed that is not stored, at this moment. */
  readonly differs: () => boolean
  /** Why the last try to store it failed. */
  readonly why: string | null
  /** Stores it; says itself what came of it. */
  readonly save: () => Promise<void>
}

/**
 * Stores what was typed into a form when the form is left: by the focus, by another view in its place, or by a window
 * that closes. Words that were typed and not confirmed would be lost otherwise.
 */
export function useKept(form: Kept): { readonly onBlur: (event: FocusEvent<HTMLElement>) => void } {
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const keeper = useMemo(
    (): Keeper => ({
      isAct: true,
      unstored: () => {
        const { what, differs, why } = latest.current
        return differs() ? [{ what, why }] : []
      },
      keep: async () => {
        if (latest.current.differs()) await latest.current.save()
      },
    }),
    [],
  )
  useBeforeLeaving(keeper)
  useEffect(() => () => void keeper.keep(), [keeper])
  return {
    onBlur: ({ currentTarget, relatedTarget }) => {
      const inside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
      if (!inside) void keeper.keep()
    },
  }
}
