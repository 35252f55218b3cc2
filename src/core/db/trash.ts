import { recordCustody } from './custody.ts'
import type { BriefId, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { brief } from './schema/briefs.ts'
import { source } from './schema/sources.ts'
import type { Writer } from './writer.ts'

/** A source `s` that the trash was emptied of: a stub, whose name no other may have. */
export const ERASED = `EXISTS (SELECT 1 FROM custody WHERE source_id = s.id AND kind = 'erase')`

/**
 * A source `s` that a person removed, and not one whose import was undone: both have a tombstone, but only a removal has
 * an entry of the same moment in the custody log. What was erased has an entry of that too.
 */
export const IN_TRASH = `s.deleted_at IS NOT NULL
AND EXISTS (SELECT 1 FROM custody WHERE source_id = s.id AND kind = 'remove' AND created_at = s.deleted_at)
AND NOT ${ERASED}
AND (EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND deleted_at IS NULL)
  OR NOT EXISTS (SELECT 1 FROM version WHERE source_id = s.id))`

export interface TrashedRow {
  readonly kind: 'source' | 'brief'
  readonly id: string
  readonly title: string
  /** Null for a brief. */
  readonly citekey: string | null
  /** When it was removed, ISO 8601. */
  readonly since: string
}

const SOURCES = `SELECT 'source' AS kind, s.id, s.title, s.citekey, s.deleted_at AS since FROM source s WHERE ${IN_TRASH}`

/** A brief whose making was undone is here too: words that were typed into it since stand nowhere else. */
const BRIEFS = `SELECT 'brief' AS kind, id, title, NULL AS citekey, deleted_at AS since FROM brief WHERE deleted_at IS NOT NULL`

/** What is in the trash, the last removed first. */
export const listTrash = (reader: Reader): readonly TrashedRow[] =>
  reader.sql<TrashedRow>(`${SOURCES} UNION ALL ${BRIEFS} ORDER BY since DESC, id DESC`).all()

/** The id of a source in the trash, by its id or citekey; of several with that citekey the one removed last. */
export const findTrashedSource = (reader: Reader, key: string): SourceId | null =>
  reader
    .sql<{ readonly id: SourceId }>(
      `SELECT s.id FROM source s WHERE (s.id = ? OR s.citekey = ?) AND ${IN_TRASH} ORDER BY s.deleted_at DESC, s.id LIMIT 1`,
    )
    .get(key, key)?.id ?? null

export const findTrashedBrief = (reader: Reader, id: string): BriefId | null =>
  reader.sql<{ readonly id: BriefId }>('SELECT id FROM brief WHERE id = ? AND deleted_at IS NOT NULL').get(id)
    ?.id ?? null

/** Puts a source into the trash. Its versions, annotations and custody stay. */
export function removeSource(writer: Writer, id: SourceId): void {
  writer.remove(source, id)
  recordCustody(writer, { kind: 'remove', source: id, version: currentVersion(writer, id), detail: {} })
}

/** Takes a source out of the trash; all that is its own was kept. */
export function restoreSource(writer: Writer, id: SourceId): void {
  writer.rewrite('source', id, { deleted_at: null })
  const detail = { from: 'trash' }
  recordCustody(writer, { kind: 'restore', source: id, version: currentVersion(writer, id), detail })
}

const currentVersion = (reader: Reader, id: SourceId): VersionId | null =>
  reader
    .sql<{ readonly id: VersionId }>(
      'SELECT id FROM version WHERE source_id = ? AND deleted_at IS NULL ORDER BY imported_at DESC, id DESC LIMIT 1',
    )
    .get(id)?.id ?? null

/** Puts a brief into the trash. Its words and its revisions stay. */
export function removeBrief(writer: Writer, id: BriefId): void {
  writer.remove(brief, id)
  recordCustody(writer, { kind: 'remove', detail: { brief: id } })
}

export function restoreBrief(writer: Writer, id: BriefId): void {
  writer.rewrite('brief', id, { deleted_at: null })
  recordCustody(writer, { kind: 'restore', detail: { brief: id, from: 'trash' } })
}
