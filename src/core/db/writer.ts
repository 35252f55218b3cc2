import type Database from 'better-sqlite3'
import type { InferInsertModel } from 'drizzle-orm'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { DeviceId, Ids } from './ids.ts'
import type { Reader, SqlValue } from './reader.ts'
import type * as actors from './schema/actors.ts'
import type * as annotations from './schema/annotations.ts'
import type * as briefs from './schema/briefs.ts'
import type * as citations from './schema/citations.ts'
import type * as library from './schema/library.ts'
import type * as log from './schema/log.ts'
import type * as sources from './schema/sources.ts'
import type * as stories from './schema/stories.ts'
import type * as versions from './schema/versions.ts'

/** Tables whose rows carry an id, times and a device. */
export type RowTable =
  | typeof library.library
  | typeof library.device
  | typeof sources.source
  | typeof sources.sourceAuthor
  | typeof sources.sourceTag
  | typeof sources.sourceCitekey
  | typeof sources.sourceEdited
  | typeof stories.storySaid
  | typeof versions.version
  | typeof versions.versionImage
  | typeof versions.documentContent
  | typeof versions.textContent
  | typeof versions.blob
  | typeof annotations.annotation
  | typeof annotations.annotationTag
  | typeof annotations.anchor
  | typeof annotations.anchorSegment
  | typeof annotations.attribution
  | typeof actors.actor
  | typeof actors.actorAlias
  | typeof actors.actorRole
  | typeof actors.topic
  | typeof briefs.brief
  | typeof briefs.briefRevision
  | typeof citations.citationStyle
  | typeof log.custody

type Stamps = 'createdAt' | 'updatedAt' | 'deletedAt' | 'deviceId'
export type NewRow<T extends RowTable> = Omit<InferInsertModel<T>, Stamps>
export type RowChanges<T extends RowTable> = Partial<Omit<NewRow<T>, 'id'>>
export type RowIdOf<T extends RowTable> = T['$inferSelect']['id']

export type Columns = Readonly<Record<string, SqlValue>>

/** What happened to one row. Column names are SQL's. `before` is null for a new row. */
export interface RowChange {
  readonly table: string
  readonly id: string
  readonly before: Columns | null
  readonly after: Columns
}

/** Writes inside one transaction, and remembers each change for undo and for the derived tables. */
export interface Writer extends Reader {
  readonly ids: Ids
  /** The time of this transaction: one for all of its rows. */
  readonly now: string
  readonly who: string
  /** `at` is when it was made, where that is not the time of the transaction. */
  readonly insert: <T extends RowTable>(table: T, row: NewRow<T>, at?: string) => void
  /** For rows whose id is the hash of what they hold: the second time nothing happens. */
  readonly insertOnce: <T extends RowTable>(table: T, row: NewRow<T>) => void
  /** Writes only the columns that differ; true when any did. */
  readonly update: <T extends RowTable>(table: T, id: RowIdOf<T>, changes: RowChanges<T>) => boolean
  /** The same by SQL's names, for what was noted of a row before. */
  readonly rewrite: (table: string, id: string, after: Columns) => void
  /** Sets `deleted_at`. */
  readonly remove: <T extends RowTable>(table: T, id: RowIdOf<T>) => void
  /** A statement on a derived or device table; nothing is remembered. */
  readonly run: (text: string, ...values: readonly SqlValue[]) => void
  readonly changes: readonly RowChange[]
  readonly carryBrief: CarryBrief
}

/**
 * Takes a change of a brief's stored content, from one to another, over to what it is now; null where that cannot be.
 * It knows no database.
 */
export type CarryBrief = (now: string, from: string, to: string) => string | null

export interface WriterContext {
  readonly carryBrief: CarryBrief
  readonly reader: Reader
  readonly connection: Database.Database
  readonly ids: Ids
  readonly now: string
  readonly who: string
  readonly device: DeviceId
}

/** The Writer of one transaction that `connection` has begun. */
export function writerOver(context: WriterContext): Writer {
  const { reader, connection, now, device } = context
  const changes: RowChange[] = []
  const statements = keptStatements(connection)
  const add = (table: RowTable, row: object, once: boolean, at: string): void => {
    const columns = columnsOf(table, row)
    const all = { ...columns, created_at: at, updated_at: now, device_id: device }
    const names = Object.keys(all)
    const sql = `INSERT INTO ${getTableName(table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})${once ? ' ON CONFLICT (id) DO NOTHING' : ''}`
    const { changes: written } = statements(sql).run(...Object.values(all))
    if (written === 0) return
    changes.push({ table: getTableName(table), id: String(columns['id']), before: null, after: {} })
  }
  const set = (table: string, id: string, after: Columns): boolean => {
    const change = writeChanged(statements, table, id, after, now)
    if (change) changes.push(change)
    return change !== null
  }
  return {
    ...reader,
    ids: context.ids,
    now,
    who: context.who,
    changes,
    carryBrief: context.carryBrief,
    insert: (table, row, at = now) => add(table, row, false, at),
    insertOnce: (table, row) => add(table, row, true, now),
    update: (table, id, values) => set(getTableName(table), id, columnsOf(table, values)),
    rewrite: (table, id, after) => void set(table, id, after),
    remove: (table, id) => void set(getTableName(table), id, { deleted_at: now }),
    run: (text, ...values) => void statements(text).run(...values),
  }
}

type Statements = (sql: string) => Database.Statement
const caches = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function keptStatements(connection: Database.Database): Statements {
  const cache = caches.get(connection) ?? new Map<string, Database.Statement>()
  caches.set(connection, cache)
  return (sql) => {
    const known = cache.get(sql)
    if (known) return known
    const made = connection.prepare(sql)
    cache.set(sql, made)
    return made
  }
}

/** Sets those columns of a row that differ from `after`; null when none did or the row is not there. */
function writeChanged(
  statements: Statements,
  table: string,
  id: string,
  after: Columns,
  now: string,
): RowChange | null {
  const names = Object.keys(after)
  if (names.length === 0) return null
  const row = statements(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).get(id) as
    | Columns
    | undefined
  if (row === undefined) return null
  const changed = names.filter((name) => row[name] !== after[name])
  if (changed.length === 0) return null
  const sets = [...changed, 'updated_at'].map((name) => `${name} = ?`).join(', ')
  statements(`UPDATE ${table} SET ${sets} WHERE id = ?`).run(...pick(after, changed), now, id)
  return { table, id, before: subset(row, changed), after: subset(after, changed) }
}

const pick = (columns: Columns, names: readonly string[]): SqlValue[] =>
  names.map((name) => columns[name] ?? null)

const subset = (columns: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, columns[name] ?? null]))

/** A row's values by the names of their columns; what is undefined is left out. */
function columnsOf(table: SQLiteTable, row: object): Columns {
  const columns = getTableColumns(table)
  const values: Record<string, SqlValue> = {}
  for (const [key, value] of Object.entries(row)) {
    const column = columns[key]
    if (column === undefined) throw new Error(`${getTableName(table)} has no column for ${key}`)
    if (value !== undefined) values[column.name] = value as SqlValue
  }
  return values
}
