import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, faultsIn, schemaVersionOf } from './database.ts'
import { populateVersion1 } from './fixtures/populated-v1.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts'
import { readerOver } from './reader.ts'
import { TRAVEL } from './schema/travel.ts'
import { citekeysInUse, listSourceRows, listSources } from './sources.ts'

let folder: string
let connection: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  connection = connect(join(folder, 'library.db'), true)
  connection.pragma('journal_mode = WAL')
  migrate(connection, { ...options(), migrations: MIGRATIONS.slice(0, 1) })
  populateVersion1(connection)
})

afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const options = () => ({ path: folder, backups: join(folder, 'backups'), now: '2026-02-03T04:05:06.789Z' })
/** Takes the library to the newest schema, its copy elsewhere: what comes then is tried on that. */
const toNewest = (): void => migrate(connection, { ...options(), backups: join(folder, 'early') })
const next = (sql: string): Migration => ({ number: SCHEMA_VERSION + 1, name: 'next', sql })
const backups = (): string[] => readdirSync(join(folder, 'backups'))

/** Every row of every table, but what is asked to be left out. */
const everything = (db: Database.Database): Record<string, unknown[]> => {
  const made = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const tables = Object.keys(TRAVEL).filter((table) => made.has(table) && !table.endsWith('_index'))
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]))
}

/** The way SQLite changes a table's columns for good: a new one in its place. */
const REBUILD_SOURCE = `
CREATE TABLE source_new AS SELECT * FROM source WHERE 0;
DROP TABLE source_new;
CREATE TABLE source_new (
  id TEXT PRIMARY KEY NOT NULL, citekey TEXT NOT NULL, title TEXT NOT NULL, publication TEXT, published TEXT,
  url TEXT, language TEXT, type TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT,
  device_id TEXT NOT NULL REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED, doi TEXT,
  published_at TEXT, modified TEXT, archived_at TEXT, note TEXT) STRICT;
INSERT INTO source_new SELECT *, NULL FROM source;
DROP TABLE source;
ALTER TABLE source_new RENAME TO source;`

describe('migrating a populated library', () => {
  it('comes from the first schema to the newest with every row', () => {
    const before = everything(connection)
    migrate(connection, options())
    expect(schemaVersionOf(connection)).toBe(SCHEMA_VERSION)
    const after = everything(connection)
    expect(after['source']).toEqual(
      before['source']?.map((row) => ({
        ...(row as object),
        doi: null,
        published_at: null,
        modified: null,
        archived_at: null,
      })),
    )
    expect({ ...after, source: null }).toMatchObject({ ...before, source: null })
    expect(connection.pragma('foreign_key_check')).toEqual([])
  })

  it('finds a library of the first schema in all that reads it', () => {
    toNewest()
    const reader = readerOver(connection, folder)
    expect(listSourceRows(reader)).toMatchObject([{ citekey: 'marrow2024port', versions: 1, doi: null }])
    expect(listSources(reader, { query: 'port' })).toHaveLength(1)
    expect([...citekeysInUse(reader)]).toEqual(['marrow2024port', 'oakesndsea'])
  })

  it('keeps the children of a table that is made anew, and its guards', () => {
    toNewest()
    const before = everything(connection)
    migrate(connection, { ...options(), migrations: [...MIGRATIONS, next(REBUILD_SOURCE)] })
    const after = everything(connection)
    expect(after['source']).toEqual(before['source']?.map((row) => ({ ...(row as object), note: null })))
    expect({ ...after, source: null }).toEqual({ ...before, source: null })
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => connection.exec('DELETE FROM version')).toThrow('insert-only')
  })

  it('makes the guards of a rebuilt insert-only table anew', () => {
    const sql = `CREATE TABLE t AS SELECT * FROM anchor_segment; DROP TABLE anchor_segment; ALTER TABLE t RENAME TO anchor_segment;`
    migrate(connection, { ...options(), migrations: [...MIGRATIONS, next(sql)] })
    expect(() => connection.exec('UPDATE anchor_segment SET end_offset = 9')).toThrow('insert-only')
  })

  it('copies the library first', () => {
    toNewest()
    const before = everything(connection)
    migrate(connection, { ...options(), migrations: [...MIGRATIONS, next('DELETE FROM source_tag')] })
    const [name = '', ...others] = backups()
    expect([name, others]).toEqual([`library-v${SCHEMA_VERSION}-20260203T040506789Z.db`, []])
    const copy = connect(join(folder, 'backups', name))
    expect(everything(copy)).toEqual(before)
    expect(faultsIn(copy)).toEqual([])
    copy.close()
  })

  it.each([
    ['breaks off', 'DELETE FROM source_tag; SELECT no_such_function();', 'no such function'],
    ['leaves references to nothing', "DELETE FROM actor WHERE id = 'act_1'", 'broken references'],
  ])('takes back a step that %s, and keeps the copy', (_, sql, message) => {
    toNewest()
    const before = everything(connection)
    expect(() => migrate(connection, { ...options(), migrations: [...MIGRATIONS, next(sql)] })).toThrow(
      message,
    )
    expect(everything(connection)).toEqual(before)
    expect(schemaVersionOf(connection)).toBe(SCHEMA_VERSION)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(backups()).toHaveLength(1)
    expect(() => connection.exec('DELETE FROM version')).toThrow('insert-only')
  })

  it('keeps the steps before the one that fails', () => {
    const good: Migration = next('ALTER TABLE topic ADD COLUMN note TEXT')
    const bad: Migration = { number: SCHEMA_VERSION + 2, name: 'bad', sql: 'SELECT no_such_function()' }
    expect(() => migrate(connection, { ...options(), migrations: [...MIGRATIONS, good, bad] })).toThrow()
    expect(schemaVersionOf(connection)).toBe(SCHEMA_VERSION + 1)
    expect(connection.prepare('SELECT note FROM topic').all()).toEqual([{ note: null }])
  })

  it('does nothing, and copies nothing, when all is new already', () => {
    toNewest()
    migrate(connection, options())
    expect(backups).toThrow('ENOENT')
  })
})
