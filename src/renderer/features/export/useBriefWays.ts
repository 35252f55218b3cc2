import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { BriefAct } from '../../../shared/contract/page.ts'
import { useBriefActs } from '../../app/brief-acts.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useCopying } from './useCopying.ts'
import { useExporting } from './useExporting.tsx'
import { usePrinting } from './usePrinting.ts'

/** The ways out of the brief of this sheet, for its keys, its menu and the menu bar; and the dialog while it is open. */
export function useBriefWays(name: string): {
  readonly act: (act: BriefAct) => void
  readonly dialog: ReactNode
} {
  const session = useSession()
  const exporting = useExporting(name)
  const copy = useCopying(session)
  const ways = {
    export: exporting.ask,
    'export-again': exporting.again,
    print: usePrinting(session),
    'copy-markdown': () => copy('markdown'),
    'copy-rich-text': () => copy('rich-text'),
  }
  const latest = useRef(ways)
  useEffect(() => {
    latest.current = ways
  })
  const act = useCallback((asked: BriefAct) => latest.current[asked](), [])
  useBriefActs(act)
  return { act, dialog: exporting.dialog }
}
