import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { useCapabilities, useCore, useTransport } from '../../app/surroundings.tsx'
import { addRows, EMPTY, settle, type ImportState } from './import-state.ts'
import { summaryOf } from './summary.ts'
import { t } from '../../app/strings/catalogue.ts'

export interface Importing {
  readonly state: ImportState
  readonly running: boolean
  /** Whether the dialog is on screen; an import goes on without it. */
  readonly shown: boolean
  readonly show: () => void
  readonly hide: () => void
  readonly start: (files: readonly Grant[]) => void
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

const LOOK_EVERY = 50
const LOOK_FOR = 10_000

/** Waits for the core that takes the place of one that ended, so that the files that follow find it. */
async function another(isThere: () => boolean): Promise<void> {
  for (let waited = 0; waited < LOOK_FOR && !isThere(); waited += LOOK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

/** Imports, one run after another, whatever view or dialog is on screen. */
export function WithImport({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { onDropped } = useTransport()
  const { say, fault } = useMessages()
  const [state, change] = useReducer(settle, EMPTY)
  const [shown, setShown] = useState(false)
  const [running, setRunning] = useState(0)
  const stopping = useRef(new AbortController())
  const latest = useRef(state)
  latest.current = state
  const queue = useRef<Promise<void>>(Promise.resolve())

  const show = useCallback(() => setShown(true), [])
  const hide = useCallback(() => setShown(false), [])
  const current = useRef(core)
  current.current = core
  const run = useCallback(
    async (files: readonly Grant[], signal: AbortSignal) => {
      for (const { token, name } of files) {
        if (signal.aborted) {
          change({ kind: 'unread', row: token, why: t.importing.stopped })
          continue
        }
        change({ kind: 'begun', row: token })
        const used = current.current
        try {
          // Each choice is a call of its own: its rows are known, and what breaks off one leaves the others.
          const outcomes = await used.sources.import({ paths: [token] }, { signal })
          for await (const outcome of outcomes) change({ kind: 'outcome', row: token, name, outcome })
          change({ kind: 'ended', row: token, why: signal.aborted ? t.importing.stopped : null })
        } catch (thrown) {
          change({
            kind: 'unread',
            row: token,
            why: signal.aborted ? t.importing.stopped : t.importing.broken,
          })
          if (signal.aborted) continue
          fault(thrown)
          await another(() => current.current !== used)
        }
      }
    },
    [fault],
  )
  const start = useCallback(
    (files: readonly Grant[]) => {
      if (files.length === 0) return
      if (stopping.current.signal.aborted) stopping.current = new AbortController()
      const { signal } = stopping.current
      change(addRows(files))
      setShown(true)
      setRunning((count) => count + 1)
      queue.current = queue.current
        .then(() => run(files, signal))
        .finally(() => setRunning((count) => count - 1))
    },
    [run],
  )
  useEffect(() => onDropped(start), [onDropped, start])
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && running === 0)
      say(summaryOf(latest.current.rows), { label: t.importing.show, run: show })
    wasRunning.current = running > 0
  }, [running, say, show])

  const importing = useMemo((): Importing => {
    const choose = (folder: boolean): void => {
      shell?.chooseSources({ folder }).then(({ chosen }) => start(chosen), fault)
    }
    return {
      state,
      running: running > 0,
      shown,
      show,
      hide,
      start,
      stop: () => stopping.current.abort(),
      choose: shell === null ? null : choose,
    }
  }, [state, running, shown, show, hide, start, shell, fault])
  return <ImportContext value={importing}>{children}</ImportContext>
}
