import type { Document } from '../../shared/document/document.ts'
import { pagesOf } from '../../shared/document/pages.ts'
import type { Reader } from '../db/reader.ts'
import { readDocument, type VersionRow } from '../db/versions.ts'

/**
 * Tells the page of a UTF-16 offset into a version's text; null where the version has no
 * pages. Throws REFUSED `damaged-document` where the stored document is not what was stored.
 */
export function pagesOfVersion(
  reader: Reader,
  version: Pick<VersionRow, 'documentSha256'>,
): ((offset: number) => string | null) | null {
  const json = readDocument(reader, version)
  return json.includes('"page-break"') ? pagesOf(JSON.parse(json) as Document) : null
}
