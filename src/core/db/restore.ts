import type Database from 'better-sqlite3'
import { brokenIn, connect, useWriteAheadLog } from './database.ts'
import { sha256Of } from './content.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { CARRIED } from './snapshot.ts'
import type { Columns } from './writer.ts'

export interface Restored {
  /** library.db, which is not there yet. */
  readonly file: string
  /** The library's folder. */
  readonly path: string
  readonly backups: string
  /** ISO 8601. */
  readonly now: string
  /** That of the rows, no newer than this program's. */
  readonly schemaVersion: number
  /** All rows of a table, as `Snapshot.rows` gave them; untrusted. */
  readonly rows: (table: string) => AsyncIterable<Columns>
}

/** Rows that are none of a library's. Its message is for the log. */
export class UnfitRows extends Error {}

/**
 * Makes library.db of its rows, in one transaction: nothing of it is there where a row is
 * unfit (`UnfitRows`). The derived tables are still empty.
 */
export async function restoreDatabase(restored: Restored): Promise<void> {
  const connection = connect(restored.file, true)
  try {
    useWriteAheadLog(connection, restored.path)
    const place = { path: restored.path, backups: restored.backups, now: restored.now }
    migrate(connection, { ...place, migrations: MIGRATIONS.slice(0, restored.schemaVersion) })
    connection.exec('BEGIN IMMEDIATE')
    for (const table of carriedIn(connection)) await fill(connection, table, restored.rows(table))
    if (brokenIn(connection).length > 0) throw new UnfitRows('Rows speak of rows that are not there')
    connection.exec('COMMIT')
    migrate(connection, place)
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.close()
  }
}

/** An older schema has fewer of them. */
function carriedIn(connection: Database.Database): readonly string[] {
  const made = new Set(
    connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  )
  return CARRIED.filter((table) => made.has(table))
}

async function fill(
  connection: Database.Database,
  table: string,
  rows: AsyncIterable<Columns>,
): Promise<void> {
  const names = (connection.pragma(`table_info(${table})`) as { readonly name: string }[]).map(
    ({ name }) => name,
  )
  const insert = connection.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  for await (const row of rows) {
    if (Object.keys(row).toSorted().join() !== names.toSorted().join())
      throw new UnfitRows(`Columns of ${table}`)
    const hashed = table === 'text' || table === 'document'
    if (hashed && sha256Of(String(row['content'])) !== row['id']) throw new UnfitRows(`A hash of ${table}`)
    try {
      insert.run(names.map((name) => row[name] ?? null))
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
        throw new UnfitRows(`A row of ${table}`, { cause: error })
      throw error
    }
  }
}
