import type { VersionId } from './ids.ts'
import type { Reader } from './reader.ts'

/** An annotation was made in the version, or a quote moved to it: not only found there again by an import. */
const OWN_PLACE = `
SELECT 1 FROM anchor a JOIN annotation n ON n.id = a.annotation_id
WHERE a.version_id = ? AND a.deleted_at IS NULL AND n.deleted_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM anchor older WHERE older.annotation_id = n.id AND older.deleted_at IS NULL AND older.id < a.id)
UNION ALL
SELECT 1 FROM brief_quote q JOIN anchor a ON a.id = q.anchor_id WHERE a.version_id = ?
LIMIT 1`

/** True where a user has put something into a version. */
export const isOwnPlace = (reader: Reader, version: VersionId): boolean =>
  reader.sql(OWN_PLACE).get(version, version) !== undefined
