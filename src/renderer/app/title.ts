import { useEffect } from 'react'
import { t } from './strings/catalogue.ts'
import { useCapabilities } from './surroundings.tsx'

/** Names the window after what it shows. */
export function useTitle(shown: string): void {
  const { shell } = useCapabilities()
  useEffect(() => {
    shell?.setTitle({ title: `${shown} · ${t.common.product}` }).catch(() => {
      // The shell is being replaced; the next one is told by this same effect.
    })
  }, [shell, shown])
}
