import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { MigrationProgress } from '../../../shared/contract/annotations.ts'
import { useChangeCount } from '../../app/changes.tsx'
import { useMessages } from '../../app/messages.tsx'
import { useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'

export interface Migrating {
  /** How far it is; null while nothing is looked for. */
  readonly progress: Pick<MigrationProgress, 'done' | 'all'> | null
  /** Whether a person stopped it: what waits goes on waiting until it is gone on with, or the next start. */
  readonly stopped: boolean
  readonly stop: () => void
  readonly goOn: () => void
}

const MigratingContext = createContext<Migrating | null>(null)

export function useMigrating(): Migrating {
  const migrating = useContext(MigratingContext)
  if (migrating === null) throw new Error('Nothing is looked for here.')
  return migrating
}

/** Milliseconds between two drawings of how far it is. */
const SHOWN_EVERY = 100

/** Looks for the highlights that wait in new versions: at the start, and whenever a version came or went. */
export function WithMigrating({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const versions = useChangeCount(['version'])
  const { fault } = useMessages()
  const [progress, setProgress] = useState<Migrating['progress']>(null)
  const [stopped, setStopped] = useState(false)
  const [tries, setTries] = useState(0)
  const ending = useRef(new AbortController())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const newest = useRef<object | null>(null)
  const asked = `${String(versions)}.${String(tries)}`
  useEffect(() => {
    const wanted = { core, asked }
    const look = async (): Promise<void> => {
      // One after another: of all that was asked while one ran, the last is enough.
      if (newest.current !== wanted || ending.current.signal.aborted) return
      await lookForAll(wanted.core, ending.current.signal, setProgress).catch(fault)
      setProgress(null)
    }
    newest.current = wanted
    queue.current = queue.current.then(look)
  }, [core, asked, fault])
  const stop = useCallback(() => {
    ending.current.abort()
    setStopped(true)
  }, [])
  const goOn = useCallback(() => {
    ending.current = new AbortController()
    setStopped(false)
    setTries((count) => count + 1)
  }, [])
  return <MigratingContext value={{ progress, stopped, stop, goOn }}>{children}</MigratingContext>
}

async function lookForAll(
  core: CoreClient,
  signal: AbortSignal,
  show: (progress: Migrating['progress']) => void,
): Promise<void> {
  let shown = performance.now()
  for await (const { done, all } of await core.annotations.migrate({}, { signal })) {
    if (performance.now() - shown < SHOWN_EVERY) continue
    shown = performance.now()
    show({ done, all })
  }
}
