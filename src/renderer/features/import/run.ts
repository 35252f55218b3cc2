import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useMessages } from '../../app/messages.tsx'
import { useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import type { Asked } from './import-rows.ts'
import { emptyState, settle, type ImportChange, type ImportState } from './import-state.ts'

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

type Tell = (change: ImportChange) => void

/** Imports one choice. Each is a call of its own: its rows are known, and what breaks off one leaves the others. */
async function importChoice(
  core: CoreClient,
  { token, run, asked }: { readonly token: string; readonly run: string; readonly asked: Asked },
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  tell({ kind: 'begun', token })
  const { password, encoding, as, asOwnSource, only } = asked
  const wishes = {
    ...(password === undefined ? {} : { password }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(as === undefined ? {} : { as }),
    ...(asOwnSource === undefined ? {} : { asOwnSource }),
    ...(only === undefined ? {} : { only: [...only] }),
  }
  for await (const outcome of await core.sources.import({ paths: [token], run, ...wishes }, { signal })) {
    tell({ kind: 'outcome', token, outcome })
  }
  tell({ kind: 'ended', token, how: signal.aborted ? 'stopped' : 'whole' })
}

/** Finds out what there is to read, beside the import: it only makes the rows and the bar come early. */
async function survey(
  core: CoreClient,
  tokens: readonly string[],
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  for await (const surveyed of await core.sources.survey({ paths: [...tokens] }, { signal })) {
    const token = tokens[surveyed.place]
    if (token !== undefined) tell({ kind: 'found', token, surveyed })
  }
}

/** Milliseconds that what happens is gathered for, so that a thousand small files are not a thousand drawings. */
const GATHERED = 100

/** The state of an import, and a way to tell it what happened. */
function useGathered(): {
  readonly state: ImportState
  readonly tell: Tell
  readonly tellNow: Tell
  readonly flush: () => void
} {
  const [state, take] = useReducer(settle, undefined, () => emptyState(newRun()))
  const waiting = useRef<ImportChange[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const flush = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    take(waiting.current.splice(0))
  }, [])
  const tell = useCallback(
    (change: ImportChange) => {
      waiting.current.push(change)
      timer.current ??= setTimeout(flush, GATHERED)
    },
    [flush],
  )
  const tellNow = useCallback(
    (change: ImportChange) => {
      waiting.current.push(change)
      flush()
    },
    [flush],
  )
  return { state, tell, tellNow, flush }
}

const newRun = (): string => `run_${crypto.randomUUID().replaceAll('-', '')}`

export interface Run {
  readonly state: ImportState
  readonly running: boolean
  readonly start: (files: readonly Grant[], asked: Asked) => void
  readonly stop: () => void
  /** Begins a list of its own, whose import is taken back by itself. */
  readonly fresh: () => void
  readonly tell: Tell
}

/** Imports what was chosen, one choice after another and one start after another. */
export function useRun(): Run {
  const core = useCore()
  const { fault } = useMessages()
  const { state, tell, tellNow, flush } = useGathered()
  const [runs, setRuns] = useState(0)
  const stopping = useRef(new AbortController())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const current = useRef(core)
  const runId = useRef(state.run)
  useEffect(() => {
    current.current = core
  }, [core])

  const importAll = useCallback(
    async (files: readonly Grant[], asked: Asked, run: string, signal: AbortSignal) => {
      for (const { token } of files) {
        const used = current.current
        try {
          if (signal.aborted) tell({ kind: 'ended', token, how: 'stopped' })
          else await importChoice(used, { token, run, asked }, signal, tell)
        } catch (thrown) {
          tell({ kind: 'ended', token, how: signal.aborted ? 'stopped' : 'broken' })
          if (signal.aborted) continue
          fault(thrown)
          await another(() => current.current !== used)
        }
      }
      flush()
      setRuns((count) => count - 1)
    },
    [fault, tell, flush],
  )
  const start = useCallback(
    (files: readonly Grant[], asked: Asked) => {
      if (stopping.current.signal.aborted) stopping.current = new AbortController()
      const { signal } = stopping.current
      tellNow({ kind: 'chosen', files, asked, at: performance.now() })
      const tokens = files.map(({ token }) => token)
      // Whatever is wrong with a file, its import says so.
      survey(current.current, tokens, signal, tell).catch(() => undefined)
      setRuns((count) => count + 1)
      const run = runId.current
      queue.current = queue.current.then(() => importAll(files, asked, run, signal))
    },
    [importAll, tell, tellNow],
  )
  const fresh = useCallback(() => {
    runId.current = newRun()
    tellNow({ kind: 'fresh', run: runId.current })
  }, [tellNow])
  const stop = useCallback(() => stopping.current.abort(), [])
  return { state, running: runs > 0, start, stop, fresh, tell: tellNow }
}
