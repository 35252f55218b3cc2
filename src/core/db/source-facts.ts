import { recordCustody } from './custody.ts'
import type { RowId, SourceId, VersionId } from './ids.ts'
import { source, sourceAuthor, sourceCitekey, sourceEdited, sourceTag } from './schema/sources.ts'
import { formerHolders } from './former-citekeys.ts'
import type { SourceRow } from './sources.ts'
import { getSourceRow } from './sources.ts'
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
  /** ISO 8601 with its own zone, on the day of `published`. */
  readonly publishedAt: string | null
  readonly modified: string | null
  readonly archivedAt: string | null
  readonly url: string | null
  readonly language: string | null
  readonly type: string
  /** In lower case, `10.…`, or null. */
  readonly doi: string | null
  readonly tags: readonly string[]
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
 * person sets is remembered, and `by: 'import'` then leaves it as it is. The
 * moment of publication goes where it is not on the day of publication.
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
  const { authors, tags, ...columns } = inAgreement(before, Object.fromEntries(given) as Partial<SourceFacts>)
  keepCitekey(writer, before, columns.citekey)
  writer.update(source, id, columns)
  if (authors) setAuthors(writer, id, authors)
  if (tags) setTags(writer, id, tags)
  if (by === 'person') for (const [field] of given) markEdited(writer, id, field, before.edited)
  noteEdit(writer, id, before, by)
}

/** Citations in briefs and drafts may name the source by the citekey that goes. */
function keepCitekey(writer: Writer, { id, citekey }: SourceRow, next: string | undefined): void {
  if (next === undefined || next === citekey || formerHolders(writer, citekey).includes(id)) return
  writer.insert(sourceCitekey, { id: writer.ids.next('row'), sourceId: id, citekey })
}

type Publication = Pick<SourceFacts, 'published' | 'publishedAt'>

/** A day says more than a moment of another day, whoever set it: such a moment is not taken, or taken away. */
function inAgreement(before: Publication, facts: Partial<SourceFacts>): Partial<SourceFacts> {
  const published = facts.published === undefined ? before.published : facts.published
  const { publishedAt, ...others } = facts
  if (publishedAt !== undefined && isOn(publishedAt, published)) return facts
  return isOn(before.publishedAt, published) ? others : { ...others, publishedAt: null }
}

const isOn = (moment: string | null, day: string | null): boolean =>
  moment === null || (day !== null && moment.startsWith(day))

function noteEdit(writer: Writer, id: SourceId, before: SourceRow, by: 'person' | 'import'): void {
  const after = getSourceRow(writer, id)
  if (!after) return
  const fields = [
    'citekey',
    'title',
    'authors',
    'publication',
    'published',
    'publishedAt',
    'modified',
    'archivedAt',
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
