import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RowId, Sha256, SourceId, VersionId } from '../ids.ts'
import { row } from './row.ts'

export const version = sqliteTable('version', {
  ...row<VersionId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  /** The original's bytes, a row of `blob`. */
  originalSha256: text('original_sha256').$type<Sha256>().notNull(),
  importer: text('importer').notNull(),
  importerVersion: integer('importer_version').notNull(),
  /** The importer's options as canonical JSON; part of a version's identity. */
  options: text('options').notNull(),
  encoding: text('encoding'),
  /** Where it came from. */
  path: text('path'),
  url: text('url'),
  documentSha256: text('document_sha256').$type<Sha256>().notNull(),
  textSha256: text('text_sha256').$type<Sha256>().notNull(),
  /** Version of the function that derived the text from the document. */
  textVersion: integer('text_version').notNull(),
  words: integer('words').notNull(),
  importedAt: text('imported_at').notNull(),
})

/** An image that a version's document shows. */
export const versionImage = sqliteTable('version_image', {
  ...row<RowId>(),
  versionId: text('version_id').$type<VersionId>().notNull(),
  sha256: text('sha256').$type<Sha256>().notNull(),
})

/** Documents and texts lie apart; their id is the SHA-256 of `content` in UTF-8. */
export const documentContent = sqliteTable('document', {
  ...row<Sha256>(),
  content: text('content').notNull(),
})

export const textContent = sqliteTable('text', { ...row<Sha256>(), content: text('content').notNull() })

/** What is known of a file in `blobs/`; its id is the SHA-256 of its bytes. */
export const blob = sqliteTable('blob', {
  ...row<Sha256>(),
  bytes: integer('bytes').notNull(),
  mediaType: text('media_type'),
})
