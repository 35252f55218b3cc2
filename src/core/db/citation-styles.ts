import type { RowId, Sha256 } from './ids.ts'
import type { Reader } from './reader.ts'
import { citationStyle } from './schema/citations.ts'
import type { StoredFile } from './versions.ts'
import { storeFile } from './versions.ts'
import type { Writer } from './writer.ts'

/** A style that the user added. */
export interface AddedStyleRow {
  readonly id: RowId
  /** What briefs call it. */
  readonly name: string
  readonly cslId: string
  readonly title: string
  readonly sha256: Sha256
}

const SELECT = `SELECT id, name, csl_id AS cslId, title, sha256 FROM citation_style WHERE deleted_at IS NULL`

/** By name; where two devices added the same one, the older one first. */
export const listAddedStyles = (reader: Reader): readonly AddedStyleRow[] =>
  reader.sql<AddedStyleRow>(`${SELECT} ORDER BY name, created_at, id`).all()

export const findAddedStyle = (reader: Reader, name: string): AddedStyleRow | null =>
  reader.sql<AddedStyleRow>(`${SELECT} AND name = ? ORDER BY created_at, id LIMIT 1`).get(name) ?? null

/** The style's file lies in `blobs/` already. One that is there under the same name gets the new file. */
export function addStyle(
  writer: Writer,
  facts: Pick<AddedStyleRow, 'name' | 'cslId' | 'title'>,
  file: StoredFile,
): void {
  storeFile(writer, file)
  const known = findAddedStyle(writer, facts.name)
  if (known === null)
    writer.insert(citationStyle, { id: writer.ids.next('row'), ...facts, sha256: file.sha256 })
  else writer.update(citationStyle, known.id, { ...facts, sha256: file.sha256 })
}

export function removeStyle(writer: Writer, name: string): void {
  for (const row of listAddedStyles(writer)) if (row.name === name) writer.remove(citationStyle, row.id)
}
