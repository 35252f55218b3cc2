import { useLayout } from '../../app/layout.tsx'
import { useSheetKeys } from '../../app/sheet.ts'
import type { BriefSession } from '../editor/session.ts'

/** F9 leads to the outline, and brings the panel that it is in. */
export function useOutlineKey({ outlineAsked, open }: BriefSession): void {
  const { panel, togglePanel } = useLayout()
  useSheetKeys((event) => {
    if (event.key !== 'F9' || event.defaultPrevented) return
    event.preventDefault()
    if (panel === 'closed') togglePanel()
    outlineAsked.set({ count: outlineAsked.get().count + 1, open: open.get() })
  })
}
