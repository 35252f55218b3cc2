import { useRef, type KeyboardEvent } from 'react'

/** Keys that come between asking for a field and its being there: they are kept for it, and are no commands. */
export interface TypedAhead {
  /** A field was asked for. */
  readonly begin: () => void
  /** True when the key was kept. */
  readonly keep: (event: KeyboardEvent) => boolean
  /** What was typed for the field that is there now; nothing is kept any more. */
  readonly take: () => string
}

export function useTypedAhead(): TypedAhead {
  const typed = useRef<string | null>(null)
  return {
    begin: () => (typed.current = ''),
    keep: (event) => {
      if (typed.current === null) return false
      if (event.key === 'Escape') typed.current = null
      if (typed.current === null || event.ctrlKey || event.metaKey || event.altKey) return false
      event.preventDefault()
      if (event.key.length === 1) typed.current += event.key
      return true
    },
    take: () => {
      const words = typed.current ?? ''
      typed.current = null
      return words
    },
  }
}
