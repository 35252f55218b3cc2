import type { RowId, SourceId } from './ids.ts'
import type { Reader } from './reader.ts'
import { storySaid } from './schema/stories.ts'
import type { Writer } from './writer.ts'

/** What a person said of two sources that are both there. */
export interface SaidRow {
  readonly id: RowId
  readonly source: SourceId
  readonly other: SourceId
  readonly same: boolean
}

type Flagged = Omit<SaidRow, 'same'> & { readonly same: number }

const SAID = `SELECT w.id, w.source_id AS source, w.other_id AS other, w.same FROM story_said w
JOIN source s ON s.id = w.source_id JOIN source o ON o.id = w.other_id
WHERE w.deleted_at IS NULL AND s.deleted_at IS NULL AND o.deleted_at IS NULL`

/** The last word on each pair that a source is in, oldest first. */
export function listSaid(reader: Reader, source: SourceId): SaidRow[] {
  const rows = reader
    .sql<Flagged>(`${SAID} AND w.source_id = ? UNION ALL ${SAID} AND w.other_id = ? ORDER BY 1`)
    .all(source, source)
  const last = new Map<SourceId, SaidRow>()
  for (const row of rows) {
    const mate = row.source === source ? row.other : row.source
    last.delete(mate)
    last.set(mate, { ...row, same: row.same === 1 })
  }
  return [...last.values()]
}

/** Keeps what a person says of two sources, in place of what was said before. */
export function sayStory(writer: Writer, source: SourceId, other: SourceId, same: boolean): void {
  for (const row of listSaid(writer, source))
    if (row.source === other || row.other === other) writer.remove(storySaid, row.id)
  writer.insert(storySaid, {
    id: writer.ids.next('row'),
    sourceId: source,
    otherId: other,
    same: same ? 1 : 0,
  })
}

/** The sources of a source's story, itself among them, by id; none where it is alone. */
export function listStory(reader: Reader, source: SourceId): SourceId[] {
  return reader
    .sql<{ readonly id: SourceId }>(
      `SELECT source_id AS id FROM story_member
       WHERE story_id = (SELECT story_id FROM story_member WHERE source_id = ?) ORDER BY source_id`,
    )
    .all(source)
    .map(({ id }) => id)
}

/** True where sources of an older library are still to be compared. */
export const storiesPending = (reader: Reader): boolean =>
  reader.sql('SELECT 1 FROM story_pending LIMIT 1').get() !== undefined
