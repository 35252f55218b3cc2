import { useEffect } from 'react'
import { useSheet } from './sheet.ts'
import { t } from './strings/catalogue.ts'
import { useCapabilities } from './surroundings.tsx'

/** Names the window after what the sheet that is worked in shows. */
export function useTitle(shown: string): void {
  const { shell } = useCapabilities()
  const { isCurrent } = useSheet()
  useEffect(() => {
    if (!isCurrent) return
    shell?.setTitle({ title: `${shown} · ${t.common.product}` }).catch(() => {
      // The shell is being replaced; the next one is told by this same effect.
    })
  }, [shell, shown, isCurrent])
}
