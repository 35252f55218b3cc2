import type { Sha256 } from './ids.ts'
import type { Reader } from './reader.ts'

/** The media type of every stored file that a row knows, by its hash; null where none was told. */
export const mediaTypesOf = (reader: Reader): ReadonlyMap<Sha256, string | null> =>
  new Map(
    reader
      .sql<{ readonly id: Sha256; readonly type: string | null }>(
        'SELECT id, media_type AS type FROM blob ORDER BY id',
      )
      .all()
      .map(({ id, type }) => [id, type]),
  )
