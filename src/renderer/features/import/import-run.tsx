import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useTransport } from '../../app/surroundings.tsx'
import type { ImportState, Unlocking } from './import-state.ts'
import { useRun } from './run.ts'
import { summaryOf } from './summary.ts'
import { usePaste } from './usePaste.ts'

export interface Importing {
  readonly state: ImportState
  readonly running: boolean
  /** Whether the dialog is on screen; an import goes on without it. */
  readonly shown: boolean
  readonly show: () => void
  readonly hide: () => void
  readonly start: (files: readonly Grant[], unlocking?: Unlocking) => void
  readonly stop: () => void
  /** The system's dialog; null where there is none. */
  readonly choose: ((folder: boolean) => void) | null
}

const ImportContext = createContext<Importing | null>(null)

export function useImport(): Importing {
  const importing = useContext(ImportContext)
  if (importing === null) throw new Error('Nothing is imported here.')
  return importing
}

/** Importing, whatever view or dialog is on screen. */
export function WithImport({ children }: { readonly children: ReactNode }) {
  const { shell } = useCapabilities()
  const { onDropped } = useTransport()
  const { fault } = useMessages()
  const { state, running, start: run, stop } = useRun()
  const [shown, setShown] = useState(false)
  const show = useCallback(() => setShown(true), [])
  const hide = useCallback(() => setShown(false), [])
  const start = useCallback(
    (files: readonly Grant[], unlocking?: Unlocking) => {
      if (files.length === 0) return
      setShown(true)
      run(files, unlocking)
    },
    [run],
  )
  useEffect(() => onDropped(start), [onDropped, start])
  useSummary(state, running, shown, show)
  usePaste()
  const choose = async (folder: boolean): Promise<void> => {
    if (shell !== null) start((await shell.chooseSources({ folder })).chosen)
  }
  const importing: Importing = {
    state,
    running,
    shown,
    show,
    hide,
    start,
    stop,
    choose: shell === null ? null : (folder) => void choose(folder).catch(fault),
  }
  return <ImportContext value={importing}>{children}</ImportContext>
}

/** Says what came of a run when it ends, unless the dialog shows it. */
function useSummary({ rows }: ImportState, running: boolean, shown: boolean, show: () => void): void {
  const { say } = useMessages()
  const wasRunning = useRef(false)
  const done = useEffectEvent(() => {
    if (!shown) say(summaryOf(rows), { label: t.importing.show, run: show })
  })
  useEffect(() => {
    if (wasRunning.current && !running) done()
    wasRunning.current = running
  }, [running])
}
