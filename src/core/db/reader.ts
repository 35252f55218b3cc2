import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { asLibraryFailure } from './faults.ts'

type ReadOrm = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>

/** A prepared query in hand-written SQL. `Row` is what its columns give. */
export interface SqlQuery<Row> {
  readonly get: (...values: readonly SqlValue[]) => Row | undefined
  readonly all: (...values: readonly SqlValue[]) => readonly Row[]
}
export type SqlValue = string | number | Uint8Array | null

/**
 * A view of a library that cannot write: its type offers no way, and its
 * connection refuses. Every call sees the newest committed state.
 */
export interface Reader {
  readonly path: string
  readonly orm: ReadOrm
  /** A prepared statement, kept for the connection's life. */
  readonly sql: <Row>(text: string) => SqlQuery<Row>
  /** Keeps what `make` gives for the connection's life, by the identity of `make`. */
  readonly kept: <T>(make: (orm: ReadOrm) => T) => T
}

/** The Reader over an open connection. Errors of SQLite become Failures. */
export function readerOver(connection: Database.Database, path: string): Reader {
  const orm = drizzle({ client: connection })
  const statements = new Map<string, Database.Statement>()
  const kept = new Map<unknown, unknown>()
  const prepare = (text: string): Database.Statement => {
    const known = statements.get(text)
    if (known) return known
    const made = connection.prepare(text)
    statements.set(text, made)
    return made
  }
  return {
    path,
    orm,
    sql: <Row>(text: string): SqlQuery<Row> => ({
      get: (...values) => guarded(path, () => prepare(text).get(...values) as Row | undefined),
      all: (...values) => guarded(path, () => prepare(text).all(...values) as Row[]),
    }),
    kept: <T>(make: (orm: ReadOrm) => T): T => {
      if (!kept.has(make)) kept.set(make, make(orm))
      return kept.get(make) as T
    },
  }
}

interface Prepared<Row> {
  readonly all: (values?: Readonly<Record<string, SqlValue>>) => Row[]
  readonly get: (values?: Readonly<Record<string, SqlValue>>) => Row | undefined
}

/** A query prepared once a connection. `build` makes the Drizzle statement; values fill its placeholders. */
export function query<Row>(build: (orm: ReadOrm) => Prepared<Row>): (reader: Reader) => Prepared<Row> {
  return (reader) => {
    const statement = reader.kept(build)
    return {
      all: (values) => guarded(reader.path, () => statement.all(values)),
      get: (values) => guarded(reader.path, () => statement.get(values)),
    }
  }
}

/** Runs `body`; an error of SQLite or of the file system is thrown as the library's Failure. */
export function guarded<T>(path: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    throw asLibraryFailure(error, path)
  }
}
