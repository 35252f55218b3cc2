import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  ActionId,
  ActorId,
  AnchorId,
  AnnotationId,
  BriefId,
  CustodyId,
  DeviceId,
  LibraryId,
  RevisionId,
  RowId,
  Sha256,
  SourceId,
  TopicId,
  VersionId,
} from './ids.ts'

/*
 * The schema as the queries see it. `migrations/` holds the SQL that makes it
 * (with the FTS5 tables and triggers); `schema.test.ts` holds the two together.
 */

const row = <Id extends string>() => ({
  id: text('id').$type<Id>().primaryKey(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  deletedAt: text('deleted_at'),
  deviceId: text('device_id').$type<DeviceId>().notNull(),
})

export const library = sqliteTable('library', { ...row<LibraryId>(), name: text('name').notNull() })

export const device = sqliteTable('device', { ...row<DeviceId>(), name: text('name').notNull() })

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

/** A fact of a source that a person set: a later import never writes over it. */
export const sourceEdited = sqliteTable('source_edited', {
  ...row<RowId>(),
  sourceId: text('source_id').$type<SourceId>().notNull(),
  field: text('field').notNull(),
})

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

export const actor = sqliteTable('actor', { ...row<ActorId>(), name: text('name').notNull() })

export const actorAlias = sqliteTable('actor_alias', {
  ...row<RowId>(),
  actorId: text('actor_id').$type<ActorId>().notNull(),
  name: text('name').notNull(),
})

export const actorRole = sqliteTable('actor_role', {
  ...row<RowId>(),
  actorId: text('actor_id').$type<ActorId>().notNull(),
  name: text('name').notNull(),
})

export const topic = sqliteTable('topic', { ...row<TopicId>(), name: text('name').notNull() })

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

export const CUSTODY_KINDS = [
  'import',
  're-import',
  'edit',
  'remove',
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

/** The row numbers of the FTS5 tables: which version, source without a version, annotation or brief each one is. */
export const searchEntry = sqliteTable('search_entry', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<'version' | 'source' | 'annotation' | 'brief'>().notNull(),
  ownerId: text('owner_id').notNull(),
})

/**
 * What becomes of each table when a library is shared: `synced` rows travel,
 * `derived` ones are rebuilt from them, `device` ones stay.
 */
export const TRAVEL = {
  library: 'synced',
  device: 'synced',
  source: 'synced',
  source_author: 'synced',
  source_tag: 'synced',
  source_edited: 'synced',
  version: 'synced',
  version_image: 'synced',
  document: 'synced',
  text: 'synced',
  blob: 'synced',
  annotation: 'synced',
  annotation_tag: 'synced',
  anchor: 'synced',
  anchor_segment: 'synced',
  attribution: 'synced',
  actor: 'synced',
  actor_alias: 'synced',
  actor_role: 'synced',
  topic: 'synced',
  brief: 'synced',
  brief_revision: 'synced',
  custody: 'synced',
  action: 'device',
  change: 'device',
  anchoring: 'derived',
  brief_quote: 'derived',
  brief_digest: 'derived',
  search_entry: 'derived',
  version_index: 'derived',
  annotation_index: 'derived',
  brief_index: 'derived',
} as const satisfies Record<string, 'synced' | 'derived' | 'device'>

/** Tables whose rows are never changed once written; only `deleted_at` may be set, by undo. */
export const INSERT_ONLY = [
  'version',
  'version_image',
  'document',
  'text',
  'anchor',
  'anchor_segment',
  'brief_revision',
] as const
