import type { Sha256 } from './ids.ts'
import type { Reader } from './reader.ts'

/** Inside a string of the stored JSON each quotation mark is escaped, so that no words of a brief look like this. */
const KEPT = /"blob":"([0-9a-f]{64})"/gu

/**
 * The images that briefs hold, by hash, each with the title of one such brief: of working copies and revisions, in the
 * trash too. Briefs that cannot be opened any more count as well.
 */
export function imagesOfBriefs(reader: Reader): ReadonlyMap<Sha256, string> {
  const found = new Map<Sha256, string>()
  for (const table of ['brief', 'brief_revision'] as const) {
    const holding = reader.sql<{ readonly id: string }>(
      `SELECT id FROM ${table} WHERE instr(content, '"blob":"') > 0 ORDER BY id`,
    )
    // One at a time: revisions are many.
    const stored = reader.sql<{ readonly title: string; readonly content: string }>(
      `SELECT title, content FROM ${table} WHERE id = ?`,
    )
    for (const { id } of holding.all()) {
      const { title, content } = stored.get(id) ?? { title: '', content: '' }
      for (const [, sha256 = ''] of content.matchAll(KEPT))
        if (!found.has(sha256 as Sha256)) found.set(sha256 as Sha256, title)
    }
  }
  return found
}
