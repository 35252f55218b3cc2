import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { findAnchor, type AnchorRow } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findVersionById, readText } from '../db/versions.ts'
import { pagesOfVersion } from '../sources/pages.ts'

/** Where a linked quote stands in its source, as an author writes it (`p. 3`, `para. 4`); null when unknown. */
export function locatorOfQuote(reader: Reader, { anchor }: LinkedQuote): string | null {
  const found = findAnchor(reader, anchor)
  return found === null ? null : locatorOf(reader, found)
}

/**
 * The page or pages of a passage where its version has some, else the paragraph that
 * it begins in: as `check` counts them, a line of the text each, from 1.
 */
export function locatorOf(
  reader: Reader,
  { version, segments }: Pick<AnchorRow, 'version' | 'segments'>,
): string | null {
  const row = findVersionById(reader, version)
  const start = segments[0]?.start
  if (row === null || start === undefined) return null
  const pageAt = pagesOfVersion(reader, row)
  const first = pageAt?.(start) ?? null
  const last = pageAt?.((segments.at(-1)?.end ?? start + 1) - 1) ?? null
  if (first !== null) return last === null || last === first ? `p. ${first}` : `pp. ${first}–${last}`
  return `para. ${readText(reader, row).slice(0, start).split('\n').length}`
}
