import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { makeFolders } from '../library/folders.ts'
import { APPLICATION_ID, schemaVersionOf } from './database.ts'
import { libraryFailure } from './faults.ts'
import type { Migration } from './migrations.ts'
import { GUARDS, MIGRATIONS } from './migrations.ts'

export interface MigrateOptions {
  /** The library's folder, for sentences. */
  readonly path: string
  /** Where the copy of the file before goes. */
  readonly backups: string
  /** ISO 8601; names the copy. */
  readonly now: string
  readonly migrations?: readonly Migration[]
  readonly guards?: string
  /** Writes the first rows, in the transaction that makes the first tables. */
  readonly seed?: (connection: Database.Database) => void
}

/**
 * Takes a library to the newest schema, one transaction a step; a copy of the
 * file is made first and kept. Foreign keys are off meanwhile, switched
 * *outside* the transactions, since inside one the switch does nothing and a
 * rebuilt table would take its children along. A step that fails, or leaves a
 * reference to nothing, is rolled back whole and its error thrown.
 */
export function migrate(connection: Database.Database, options: MigrateOptions): void {
  const migrations = options.migrations ?? MIGRATIONS
  const from = schemaVersionOf(connection)
  if (from >= migrations.length) return
  if (from > 0) backUp(connection, options, from)
  connection.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations) {
      if (migration.number > schemaVersionOf(connection)) step(connection, migration, options)
    }
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function step(connection: Database.Database, migration: Migration, options: MigrateOptions): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const version = schemaVersionOf(connection)
    if (version < migration.number) apply(connection, migration, options)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function apply(connection: Database.Database, migration: Migration, options: MigrateOptions): void {
  connection.exec(migration.sql)
  connection.exec(options.guards ?? GUARDS)
  connection.pragma(`user_version = ${migration.number}`)
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  if (migration.number === 1) options.seed?.(connection)
  const broken = connection.pragma('foreign_key_check') as readonly unknown[]
  if (broken.length > 0) {
    throw new Error(
      `Migration ${migration.number} (${migration.name}) leaves ${broken.length} broken references`,
    )
  }
}

/** Copies the file whole into `backups/`; the copy appears there complete or not at all. */
function backUp(connection: Database.Database, options: MigrateOptions, version: number): void {
  makeFolders(options.backups)
  const name = `library-v${version}-${options.now.replaceAll(/[-:.]/g, '')}`
  const partial = join(options.backups, `.tmp-${process.pid}-${name}`)
  rmSync(partial, { force: true })
  connection.prepare('VACUUM INTO ?').run(partial)
  flush(partial)
  renameSync(partial, free(options.backups, name))
  flush(options.backups)
}

function free(folder: string, name: string): string {
  for (let count = 0; count < 1000; count += 1) {
    const file = join(folder, count === 0 ? `${name}.db` : `${name}-${count}.db`)
    if (!existsSync(file)) return file
  }
  throw libraryFailure('disk-fault', folder)
}

/** Forces a file's or folder's data to the disk. Windows cannot do so for folders and need not. */
function flush(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
