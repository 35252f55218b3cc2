import type { Source } from '../../shared/contract/sources.ts'
import { matchExpression } from '../../shared/search/query.ts'
import { recordCustody } from './custody.ts'
import type { RowId, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { source, sourceAuthor, sourceEdited, sourceTag } from './schema.ts'
import type { NewVersion, StoredFile } from './versions.ts'
import { noteImport, storeFile, storeVersion } from './versions.ts'
import type { Writer } from './writer.ts'

/** What is known of a source apart from its versions. */
export interface SourceFacts {
  readonly citekey: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publication: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string | null
  readonly type: string
  /** In lower case, `10.…`, or null. */
  readonly doi: string | null
  readonly tags: readonly string[]
}

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
SELECT s.id, s.citekey, s.title, s.publication, s.published, s.url, s.language, s.type, s.doi,
  v.id AS version, v.importer AS format, v.encoding, coalesce(v.words, 0) AS words,
  (SELECT count(*) FROM version WHERE source_id = s.id AND deleted_at IS NULL) AS versions,
  v.original_sha256 AS sha256,
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
  return bySourceOrVersion(
    reader,
    's.url = ? OR EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND url = ? AND deleted_at IS NULL)',
    url,
    url,
  )
}

/** Every source with all that is known of it, oldest first. */
export const listSourceRows = (reader: Reader): SourceRow[] => rows(reader, 'ORDER BY s.created_at, s.id')

/** Sources of which a version was imported from `path`. */
export function findSourcesByPath(reader: Reader, path: string): Source[] {
  return bySourceOrVersion(
    reader,
    'EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND path = ? AND deleted_at IS NULL)',
    path,
  )
}

function bySourceOrVersion(reader: Reader, condition: string, ...values: readonly string[]): Source[] {
  return rows(reader, `AND (${condition}) ORDER BY s.created_at DESC, s.id DESC`, ...values).map(product)
}

/** Citekeys that a new source may not take: in the trash too, but not of an import that was undone. */
export function citekeysInUse(reader: Reader): ReadonlySet<string> {
  const found = reader
    .sql<{ readonly citekey: string }>(
      `SELECT DISTINCT citekey FROM source s WHERE deleted_at IS NULL
       OR EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND deleted_at IS NULL)
       OR (NOT EXISTS (SELECT 1 FROM version WHERE source_id = s.id)
         AND EXISTS (SELECT 1 FROM custody WHERE source_id = s.id AND kind = 'remove'))`,
    )
    .all()
  return new Set(found.map(({ citekey }) => citekey))
}

/** A new source with its first version and the custody entry of its import. */
export function addSource(
  writer: Writer,
  facts: SourceFacts,
  made: NewVersion,
): { readonly source: SourceId; readonly version: VersionId } {
  const id = writer.ids.next('src')
  const { authors, tags, ...columns } = facts
  writer.insert(source, { id, ...columns })
  setAuthors(writer, id, authors)
  insertTags(writer, id, tags)
  const version = storeVersion(writer, id, made)
  noteImport(writer, 'import', id, version, made)
  return { source: id, version }
}

/** A source without a text yet, known from an entry of a bibliography, with the custody entry of its import. */
export function addCitedSource(writer: Writer, facts: SourceFacts, cited: CitedFrom): SourceId {
  const id = writer.ids.next('src')
  const { authors, tags, ...columns } = facts
  writer.insert(source, { id, ...columns })
  setAuthors(writer, id, authors)
  insertTags(writer, id, tags)
  storeFile(writer, cited.original)
  const { original, ...detail } = cited
  recordCustody(writer, { kind: 'import', source: id, sha256: original.sha256, detail })
  return id
}

/** The bibliography that an entry stands in. */
export interface CitedFrom {
  readonly original: StoredFile
  readonly importer: string
  readonly path: string | null
  /** The entry's name in it. */
  readonly entry: string
}

/**
 * Changes facts of a source, with a custody entry of what differs. What a
 * person sets is remembered, and `by: 'import'` then leaves it as it is.
 */
export function editSource(
  writer: Writer,
  id: SourceId,
  facts: Partial<SourceFacts>,
  { by }: { readonly by: 'person' | 'import' },
): void {
  const before = getSourceRow(writer, id)
  if (!before) return
  const given = Object.entries(facts).filter(
    ([field, value]) => value !== undefined && (by === 'person' || !before.edited.has(field)),
  )
  const { authors, tags, ...columns } = Object.fromEntries(given) as Partial<SourceFacts>
  writer.update(source, id, columns)
  if (authors) setAuthors(writer, id, authors)
  if (tags) setTags(writer, id, tags)
  if (by === 'person') for (const [field] of given) markEdited(writer, id, field, before.edited)
  noteEdit(writer, id, before, by)
}

function noteEdit(writer: Writer, id: SourceId, before: SourceRow, by: 'person' | 'import'): void {
  const after = getSourceRow(writer, id)
  if (!after) return
  const fields = [
    'citekey',
    'title',
    'authors',
    'publication',
    'published',
    'url',
    'language',
    'type',
    'doi',
    'tags',
  ] as const
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (changed.length === 0) return
  const changes = Object.fromEntries(
    changed.map((field) => [field, { from: before[field], to: after[field] }]),
  )
  recordCustody(writer, { kind: 'edit', source: id, version: after.currentVersion, detail: { by, changes } })
}

function markEdited(writer: Writer, id: SourceId, field: string, known: ReadonlySet<string>): void {
  if (!known.has(field)) writer.insert(sourceEdited, { id: writer.ids.next('row'), sourceId: id, field })
}

interface NameRow {
  readonly id: RowId
  readonly name: string
}

const namesOf = (writer: Writer, table: 'source_author' | 'source_tag', id: SourceId): readonly NameRow[] =>
  writer
    .sql<NameRow>(
      `SELECT id, name FROM ${table} WHERE source_id = ? AND deleted_at IS NULL ORDER BY ${table === 'source_author' ? 'position, id' : 'id'}`,
    )
    .all(id)

function setAuthors(writer: Writer, id: SourceId, authors: readonly string[]): void {
  const known = namesOf(writer, 'source_author', id)
  for (const [position, row] of known.entries()) {
    if (row.name !== authors[position]) writer.remove(sourceAuthor, row.id)
  }
  for (const [position, name] of authors.entries()) {
    if (known[position]?.name === name) continue
    writer.insert(sourceAuthor, { id: writer.ids.next('row'), sourceId: id, position, name })
  }
}

function setTags(writer: Writer, id: SourceId, tags: readonly string[]): void {
  const wanted = new Set(tags)
  for (const row of namesOf(writer, 'source_tag', id))
    if (!wanted.has(row.name)) writer.remove(sourceTag, row.id)
  insertTags(writer, id, tags)
}

function insertTags(writer: Writer, id: SourceId, tags: readonly string[]): void {
  const known = new Set(namesOf(writer, 'source_tag', id).map(({ name }) => name))
  for (const name of new Set(tags)) {
    if (!known.has(name)) writer.insert(sourceTag, { id: writer.ids.next('row'), sourceId: id, name })
  }
}

/** Adds the tags that the source has not, with a custody entry where it gains any. */
export function addSourceTags(writer: Writer, id: SourceId, tags: readonly string[]): void {
  const before = getSourceRow(writer, id)
  if (!before) return
  insertTags(writer, id, tags)
  noteEdit(writer, id, before, 'import')
}

/** Puts a source into the trash. Its versions, annotations and custody stay. */
export function removeSource(writer: Writer, id: SourceId): void {
  writer.remove(source, id)
  recordCustody(writer, { kind: 'remove', source: id, detail: {} })
}
