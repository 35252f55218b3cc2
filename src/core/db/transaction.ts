import type Database from 'better-sqlite3'
import type { Clock } from './clock.ts'
import { timestamp } from './clock.ts'
import { ensureDevice } from './devices.ts'
import type { DeviceId, Ids } from './ids.ts'
import { guarded } from './reader.ts'
import type { Reader } from './reader.ts'
import { refreshDerived } from './upkeep.ts'
import type { DigestBrief } from './upkeep.ts'
import type { CarryBrief, RowChange, Writer } from './writer.ts'
import { writerOver } from './writer.ts'

/** The one writing connection of a process and all that a write needs. */
export interface Session {
  readonly path: string
  readonly connection: Database.Database
  /** Over the same connection, so that a write sees what it wrote. */
  readonly reader: Reader
  readonly clock: Clock
  readonly ids: Ids
  readonly who: string
  /** Names this computer's device row. */
  readonly device: string
  readonly digestBrief: DigestBrief
  readonly carryBrief: CarryBrief
  /** Called after each commit. */
  readonly committed: () => void
}

export interface Transaction {
  readonly writer: Writer
  readonly connection: Database.Database
  readonly device: DeviceId
}

/** How many rows of `change` are kept for other processes to see. */
const CHANGES_KEPT = 10_000

/**
 * `durable`: on the disk when it is done. `repeatable`: whole or not at all, but a power cut may take it back together
 * with what came after; for work that is found undone and done again. It waits for no disk.
 */
export type Durability = 'durable' | 'repeatable'

/**
 * One transaction, begun with the write lock (a lock taken later would fail at
 * once where another writer came between). `body` is synchronous; when it
 * throws, nothing is kept. The derived tables follow before the commit.
 */
export function transact<T>(
  session: Session,
  body: (transaction: Transaction) => T,
  durability: Durability = 'durable',
): T {
  const { connection, path } = session
  if (connection.inTransaction) throw new Error('A write within a write')
  connection.pragma(`synchronous = ${durability === 'durable' ? 'FULL' : 'NORMAL'}`)
  guarded(path, () => connection.exec('BEGIN IMMEDIATE'))
  let result: T
  try {
    result = guarded(path, () => {
      const now = timestamp(session.clock)
      const device = ensureDevice(session, now)
      const writer = writerOver({ ...session, now, device })
      const made = body({ writer, connection, device })
      if (made instanceof Promise) throw new Error('A write must be synchronous')
      refreshDerived(writer, session.digestBrief)
      noteChanges(writer, writer.changes)
      connection.exec('COMMIT')
      return made
    })
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
  session.committed()
  return result
}

function noteChanges(writer: Writer, changes: readonly RowChange[]): void {
  const seen = new Set<string>()
  for (const { table, id } of changes) {
    const key = `${table} ${id}`
    if (seen.has(key)) continue
    seen.add(key)
    writer.run('INSERT INTO change (table_name, row_id) VALUES (?, ?)', table, id)
  }
  if (seen.size > 0) {
    writer.run('DELETE FROM change WHERE seq <= (SELECT max(seq) FROM change) - ?', CHANGES_KEPT)
  }
}
