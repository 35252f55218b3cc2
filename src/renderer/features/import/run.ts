import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import {
  addRows,
  EMPTY,
  settle,
  type ImportChange,
  type ImportState,
  type Unlocking,
} from './import-state.ts'

const LOOK_EVERY = 50
const LOOK_FOR = 10_000

/** Waits for the core that takes the place of one that ended, so that the files that follow find it. */
async function another(isThere: () => boolean): Promise<void> {
  for (let waited = 0; waited < LOOK_FOR && !isThere(); waited += LOOK_EVERY) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY)
    })
  }
}

/** Imports one choice. Each is a call of its own: its rows are known, and what breaks off one leaves the others. */
async function importChoice(
  core: CoreClient,
  { token, password }: { readonly token: string; readonly password: string | undefined },
  signal: AbortSignal,
  change: (change: ImportChange) => void,
): Promise<void> {
  change({ kind: 'begun', row: token })
  for await (const outcome of await core.sources.import(
    { paths: [token], ...(password === undefined ? {} : { password }) },
    { signal },
  )) {
    change({ kind: 'outcome', row: token, outcome })
  }
  change({ kind: 'ended', row: token, why: signal.aborted ? t.importing.stopped : null })
}

interface Run {
  readonly state: ImportState
  readonly running: boolean
  readonly start: (files: readonly Grant[], unlocking?: Unlocking) => void
  readonly stop: () => void
}

/** Imports what was chosen, one choice after another and one run after another. */
export function useRun(): Run {
  const core = useCore()
  const { fault } = useMessages()
  const [state, change] = useReducer(settle, EMPTY)
  const [runs, setRuns] = useState(0)
  const stopping = useRef(new AbortController())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const current = useRef(core)
  useEffect(() => {
    current.current = core
  }, [core])

  const run = useCallback(
    async (files: readonly Grant[], password: string | undefined, signal: AbortSignal) => {
      for (const { token } of files) {
        const used = current.current
        try {
          if (signal.aborted) change({ kind: 'unread', row: token, why: t.importing.stopped })
          else await importChoice(used, { token, password }, signal, change)
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
      setRuns((count) => count - 1)
    },
    [fault],
  )
  const start = useCallback(
    (files: readonly Grant[], unlocking?: Unlocking) => {
      if (stopping.current.signal.aborted) stopping.current = new AbortController()
      const { signal } = stopping.current
      change(addRows(files, unlocking?.instead))
      setRuns((count) => count + 1)
      queue.current = queue.current.then(() => run(files, unlocking?.password, signal))
    },
    [run],
  )
  return { state, running: runs > 0, start, stop: () => stopping.current.abort() }
}
