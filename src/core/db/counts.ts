import type { LibraryInfo } from '../../shared/contract/library.ts'
import type { Reader } from './reader.ts'

const live = (table: string): string => `(SELECT count(*) FROM ${table} WHERE deleted_at IS NULL)`

const COUNTS = `SELECT ${live('source')} AS sources, ${live('brief')} AS briefs,
  (SELECT count(*) FROM version v JOIN source s ON s.id = v.source_id
    WHERE v.deleted_at IS NULL AND s.deleted_at IS NULL) AS versions,
  (SELECT count(*) FROM annotation n JOIN source s ON s.id = n.source_id
    WHERE n.deleted_at IS NULL AND s.deleted_at IS NULL) AS annotations`

/** How many of each there are, without what is in the trash. */
export function countAll(reader: Reader): LibraryInfo['counts'] {
  return (
    reader.sql<LibraryInfo['counts']>(COUNTS).get() ?? { sources: 0, versions: 0, annotations: 0, briefs: 0 }
  )
}

/** How many highlights these sources have, in the trash or not. */
export const countAnnotations = (reader: Reader, sources: readonly string[]): number =>
  reader
    .sql<{ readonly count: number }>(
      'SELECT count(*) AS count FROM annotation WHERE deleted_at IS NULL AND source_id IN (SELECT value FROM json_each(?))',
    )
    .get(JSON.stringify(sources))?.count ?? 0
