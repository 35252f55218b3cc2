import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RowId, Sha256 } from '../ids.ts'
import { row } from './row.ts'

/** A citation style that the user added; its file is the blob. */
export const citationStyle = sqliteTable('citation_style', {
  ...row<RowId>(),
  /** What briefs call it. */
  name: text('name').notNull(),
  /** What it calls itself, an address as a rule. */
  cslId: text('csl_id').notNull(),
  title: text('title').notNull(),
  sha256: text('sha256').$type<Sha256>().notNull(),
})
