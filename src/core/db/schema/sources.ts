import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RowId, SourceId } from '../ids.ts'
import { row } from './row.ts'

export const source = sqliteTable('source', {
  ...row<SourceId>(),
  citekey: text('citekey').notNull(),
  title: text('title').notNull(),
  publication: text('publication'),
  published: text('published'),
  url: text('url'),
  language: text('language'),
  type: text('type').notNull(),
  /** In lower case, `10.…`. */
  doi: text('doi'),
  /** ISO 8601 with its own zone; on the day that `published` names. */
  publishedAt: text('published_at'),
  /** ISO 8601, a day or a moment with its own zone. */
  modified: text('modified'),
  /** ISO 8601: when an archive captured it. */
  archivedAt: text('archived_at'),
})

export const sourceAuthor = sqliteTable('source_author', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
})

export const sourceTag = sqliteTable('source_tag', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  name: text('name').notNull(),
})

/** A citekey that a source had before: citations by it still find the source. */
export const sourceCitekey = sqliteTable('source_citekey', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  citekey: text('citekey').notNull(),
})

/** A fact of a source that a person set: a later import never writes over it. */
export const sourceEdited = sqliteTable('source_edited', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  field: text('field').notNull(),
})
