import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BriefId, RevisionId } from '../ids.ts'
import { row } from './row.ts'

export const brief = sqliteTable('brief', {
  ...row<BriefId>(),
  title: text('title').notNull(),
  language: text('language'),
  citationStyle: text('citation_style'),
  format: integer('format').notNull(),
  /** The working copy: Lexical's serialised state as JSON. */
  content: text('content').notNull(),
})

export const briefRevision = sqliteTable('brief_revision', {
  ...row<RevisionId>(),
  briefId: text('brief_id').$type<BriefId>().notNull(),
  title: text('title').notNull(),
  language: text('language'),
  citationStyle: text('citation_style'),
  format: integer('format').notNull(),
  content: text('content').notNull(),
})
