import { sql } from 'drizzle-orm'
import type { CustodyId, Sha256, SourceId, VersionId } from './ids.ts'
import { query } from './reader.ts'
import type { Reader } from './reader.ts'
import type { CustodyKind } from './schema/log.ts'
import { custody } from './schema/log.ts'
import type { Writer } from './writer.ts'

export interface CustodyNote {
  readonly kind: CustodyKind
  readonly source?: SourceId | null
  readonly version?: VersionId | null
  /** Of the original bytes it is about; those of `version` unless given. */
  readonly sha256?: Sha256 | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface CustodyEntry {
  readonly id: CustodyId
  readonly kind: CustodyKind
  readonly at: string
  readonly who: string
  readonly source: SourceId | null
  readonly version: VersionId | null
  readonly sha256: Sha256 | null
  readonly detail: unknown
}

/** Adds to the custody log, in the transaction of what it tells of. */
export function recordCustody(writer: Writer, note: CustodyNote): CustodyId {
  const id = writer.ids.next('cus')
  writer.insert(custody, {
    id,
    kind: note.kind,
    who: writer.who,
    sourceId: note.source ?? null,
    versionId: note.version ?? null,
    sha256: note.sha256 ?? originalOf(writer, note.version ?? null),
    detail: JSON.stringify(note.detail),
  })
  return id
}

/** Of a version that was taken back too: the log tells of it still. */
function originalOf(writer: Writer, version: VersionId | null): Sha256 | null {
  if (version === null) return null
  const row = writer
    .sql<{ readonly sha256: Sha256 }>('SELECT original_sha256 AS sha256 FROM version WHERE id = ?')
    .get(version)
  return row?.sha256 ?? null
}

const entries = query((orm) =>
  orm
    .select()
    .from(custody)
    .where(sql`${sql.placeholder('source')} IS NULL OR ${custody.sourceId} = ${sql.placeholder('source')}`)
    .orderBy(custody.createdAt, custody.id)
    .prepare(),
)

/** The log, oldest first, of one source or of the whole library. */
export function listCustody(reader: Reader, { source }: { readonly source?: SourceId } = {}): CustodyEntry[] {
  return entries(reader)
    .all({ source: source ?? null })
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.createdAt,
      who: row.who,
      source: row.sourceId,
      version: row.versionId,
      sha256: row.sha256,
      detail: JSON.parse(row.detail) as unknown,
    }))
}
