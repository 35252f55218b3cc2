import type { Source } from '../../shared/contract/sources.ts'
import { matchExpression } from '../../shared/search/query.ts'
import type { Sha256, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { formerHolders } from './former-citekeys.ts'
import { ERASED, IN_TRASH } from './trash.ts'

interface Row extends Omit<Source, 'authors' | 'tags' | 'id'> {
  readonly id: SourceId
  readonly version: VersionId | null
  readonly doi: string | null
  readonly authors: string
  readonly tags: string
  readonly edited: string
}

/** A Source with what only the core needs. */
export interface SourceRow extends Source {
  readonly id: SourceId
  /** Null for a source that is known from a bibliography only. */
  readonly currentVersion: VersionId | null
  readonly doi: string | null
  /** Facts that a person set, which an import leaves alone. */
  readonly edited: ReadonlySet<string>
}

const names = (table: string, column: string, order: string): string =>
  `(SELECT json_group_array(name) FROM (SELECT ${column} AS name FROM ${table}
    WHERE source_id = s.id AND deleted_at IS NULL ORDER BY ${order}))`

const SELECT = `
SELECT s.id, s.citekey, s.title, s.publication, s.published,
  s.published_at AS publishedAt, s.modified, s.archived_at AS archivedAt, s.url, s.language, s.type, s.doi,
  v.id AS version, v.importer AS format, v.encoding, coalesce(v.words, 0) AS words,
  (SELECT count(*) FROM version WHERE source_id = s.id AND deleted_at IS NULL) AS versions,
  v.original_sha256 AS sha256,
  (SELECT story_id FROM story_member WHERE source_id = s.id) AS story,
  coalesce((SELECT min(imported_at) FROM version WHERE source_id = s.id AND deleted_at IS NULL), s.created_at)
    AS importedAt,
  ${names('source_author', 'name', 'position, id')} AS authors,
  ${names('source_tag', 'name', 'id')} AS tags,
  ${names('source_edited', 'field', 'id')} AS edited
FROM source s LEFT JOIN version v ON v.id = (
  SELECT id FROM version WHERE source_id = s.id AND deleted_at IS NULL ORDER BY imported_at DESC, id DESC LIMIT 1)`

const parse = (json: string): string[] => JSON.parse(json) as string[]

function sourceRow({ version, authors, tags, edited, ...row }: Row): SourceRow {
  const { id, citekey, title, ...rest } = row
  return {
    id,
    citekey,
    title,
    authors: parse(authors),
    ...rest,
    tags: parse(tags),
    currentVersion: version,
    edited: new Set(parse(edited)),
  }
}

function product({ currentVersion: _version, edited: _edited, doi: _doi, ...rest }: SourceRow): Source {
  return rest
}

function rows(reader: Reader, rest: string, ...values: readonly (string | number)[]): SourceRow[] {
  return reader
    .sql<Row>(`${SELECT} WHERE s.deleted_at IS NULL ${rest}`)
    .all(...values)
    .map(sourceRow)
}

/** A source by its id or its citekey; where two share a citekey, the one that had it first. */
export function getSourceRow(reader: Reader, key: string): SourceRow | null {
  const found = rows(
    reader,
    'AND (s.id = ? OR s.citekey = ?) ORDER BY s.id <> ?, s.created_at, s.id LIMIT 1',
    key,
    key,
    key,
  )
  return found[0] ?? null
}

export function findSource(reader: Reader, key: string): Source | null {
  const row = getSourceRow(reader, key)
  return row ? product(row) : null
}

/** The same of a source in the trash too: briefs that quote it still say where their words are from. */
export function findKeptSource(reader: Reader, key: string): Source | null {
  const found = findKeptRow(reader, key)
  return found === null ? null : product(found)
}

/** The source that a citation names: by its citekey or id, else by a citekey that it had before; in the trash too. */
export function findCitedRow(reader: Reader, citekey: string): SourceRow | null {
  const found = findKeptRow(reader, citekey)
  if (found !== null) return found
  for (const id of formerHolders(reader, citekey)) {
    const former = findKeptRow(reader, id)
    if (former !== null) return former
  }
  return null
}

const KEPT = `${SELECT} WHERE (s.id = ? OR s.citekey = ?) AND (s.deleted_at IS NULL OR (${IN_TRASH}))
 ORDER BY s.deleted_at IS NOT NULL, s.id <> ?, s.created_at, s.id LIMIT 1`

/** The same with all that is known of it. */
function findKeptRow(reader: Reader, key: string): SourceRow | null {
  const found = reader.sql<Row>(KEPT).get(key, key, key)
  return found === undefined ? null : sourceRow(found)
}

/** Sources, newest first; with a query those that have its words in title, text, authors or tags, best first. */
export function listSources(
  reader: Reader,
  { query, limit = -1 }: { readonly query?: string; readonly limit?: number } = {},
): Source[] {
  if (query === undefined || query.trim() === '') {
    return rows(reader, 'ORDER BY importedAt DESC, s.id DESC LIMIT ?', limit).map(product)
  }
  const match = matchExpression(query)
  if (match === null) return []
  return reader
    .sql<{ readonly id: SourceId }>(MATCHING)
    .all(match, limit)
    .flatMap(({ id }) => findSource(reader, id) ?? [])
}

/** Ids first: the facts of a source cost more than finding it. */
const MATCHING = `
SELECT s.id FROM version_index i JOIN search_entry e ON e.id = i.rowid
LEFT JOIN version v ON v.id = e.owner_id JOIN source s ON s.id = coalesce(v.source_id, e.owner_id)
WHERE version_index MATCH ? AND s.deleted_at IS NULL AND (v.id IS NULL OR v.id = (
  SELECT id FROM version WHERE source_id = s.id AND deleted_at IS NULL ORDER BY imported_at DESC, id DESC LIMIT 1))
ORDER BY bm25(version_index, 8.0, 1.0, 1.0, 4.0), s.id LIMIT ?`

/** Sources whose address, or that of a version, is `url`. */
export function findSourcesByUrl(reader: Reader, url: string): Source[] {
  return amongIds(
    reader,
    'SELECT id FROM source WHERE url = ? UNION SELECT source_id FROM version WHERE url = ? AND deleted_at IS NULL',
    url,
    url,
  )
}

/** Every source with all that is known of it, oldest first. */
export const listSourceRows = (reader: Reader): SourceRow[] => rows(reader, 'ORDER BY s.created_at, s.id')

/** Sources of which a version was imported from `path`. */
export function findSourcesByPath(reader: Reader, path: string): Source[] {
  return amongIds(reader, 'SELECT source_id FROM version WHERE path = ? AND deleted_at IS NULL', path)
}

/** Sources of which a version was read from these very bytes. */
export const findSourcesByOriginal = (reader: Reader, sha256: Sha256): Source[] =>
  amongIds(reader, 'SELECT source_id FROM version WHERE original_sha256 = ? AND deleted_at IS NULL', sha256)

/** Ids first, by an index: looking at every source would make each import dearer than the one before. */
function amongIds(reader: Reader, ids: string, ...values: readonly string[]): Source[] {
  return rows(reader, `AND s.id IN (${ids}) ORDER BY s.created_at DESC, s.id DESC`, ...values).map(product)
}

const TAKEN = `SELECT DISTINCT citekey FROM source s WHERE (deleted_at IS NULL
  OR EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND deleted_at IS NULL) OR ${ERASED}
  OR (NOT EXISTS (SELECT 1 FROM version WHERE source_id = s.id)
    AND EXISTS (SELECT 1 FROM custody WHERE source_id = s.id AND kind = 'remove')))`

const citekeys = (found: readonly { readonly citekey: string }[]): ReadonlySet<string> =>
  new Set(found.map(({ citekey }) => citekey))

/** Citekeys that a new source may not take: in the trash too, or emptied out of it since briefs may name it, but not of an import that was undone. */
export const citekeysInUse = (reader: Reader): ReadonlySet<string> =>
  citekeys(reader.sql<{ readonly citekey: string }>(TAKEN).all())

/** Those that begin with `citekey`, and those that sources had before. Found by an index, whatever the size of the library. */
export function citekeysLike(reader: Reader, citekey: string): ReadonlySet<string> {
  const range = [citekey, `${citekey}\u{10ffff}`] as const
  return citekeys(
    reader
      .sql<{ readonly citekey: string }>(
        `${TAKEN} AND citekey >= ? AND citekey < ?
         UNION SELECT citekey FROM source_citekey WHERE deleted_at IS NULL AND citekey >= ? AND citekey < ?`,
      )
      .all(...range, ...range),
  )
}
