import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActorId, AnchorId, AnnotationId, RowId, SourceId, TopicId, VersionId } from '../ids.ts'
import { row } from './row.ts'

export const annotation = sqliteTable('annotation', {
  ...row<AnnotationId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  colour: text('colour').notNull(),
  comment: text('comment'),
})

export const annotationTag = sqliteTable('annotation_tag', {
  ...row<RowId>(),
  annotationId: text('annotation_id').$type<AnnotationId>().notNull(),
  name: text('name').notNull(),
})

/** An immutable place; an annotation's newest anchor is the one with the highest id. */
export const anchor = sqliteTable('anchor', {
  ...row<AnchorId>(),
  annotationId: text('annotation_id').$type<AnnotationId>().notNull(),
  versionId: text('version_id').$type<VersionId>().notNull(),
  exact: text('exact').notNull(),
  prefix: text('prefix').notNull(),
  suffix: text('suffix').notNull(),
})

/** UTF-16 offsets into the version's text; `end` is exclusive. */
export const anchorSegment = sqliteTable('anchor_segment', {
  ...row<RowId>(),
  anchorId: text('anchor_id').$type<AnchorId>().notNull(),
  position: integer('position').notNull(),
  start: integer('start_offset').notNull(),
  end: integer('end_offset').notNull(),
})

export const attribution = sqliteTable('attribution', {
  ...row<RowId>(),
  annotationId: text('annotation_id').$type<AnnotationId>().notNull(),
  actorId: text('actor_id').$type<ActorId>(),
  role: text('role'),
  stance: text('stance'),
  topicId: text('topic_id').$type<TopicId>(),
  date: text('date'),
  place: text('place'),
  language: text('language'),
  quotedBy: text('quoted_by').$type<ActorId>(),
})
