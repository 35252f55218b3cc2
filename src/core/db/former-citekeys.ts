import type { SourceId } from './ids.ts'
import type { Reader } from './reader.ts'

/** The sources that had a citekey before, the last one to give it up first. */
export const formerHolders = (reader: Reader, citekey: string): readonly SourceId[] =>
  reader
    .sql<{ readonly id: SourceId }>(
      'SELECT source_id AS id FROM source_citekey WHERE citekey = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC',
    )
    .all(citekey)
    .map(({ id }) => id)
