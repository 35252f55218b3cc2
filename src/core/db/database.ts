import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { libraryFailure } from './faults.ts'
import { SCHEMA_VERSION } from './migrations.ts'
import { nativeBinding } from './native.ts'

/** `PRAGMA application_id` of library.db: "VRBT". */
export const APPLICATION_ID = 0x56524254

/** How long a writer waits for another one. */
export const BUSY_MILLISECONDS = 5000

/** Up to this size a file is looked through when it is opened; larger ones by `verify`. */
const LOOKED_THROUGH_BYTES = 32 * 1024 * 1024

export type Connection = Database.Database

export type DatabaseState = 'empty' | 'older' | 'current'

/**
 * A connection to library.db. `foreign_keys` and `synchronous` belong to the
 * connection; `temp_store` keeps SQLite's temporary tables out of the disk.
 */
export function connect(file: string, create = false): Database.Database {
  const binding = nativeBinding()
  const connection = new Database(file, {
    fileMustExist: !create,
    timeout: BUSY_MILLISECONDS,
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  })
  connection.pragma('foreign_keys = ON')
  connection.pragma('synchronous = FULL')
  connection.pragma('temp_store = MEMORY')
  return connection
}

/** A connection that refuses every write. Opening it takes no lock that a writer would notice. */
export function connectForReading(file: string): Database.Database {
  const connection = connect(file)
  connection.pragma('query_only = ON')
  return connection
}

/** Switches to write-ahead logging, which stays with the file. Waits for another process that does the same. */
export function useWriteAheadLog(connection: Database.Database, path: string): void {
  for (const start = Date.now(); Date.now() - start < BUSY_MILLISECONDS; pause(20)) {
    if (connection.pragma('journal_mode', { simple: true }) === 'wal') return
    try {
      if (connection.pragma('journal_mode = WAL', { simple: true }) === 'wal') return
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy) throw error
    }
  }
  throw libraryFailure('in-use', path)
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

export function schemaVersionOf(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/**
 * What kind of file this is. Throws the library's Failure where it is newer
 * than this program, or damaged: no database, not one of ours, or with pages
 * that do not hold together.
 */
export function inspect(connection: Database.Database, path: string): DatabaseState {
  const version = schemaVersionOf(connection)
  if (version > SCHEMA_VERSION) throw libraryFailure('newer', path)
  const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (version === 0 && tables === 0) return 'empty'
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID || version < 1) {
    throw libraryFailure('damaged', path)
  }
  if (sizeOf(connection.name) <= LOOKED_THROUGH_BYTES && faultsIn(connection).length > 0) {
    throw libraryFailure('damaged', path)
  }
  return version < SCHEMA_VERSION ? 'older' : 'current'
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** The tables with rows that speak of rows which are gone; none when all is whole. */
export function brokenIn(connection: Database.Database): readonly string[] {
  const rows = connection.pragma('foreign_key_check') as { readonly table: string }[]
  return [...new Set(rows.map(({ table }) => table))].toSorted()
}

/** What SQLite finds wrong with the file's structure; nothing when it is whole. */
export function faultsIn(connection: Database.Database): readonly string[] {
  const found = connection.pragma('quick_check(20)') as { readonly quick_check: string }[]
  return found.map((row) => row.quick_check).filter((line) => line !== 'ok')
}
