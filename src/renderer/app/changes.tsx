import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { CoreClient } from './transport/transport.ts'
import { useCore } from './surroundings.tsx'

/** How often each table of the library has changed since the window opened. */
class Changes {
  readonly #counts = new Map<string, number>()
  readonly #watching = new Set<() => void>()

  note(table: string): void {
    this.#counts.set(table, this.count(table) + 1)
    for (const changed of this.#watching) changed()
  }

  count(table: string): number {
    return this.#counts.get(table) ?? 0
  }

  subscribe(changed: () => void): () => void {
    this.#watching.add(changed)
    return () => this.#watching.delete(changed)
  }
}

const ChangesContext = createContext<Changes | null>(null)

/** Follows the core's changes, own ones and those of other programs. It ends with the core and begins with the next. */
export function WithChanges({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const changes = useMemo(() => new Changes(), [])
  useEffect(() => {
    const ending = new AbortController()
    follow(core, changes, ending.signal).catch(() => {
      // The core ended, or this window did: whoever shows something is told by its own call.
    })
    return () => ending.abort()
  }, [core, changes])
  return <ChangesContext value={changes}>{children}</ChangesContext>
}

async function follow(core: CoreClient, changes: Changes, signal: AbortSignal): Promise<void> {
  for await (const { table } of await core.library.changes({}, { signal })) changes.note(table)
}

/** A number that goes up whenever one of these tables changes. */
export function useChangeCount(tables: readonly string[]): number {
  const changes = useContext(ChangesContext)
  if (changes === null) throw new Error('Nothing follows the changes here.')
  const subscribe = useCallback((changed: () => void) => changes.subscribe(changed), [changes])
  return useSyncExternalStore(subscribe, () => tables.reduce((sum, table) => sum + changes.count(table), 0))
}
