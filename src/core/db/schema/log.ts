import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActionId, CustodyId, Sha256, SourceId, VersionId } from '../ids.ts'
import { row } from './row.ts'

export const CUSTODY_KINDS = [
  'import',
  're-import',
  'edit',
  'remove',
  'erase',
  'undo',
  'redo',
  'restore',
  'verify',
] as const
export type CustodyKind = (typeof CUSTODY_KINDS)[number]

export const custody = sqliteTable('custody', {
  ...row<CustodyId>(),
  kind: text('kind').$type<CustodyKind>().notNull(),
  sourceId: text('source_id').$type<SourceId>(),
  versionId: text('version_id').$type<VersionId>(),
  /** Who: the name of the device's user as the shell gave it. */
  who: text('who').notNull(),
  /** Of the original bytes it is about. */
  sha256: text('sha256').$type<Sha256>(),
  /** What happened, as JSON. */
  detail: text('detail').notNull(),
})

/** One user action with its inverse; stays on this device. */
export const action = sqliteTable('action', {
  ...row<ActionId>(),
  seq: integer('seq').notNull(),
  label: text('label').notNull(),
  /** The rows it wrote, each with the columns' values before and after, as JSON. */
  changes: text('changes').notNull(),
  undoneAt: text('undone_at'),
})

/** Rows written, in order, so that another process sees what changed. Trimmed; stays on this device. */
export const change = sqliteTable('change', {
  seq: integer('seq').primaryKey(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
})
