import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnnotationId, BriefId, Sha256, VersionId } from '../ids.ts'

/** How an annotation stands in a version; remade by anchoring again. */
export const anchoring = sqliteTable('anchoring', {
  annotationId: text('annotation_id').$type<AnnotationId>().primaryKey(),
  versionId: text('version_id').$type<VersionId>().notNull(),
  status: text('status').$type<'anchored' | 'moved' | 'orphaned'>().notNull(),
})

/** The quote nodes of a brief's working copy, in order. */
export const briefQuote = sqliteTable('brief_quote', {
  id: integer('id').primaryKey(),
  briefId: text('brief_id').$type<BriefId>().notNull(),
  position: integer('position').notNull(),
  annotationId: text('annotation_id').notNull(),
  anchorId: text('anchor_id'),
})

/** What a brief's working copy amounts to. */
export const briefDigest = sqliteTable('brief_digest', {
  briefId: text('brief_id').$type<BriefId>().primaryKey(),
  text: text('text').notNull(),
  words: integer('words').notNull(),
  quotes: integer('quotes').notNull(),
  citations: integer('citations').notNull(),
})

/** The words of a text as codes, made by the rules of that number. */
export const textWords = sqliteTable('text_words', {
  textSha256: text('text_sha256').$type<Sha256>().primaryKey(),
  rules: integer('rules').notNull(),
  codes: blob('codes', { mode: 'buffer' }).notNull(),
})

/** The row numbers of the FTS5 tables: which version, source without a version, annotation or brief each one is. */
export const searchEntry = sqliteTable('search_entry', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<'version' | 'source' | 'annotation' | 'brief'>().notNull(),
  ownerId: text('owner_id').notNull(),
})
