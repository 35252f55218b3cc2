import { createContext, useContext, useEffect, useEffectEvent } from 'react'

/** One of the sheets that are in sight. */
export interface SheetPlace {
  /** Whether it is the one that is worked in: the window's list, panel, title and keys are its own. */
  readonly isCurrent: boolean
  /** Where it stands, from the start of the line; -1 for what is outside of all sheets. */
  readonly at: number
  /** Makes it the one that is worked in. */
  readonly enter: () => void
}

export const SheetContext = createContext<SheetPlace>({ isCurrent: true, at: -1, enter: () => undefined })

export const useSheet = (): SheetPlace => useContext(SheetContext)

/** Hears every key of the window while the sheet around is the one that is worked in; before others with `capture`. */
export function useSheetKeys(onKeyDown: (event: KeyboardEvent) => void, capture = false): void {
  const { isCurrent } = useSheet()
  const heard = useEffectEvent(onKeyDown)
  useEffect(() => {
    if (!isCurrent) return undefined
    const listen = (event: KeyboardEvent): void => heard(event)
    window.addEventListener('keydown', listen, { capture })
    return () => window.removeEventListener('keydown', listen, { capture })
  }, [isCurrent, capture])
}
