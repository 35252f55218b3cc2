import type Database from 'better-sqlite3'
import { Failure } from '../../shared/contract/failures.ts'
import { connect, inspect, useWriteAheadLog } from './database.ts'
import type { DatabaseState } from './database.ts'
import { asLibraryFailure, libraryFailure } from './faults.ts'
import type { Ids, LibraryId } from './ids.ts'
import { migrate } from './migrate.ts'
import { readerOver } from './reader.ts'
import type { Reader } from './reader.ts'

interface Place {
  /** library.db. */
  readonly file: string
  /** The library's folder. */
  readonly path: string
  readonly backups: string
  readonly now: string
}

export interface NewDatabase extends Place {
  readonly ids: Ids
  readonly device: string
  readonly name: string
}

/** What kind of file library.db is; see `inspect`. */
export function stateOf(file: string, path: string): DatabaseState {
  return using(connect(file), (connection) => inspect(connection, path))
}

/**
 * Makes the tables and the library's own row. Broken off at any point it can be
 * done again; beside another process that does the same, one of them does it.
 */
export function createDatabase(place: NewDatabase): void {
  using(connect(place.file, true), (connection) => {
    useWriteAheadLog(connection, place.path)
    migrate(connection, { ...place, seed: (fresh) => seed(fresh, place) })
  })
}

function seed(connection: Database.Database, { ids, device, name, now }: NewDatabase): void {
  const deviceId = ids.next('dev')
  const columns = '(id, name, created_at, updated_at, device_id) VALUES (?, ?, ?, ?, ?)'
  connection.prepare(`INSERT INTO device ${columns}`).run(deviceId, device, now, now, deviceId)
  connection.prepare(`INSERT INTO library ${columns}`).run(ids.next('lib'), name, now, now, deviceId)
}

/**
 * Brings an older library to the newest schema; a copy of it is kept in
 * `backups/`. Where a step fails the library stays as it was: Failure LIBRARY
 * `not-upgraded`, or the reason why it could not be written to.
 */
export function upgradeDatabase(place: Place): void {
  using(connect(place.file), (connection) => {
    try {
      migrate(connection, place)
    } catch (error) {
      const known = asLibraryFailure(error, place.path)
      if (known instanceof Failure) throw known
      throw Object.assign(libraryFailure('not-upgraded', place.path), { cause: error })
    }
  })
}

/** The connection that writes. */
export function openWriting(
  file: string,
  path: string,
): { readonly connection: Database.Database; readonly reader: Reader } {
  const connection = connect(file)
  useWriteAheadLog(connection, path)
  return { connection, reader: readerOver(connection, path) }
}

export function libraryIdOf(reader: Reader, path: string): LibraryId {
  const row = reader.sql<{ readonly id: LibraryId }>('SELECT id FROM library ORDER BY id LIMIT 1').get()
  if (!row) throw libraryFailure('damaged', path)
  return row.id
}

function using<T>(connection: Database.Database, body: (connection: Database.Database) => T): T {
  try {
    return body(connection)
  } finally {
    connection.close()
  }
}
