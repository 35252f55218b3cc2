import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { BriefAct } from '../../../shared/contract/page.ts'
import { useBriefActs } from '../../app/brief-acts.tsx'
import { useExporting } from './useExporting.tsx'

/** The ways out of the brief of this sheet, for its keys, its menu and the menu bar; and the dialog while it is open. */
export function useBriefWays(name: string): {
  readonly act: (act: BriefAct) => void
  readonly dialog: ReactNode
} {
  const exporting = useExporting(name)
  const ways = {
    export: exporting.ask,
    'export-again': exporting.again,
  }
  const latest = useRef(ways)
  useEffect(() => {
    latest.current = ways
  })
  const act = useCallback((asked: BriefAct) => latest.current[asked](), [])
  useBriefActs(act)
  return { act, dialog: exporting.dialog }
}
