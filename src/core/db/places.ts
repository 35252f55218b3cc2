import type { VersionId } from './ids.ts'
import type { Reader } from './reader.ts'

/**
 * An annotation was made in the version or moved in it, or a quote moved to it. What an import finds again it finds in
 * the transaction that adds the version, at the version’s own time.
 */
const OWN_PLACE = `
SELECT 1 FROM anchor a JOIN annotation n ON n.id = a.annotation_id JOIN version v ON v.id = a.version_id
WHERE a.version_id = ? AND a.deleted_at IS NULL AND n.deleted_at IS NULL AND a.created_at <> v.created_at
UNION ALL
SELECT 1 FROM brief_quote q JOIN anchor a ON a.id = q.anchor_id WHERE a.version_id = ?
LIMIT 1`

/** True where a user has put something into a version. */
export const isOwnPlace = (reader: Reader, version: VersionId): boolean =>
  reader.sql(OWN_PLACE).get(version, version) !== undefined
