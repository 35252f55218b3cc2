import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { PartOfOriginal } from '../../../shared/contract/sources.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore, useTransport } from '../../app/surroundings.tsx'
import { useChoosing, type Choosing } from './choosing.ts'
import type { Asked, ImportRow } from './import-rows.ts'
import type { ImportState } from './import-state.ts'
import { progressOf, type Progress } from './progress.ts'
import { useRun, type Run } from './run.ts'
import { hasImported, summaryOf } from './summary.ts'
import { usePaste } from './usePaste.ts'
import { spokenOf } from './spoken.ts'
import { useUndoImport } from './useUndoImport.ts'

export interface Importing {
  readonly state: ImportState
  readonly running: boolean
  readonly progress: Progress
  /** Whether the dialog is on screen; an import goes on without it. */
  readonly shown: boolean
  readonly show: () => void
  readonly hide: () => void
  readonly stop: () => void
  /** Reads the file of a row again, in its place. */
  readonly again: (row: ImportRow, asked: Asked) => void
  readonly showFile: (row: ImportRow) => void
  /** Makes a source of its own of the version that a row’s file became. */
  readonly keepOwn: (row: ImportRow) => void
  /** The system's dialog; null where there is none. */
  readonly choose: ((folder: boolean) => void) | null
  /** Keeps what the clipboard holds; null where it cannot be asked for. */
  readonly paste: (() => void) | null
  readonly choosing: Choosing | null
  readonly takeParts: (choosing: Choosing, keys: readonly PartOfOriginal['key'][]) => void
  readonly cancelChoosing: () => void
  readonly undo: () => void
  readonly redo: () => void
  /** Why something asked for in the dialog could not be done. */
  readonly fault: string | null
  /** What a screen reader is to say. */
  readonly said: string
}

const ImportContext = createContext<Importing | null>(null)

export function useImport(): Importing {
  const importing = useContext(ImportContext)
  if (importing === null) throw new Error('Nothing is imported here.')
  return importing
}

/** Importing, whatever view or dialog is on screen. */
export function WithImport({ children }: { readonly children: ReactNode }) {
  const { onDropped } = useTransport()
  const run = useRun()
  const { state, running, tell, stop } = run
  const { shown, show, hide, start } = useShown(run)
  const { choosing, startOrAsk, cancel, take } = useChoosing(start)
  const startShown = useCallback(
    (files: readonly Grant[]) => {
      if (files.length === 0) return
      show()
      startOrAsk(files)
    },
    [show, startOrAsk],
  )
  useEffect(() => onDropped(startShown), [onDropped, startShown])
  const progress = useMemo(() => progressOf(state.rows), [state.rows])
  const { undo, redo, undoAside, undoFault } = useUndoImport(state.run, tell)
  const summary = summaryWhenDone(state, running)
  useSummary(state, running, shown, { show, undo: undoAside })
  const importing: Importing = {
    state,
    running,
    progress,
    shown,
    show,
    hide,
    stop,
    choosing,
    undo,
    redo,
    said: spokenOf(progress, running, shown ? summary : null),
    ...useRowActs(start, tell),
    ...useWays(startShown, hide),
    takeParts: take,
    cancelChoosing: cancel,
    fault: undoFault,
  }
  return (
    <ImportContext value={importing}>
      {children}
      {!shown && (
        <span className="vh" role="status">
          {importing.said}
        </span>
      )}
    </ImportContext>
  )
}

const summaryWhenDone = (state: ImportState, running: boolean): string | null =>
  running || state.rows.length === 0 ? null : summaryOf(state)

/** The dialog; once it was closed, or its import taken back, what is chosen next begins a list of its own. */
function useShown({ state, running, start, fresh }: Run) {
  const [shown, setShown] = useState(false)
  const wasClosed = useRef(false)
  const now = useRef({ running, undone: state.undone })
  useEffect(() => {
    now.current = { running, undone: state.undone }
  }, [running, state.undone])
  const show = useCallback(() => setShown(true), [])
  const hide = useCallback(() => {
    wasClosed.current = true
    setShown(false)
  }, [])
  const startInList = useCallback(
    (files: readonly Grant[], asked: Asked) => {
      const another = wasClosed.current && asked.instead === undefined
      if (!now.current.running && (another || now.current.undone !== null)) fresh()
      wasClosed.current = false
      setShown(true)
      start(files, asked)
    },
    [start, fresh],
  )
  return { shown, show, hide, start: startInList }
}

const grantOf = ({ token, path }: ImportRow) => ({ token, ...(path === null ? {} : { inside: path }) })

/** What can be done with the file of a row. */
function useRowActs(start: (files: readonly Grant[], asked: Asked) => void, tell: Run['tell']) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  const again = async (row: ImportRow, asked: Asked): Promise<void> => {
    if (shell === null) return start([{ token: row.token, name: row.name }], { ...asked, instead: row.id })
    const { chosen } = await shell.grantAgain(grantOf(row))
    start([chosen], { ...asked, instead: row.id })
  }
  const keepOwn = async ({ id, state }: ImportRow): Promise<void> => {
    if (state.kind !== 'done' || state.outcome.source === null) return
    const source = await core.sources.separate({ source: state.outcome.source.id })
    tell({ kind: 'own', row: id, outcome: { ...state.outcome, status: 'imported', source } })
  }
  return {
    again: (row: ImportRow, asked: Asked) => void again(row, asked).catch(fault),
    keepOwn: (row: ImportRow) => void keepOwn(row).catch(fault),
    showFile: (row: ImportRow) => void shell?.reveal(grantOf(row)).catch(fault),
  }
}

/** The ways in that are no drop. What is pasted is told at the window’s foot, not in the dialog. */
function useWays(start: (files: readonly Grant[]) => void, hide: () => void) {
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  usePaste(hide)
  const choose = async (folder: boolean): Promise<void> => {
    if (shell !== null) start((await shell.chooseSources({ folder })).chosen)
  }
  const paste = (): void => {
    hide()
    shell?.paste({}).catch(fault)
  }
  return {
    choose: shell === null ? null : (folder: boolean) => void choose(folder).catch(fault),
    paste: shell === null ? null : paste,
  }
}

/** Says what came of a run when it ends, unless the dialog shows it. */
function useSummary(
  state: ImportState,
  running: boolean,
  shown: boolean,
  ways: { readonly show: () => void; readonly undo: () => void },
): void {
  const { say } = useMessages()
  const wasRunning = useRef(false)
  const done = useEffectEvent(() => {
    if (shown) return
    const back = { label: t.importing.undo, run: ways.undo }
    say(summaryOf(state), { label: t.importing.show, run: ways.show }, ...(hasImported(state) ? [back] : []))
  })
  useEffect(() => {
    if (wasRunning.current && !running) done()
    wasRunning.current = running
  }, [running])
}
