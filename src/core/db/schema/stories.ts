import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RowId, Sha256, SourceId } from '../ids.ts'
import { row } from './row.ts'

/** What a person says of two sources: that their texts are one story, or that they are not. The last word counts. */
export const storySaid = sqliteTable('story_said', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  otherId: text('other_id').$type<SourceId>().notNull(),
  /** 1 or 0. */
  same: integer('same').notNull(),
})

/** The MinHash of a source's current text, or null where that is too short or too long to be compared. */
export const storySignature = sqliteTable('story_signature', {
  id: integer('id').primaryKey(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  textSha256: text('text_sha256').$type<Sha256>().notNull(),
  /** 32-bit numbers, lowest byte first, in base64. */
  signature: text('signature'),
})

/** The keys by which like signatures find one another. */
export const storyBand = sqliteTable('story_band', {
  bandKey: integer('band_key').notNull(),
  signatureId: integer('signature_id').notNull(),
})

/** Two sources whose texts are copies of one report; the lesser id first. */
export const storyLink = sqliteTable('story_link', {
  sourceId: text('source_id').$type<SourceId>().notNull(),
  otherId: text('other_id').$type<SourceId>().notNull(),
  /** Jaccard, 0 to 1. */
  likeness: real('likeness').notNull(),
})

/** Which story a source belongs to: the least id of its sources. A source alone has no row. */
export const storyMember = sqliteTable('story_member', {
  sourceId: text('source_id').$type<SourceId>().primaryKey(),
  storyId: text('story_id').$type<SourceId>().notNull(),
})

/** Sources whose texts are still to be compared. */
export const storyPending = sqliteTable('story_pending', {
  sourceId: text('source_id').$type<SourceId>().primaryKey(),
})
