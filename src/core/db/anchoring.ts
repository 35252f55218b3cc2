import type { Annotation } from '../../shared/contract/annotations.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import type { AnchorRow } from './annotations.ts'
import type { AnnotationId, VersionId } from './ids.ts'
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
}

/** Of annotations whose anchors undo or redo changed: their status follows from the anchors that are left. */
export function forgetAnchoring(writer: Writer, anchors: readonly string[]): void {
  if (anchors.length === 0) return
  writer.run(
    `DELETE FROM anchoring WHERE annotation_id IN (
       SELECT annotation_id FROM anchor WHERE id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(anchors),
  )
}

interface Noted {
  readonly anchoredIn: VersionId | null
  readonly status: Annotation['status'] | null
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
