import type Database from 'better-sqlite3'
import type { Change } from '../../shared/contract/library.ts'
import type { Reader } from './reader.ts'

/** How often another process's writes are looked for. */
const POLL_MILLISECONDS = 300

type Listener = (changes: readonly Change[]) => void

/** Tells what changed in a library, by this process or another. */
export interface ChangeWatch {
  /** Called after an own commit, so that nobody waits for the next look. */
  readonly look: () => void
  /**
   * Changes from now on, table by table. Ends when `signal` aborts or the
   * library closes; breaking off cleans up. A change with no ids means that
   * any row of the table may have changed.
   */
  readonly subscribe: (signal?: AbortSignal) => AsyncGenerator<Change, void, undefined>
  readonly close: () => void
}

interface Noted {
  readonly seq: number
  readonly name: string
  readonly row: string
}

/**
 * Watches by `PRAGMA data_version`, which any other connection's commit moves;
 * what changed is read from the table `change`. Nothing is polled while nobody
 * listens. `connection` is the reading one.
 */
export function watchChanges(connection: Database.Database, reader: Reader): ChangeWatch {
  const listeners = new Set<Listener>()
  const enders = new Set<() => void>()
  let timer: NodeJS.Timeout | null = null
  let seen = 0
  let dataVersion: unknown = null

  const look = (): void => {
    if (listeners.size === 0) return
    const version = connection.pragma('data_version', { simple: true })
    if (version === dataVersion) return
    dataVersion = version
    const { changes, last } = changesAfter(reader, seen)
    seen = last
    if (changes.length > 0) for (const listener of listeners) listener(changes)
  }
  const start = (listener: Listener): void => {
    if (listeners.size === 0) {
      dataVersion = connection.pragma('data_version', { simple: true })
      seen = lastChange(reader)
      timer = setInterval(look, POLL_MILLISECONDS)
      timer.unref()
    }
    listeners.add(listener)
  }
  const stop = (listener: Listener): void => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer) clearInterval(timer)
  }
  return {
    look,
    subscribe: (signal) => subscription({ start, stop, enders }, signal),
    close: () => {
      for (const end of enders) end()
      if (timer) clearInterval(timer)
      listeners.clear()
    },
  }
}

interface Hub {
  readonly start: (listener: Listener) => void
  readonly stop: (listener: Listener) => void
  readonly enders: Set<() => void>
}

/** Listening starts with the call, so that nothing between it and the first `next` is missed. */
function subscription(hub: Hub, signal?: AbortSignal): AsyncGenerator<Change, void, undefined> {
  const waiting: Change[] = []
  let ended = signal?.aborted ?? false
  let wake: (() => void) | null = null
  const listener: Listener = (changes) => {
    waiting.push(...changes)
    wake?.()
  }
  const end = (): void => {
    ended = true
    hub.stop(listener)
    hub.enders.delete(end)
    signal?.removeEventListener('abort', end)
    wake?.()
  }
  if (!ended) {
    hub.start(listener)
    hub.enders.add(end)
    signal?.addEventListener('abort', end)
  }
  const next = async (): Promise<IteratorResult<Change, void>> => {
    for (;;) {
      const change = waiting.shift()
      if (change) return { done: false, value: change }
      if (ended) return { done: true, value: undefined }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const finish = async (): Promise<IteratorResult<Change, void>> => {
    waiting.length = 0
    end()
    return { done: true, value: undefined }
  }
  const generator: AsyncGenerator<Change, void, undefined> = {
    next,
    return: finish,
    throw: async (error: unknown) => {
      end()
      throw error
    },
    [Symbol.asyncIterator]: () => generator,
    [Symbol.asyncDispose]: async () => end(),
  }
  return generator
}

const lastChange = (reader: Reader): number =>
  reader.sql<{ readonly last: number }>('SELECT coalesce(max(seq), 0) AS last FROM change').get()?.last ?? 0

/** Where the last change stands that was made in any but these tables; −1 where none is noted any more. */
export function lastChangeBesides(reader: Reader, tables: readonly string[]): number {
  const others = tables.map(() => 'table_name <> ?').join(' AND ')
  return (
    reader
      .sql<{ readonly seq: number }>(`SELECT seq FROM change WHERE ${others} ORDER BY seq DESC LIMIT 1`)
      .get(...tables)?.seq ?? -1
  )
}

/** What was written after a place in `change`; where rows in between are trimmed, tables without ids. */
function changesAfter(reader: Reader, after: number): { readonly changes: Change[]; readonly last: number } {
  const rows = reader
    .sql<Noted>('SELECT seq, table_name AS name, row_id AS row FROM change WHERE seq > ? ORDER BY seq')
    .all(after)
  const tables = new Map<string, Set<string>>()
  for (const { name, row } of rows) tables.set(name, (tables.get(name) ?? new Set()).add(row))
  const gap = rows[0] !== undefined && rows[0].seq > after + 1
  return {
    changes: Array.from(tables, ([table, ids]) => ({ table, ids: gap ? [] : [...ids] })),
    last: rows.at(-1)?.seq ?? after,
  }
}

/** Moves with each change of a row in these tables, by whatever process. */
export const lastChangeIn = (reader: Reader, tables: readonly string[]): number =>
  reader
    .sql<{ readonly last: number | null }>(
      `SELECT max(seq) AS last FROM change WHERE table_name IN (${tables.map(() => '?').join(', ')})`,
    )
    .get(...tables)?.last ?? 0
