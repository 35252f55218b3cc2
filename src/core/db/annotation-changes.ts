import type { Annotation, Attribution } from '../../shared/contract/annotations.ts'
import { attribute } from './annotations.ts'
import type { AnnotationId, RowId } from './ids.ts'
import type { Reader } from './reader.ts'
import { annotation, annotationTag, attribution } from './schema/annotations.ts'
import type { Writer } from './writer.ts'

export interface AnnotationChanges {
  readonly colour?: Annotation['colour']
  readonly comment?: string | null
  readonly tags?: readonly string[]
  /** What is said now, in place of all that was said before; null says nothing. */
  readonly attribution?: Partial<Attribution> | null
}

/** Changes what stands beside a passage; the passage itself never changes. */
export function updateAnnotation(writer: Writer, id: AnnotationId, changes: AnnotationChanges): void {
  const { colour, comment, tags, attribution: said } = changes
  writer.update(annotation, id, {
    ...(colour === undefined ? {} : { colour }),
    ...(comment === undefined ? {} : { comment }),
  })
  if (tags !== undefined) retag(writer, id, tags)
  if (said === undefined) return
  for (const row of rowsOf(writer, 'attribution', id)) writer.remove(attribution, row.id)
  if (said !== null) attribute(writer, id, said)
}

/** When they are the same tags in the same order, nothing is written. */
function retag(writer: Writer, id: AnnotationId, tags: readonly string[]): void {
  const wanted = [...new Set(tags)]
  const rows = rowsOf(writer, 'annotation_tag', id)
  if (rows.length === wanted.length && rows.every(({ name }, at) => name === wanted[at])) return
  for (const row of rows) writer.remove(annotationTag, row.id)
  for (const name of wanted) {
    writer.insert(annotationTag, { id: writer.ids.next('row'), annotationId: id, name })
  }
}

interface ChildRow {
  readonly id: RowId
  readonly name: string | null
}

const rowsOf = (
  reader: Reader,
  table: 'attribution' | 'annotation_tag',
  id: AnnotationId,
): readonly ChildRow[] =>
  reader
    .sql<ChildRow>(
      `SELECT id, ${table === 'annotation_tag' ? 'name' : 'NULL'} AS name FROM ${table}
       WHERE annotation_id = ? AND deleted_at IS NULL ORDER BY id`,
    )
    .all(id)
