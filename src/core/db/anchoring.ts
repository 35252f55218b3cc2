import type { Annotation } from '../../shared/contract/annotations.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import type { AnchorRow } from './annotations.ts'
import type { AnnotationId, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import type { Writer } from './writer.ts'

/** Notes how an annotation stands in a version, as anchoring found it. */
export function setAnchoring(
  writer: Writer,
  id: AnnotationId,
  version: VersionId,
  status: Annotation['status'],
): void {
  writer.run(
    `INSERT INTO anchoring (annotation_id, version_id, status) VALUES (?, ?, ?)
     ON CONFLICT (annotation_id) DO UPDATE SET version_id = excluded.version_id, status = excluded.status`,
    id,
    version,
    status,
  )
  // Derived rows tell of no change: but who shows what waits has to learn of one that was lost, too.
  writer.run("INSERT INTO change (table_name, row_id) VALUES ('anchoring', ?)", id)
}

/**
 * Of annotations whose anchors undo or redo changed: their status follows from the anchors that are left. That they were
 * looked for in a version stays true.
 */
export function forgetAnchoring(writer: Writer, anchors: readonly string[]): void {
  if (anchors.length === 0) return
  writer.run(
    `UPDATE anchoring SET status = 'orphaned' WHERE annotation_id IN (
       SELECT annotation_id FROM anchor WHERE id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(anchors),
  )
}

interface Noted {
  readonly anchoredIn: VersionId | null
  readonly status: Annotation['status'] | null
}

/**
 * Whether an annotation was not looked for yet in the current version: its newest place is in another one, and nothing
 * was noted for this.
 */
export const isWaiting = (
  { anchoredIn }: Pick<Noted, 'anchoredIn'>,
  newest: Pick<AnchorRow, 'version'>,
  current: VersionId | undefined,
): boolean => current !== undefined && newest.version !== current && anchoredIn !== current

/** The sources that have more than one version, those in the trash too. */
export const sourcesWithVersions = (reader: Reader): readonly SourceId[] =>
  reader
    .sql<{ readonly source: SourceId }>(
      'SELECT source_id AS source FROM version WHERE deleted_at IS NULL GROUP BY source_id HAVING count(*) > 1',
    )
    .all()
    .map(({ source }) => source)

interface Looked {
  readonly place: number
  readonly id: AnnotationId
  readonly waiting: number
}

/** Some of a source's annotations that wait, and where to go on looking for more; null at the end. */
export interface Waiting {
  readonly annotations: readonly AnnotationId[]
  readonly next: number | null
}

/** Annotations that one call looks at: a few milliseconds. */
const LOOKED_AT = 500

const LOOK = `SELECT n.rowid AS place, n.id, coalesce(g.version_id <> ?, 1) AND coalesce((SELECT a.version_id FROM anchor a
  WHERE a.annotation_id = n.id AND a.deleted_at IS NULL ORDER BY a.id DESC LIMIT 1) <> ?, 0) AS waiting
FROM annotation n LEFT JOIN anchoring g ON g.annotation_id = n.id
WHERE n.source_id = ? AND n.rowid > ? AND n.deleted_at IS NULL ORDER BY n.rowid LIMIT ${String(LOOKED_AT)}`

/** Which of a source's annotations were not looked for yet in its current version; from 0 on, part by part. */
export function waitingIn(reader: Reader, source: SourceId, current: VersionId, from: number): Waiting {
  const looked = reader.sql<Looked>(LOOK).all(current, current, source, from)
  return {
    annotations: looked.filter(({ waiting }) => waiting === 1).map(({ id }) => id),
    next: looked.length < LOOKED_AT ? null : (looked.at(-1)?.place ?? null),
  }
}

/** How many of a source's annotations were not looked for yet in its current version. */
export function countWaiting(reader: Reader, source: SourceId, current: VersionId): number {
  let count = 0
  for (let from: number | null = 0; from !== null;) {
    const { annotations, next }: Waiting = waitingIn(reader, source, current, from)
    count += annotations.length
    from = next
  }
  return count
}

/**
 * How an annotation stands in the current version: without a place there it is orphaned, whatever was noted. Where
 * nothing was noted for that version its anchors tell: what a person placed again in the same version has just the words
 * that the person gave it.
 */
export function statusOf(
  { anchoredIn, status }: Noted,
  anchors: readonly AnchorRow[],
  current: VersionId | undefined,
): Annotation['status'] {
  const newest = anchors.at(-1)
  if (newest === undefined || newest.version !== current) return 'orphaned'
  if (anchoredIn === current && status !== null && status !== 'orphaned') return status
  const before = anchors.at(-2)
  if (before === undefined || before.version === current) return 'anchored'
  return sameWords(before.exact, newest.exact) ? 'anchored' : 'moved'
}
