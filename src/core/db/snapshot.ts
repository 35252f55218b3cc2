import { connectForReading, schemaVersionOf } from './database.ts'
import { guarded, readerOver } from './reader.ts'
import type { Reader } from './reader.ts'
import { TRAVEL } from './schema/travel.ts'
import type { Columns } from './writer.ts'

/**
 * The tables that make a library what it is: those that travel, what can be undone, and where
 * annotations were found. All others follow from them, or tell other processes of changes.
 */
export const CARRIED: readonly string[] = [
  ...Object.entries(TRAVEL).flatMap(([table, kind]) => (kind === 'synced' ? [table] : [])),
  'action',
  'anchoring',
]

/** A library as it was at one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly reader: Reader
  readonly schemaVersion: number
  /** All rows of a table that is carried, in the order in which they were made, by SQL's names. */
  readonly rows: (table: string) => Iterable<Columns>
  readonly close: () => void
}

/** `file` is library.db, `path` the library's folder for sentences. */
export function openSnapshot(file: string, path: string): Snapshot {
  const connection = connectForReading(file)
  try {
    return guarded(path, () => {
      connection.exec('BEGIN')
      // The moment is that of the first reading.
      connection.prepare('SELECT count(*) FROM library').get()
      return {
        reader: readerOver(connection, path),
        schemaVersion: schemaVersionOf(connection),
        rows: (table) => {
          if (!CARRIED.includes(table)) throw new Error(`${table} is not carried`)
          return connection.prepare(`SELECT * FROM ${table} ORDER BY rowid`).iterate() as Iterable<Columns>
        },
        close: () => connection.close(),
      }
    })
  } catch (error) {
    connection.close()
    throw error
  }
}
