import { imagesOfBriefs } from './brief-images.ts'
import { storeDocument, storeText } from './content.ts'
import { recordCustody } from './custody.ts'
import type { BriefId, Sha256, SourceId, VersionId } from './ids.ts'
import { GUARDS } from './migrations.ts'
import { storeFile } from './versions.ts'
import type { Reader } from './reader.ts'
import type { Session } from './transaction.ts'
import { transact } from './transaction.ts'
import type { RowChange, Writer } from './writer.ts'

/** What is to go for good; all of it is in the trash. */
export interface Doomed {
  readonly sources: readonly SourceId[]
  readonly briefs: readonly BriefId[]
}

/**
 * Erases sources and briefs, with all that hangs on them: the one thing that
 * cannot be undone. Of a source its id, citekey and title stay as a stub, and
 * of its versions their ids, since the custody log speaks of them and no other
 * source may ever take the name that briefs cite. `bare` is a stored file of
 * no bytes, which stands in for their originals. Gives the files that nothing
 * speaks of any more.
 */
export function erase(
  session: Session,
  find: (reader: Reader) => Doomed,
  bare: Sha256,
): { readonly doomed: Doomed; readonly files: readonly Sha256[] } {
  // What is deleted is written over in the file, not only let go of.
  session.connection.pragma('secure_delete = ON')
  return transact(session, ({ writer, connection }) => {
    const doomed = find(writer)
    if (doomed.sources.length + doomed.briefs.length === 0) return { doomed, files: [] }
    noteErasure(writer, doomed)
    // Insert-only rows are deleted here alone. The guards are down inside this transaction only: no one else ever sees it.
    connection.exec(GUARDS_DOWN)
    const gone = new Set<string>([...doomed.sources, ...doomed.briefs])
    const held = contentsOf(writer, doomed.sources)
    for (const id of eraseSources(writer, doomed.sources, bare)) gone.add(id)
    eraseBriefs(writer, doomed.briefs)
    const files = eraseContents(writer, held)
    connection.exec(GUARDS)
    forgetActions(writer, gone)
    return { doomed, files }
  })
}

const UNGUARDED = ['version_image', 'document', 'text', 'anchor', 'anchor_segment', 'brief_revision'] as const

const GUARDS_DOWN = ['version_is_never_changed', ...UNGUARDED.map((table) => `${table}_is_never_deleted`)]
  .map((name) => `DROP TRIGGER ${name};`)
  .join('\n')

function noteErasure(writer: Writer, { sources, briefs }: Doomed): void {
  const facts = writer.sql<{ readonly title: string; readonly citekey: string; readonly highlights: number }>(
    `SELECT title, citekey, (SELECT count(*) FROM annotation WHERE source_id = s.id AND deleted_at IS NULL) AS highlights
     FROM source s WHERE id = ?`,
  )
  const newest = writer.sql<{ readonly id: VersionId }>(
    'SELECT id FROM version WHERE source_id = ? AND deleted_at IS NULL ORDER BY imported_at DESC, id DESC LIMIT 1',
  )
  for (const source of sources)
    recordCustody(writer, {
      kind: 'erase',
      source,
      version: newest.get(source)?.id ?? null,
      detail: { from: 'trash', ...facts.get(source) },
    })
  for (const brief of briefs) recordCustody(writer, { kind: 'erase', detail: { brief, from: 'trash' } })
}

const IDS = '(SELECT value FROM json_each(?))'
const ANNOTATIONS = `(SELECT id FROM annotation WHERE source_id IN ${IDS})`
const ANCHORS = `(SELECT id FROM anchor WHERE annotation_id IN ${ANNOTATIONS})`
const ENTRIES = `(SELECT id FROM search_entry WHERE kind = 'annotation' AND owner_id IN ${ANNOTATIONS})`

/** Everything that hangs on a source, children before parents. */
const OF_SOURCES: readonly string[] = [
  `DELETE FROM annotation_index WHERE rowid IN ${ENTRIES}`,
  `DELETE FROM search_entry WHERE kind = 'annotation' AND owner_id IN ${ANNOTATIONS}`,
  `DELETE FROM anchoring WHERE annotation_id IN ${ANNOTATIONS}`,
  `DELETE FROM anchor_segment WHERE anchor_id IN ${ANCHORS}`,
  `DELETE FROM anchor WHERE annotation_id IN ${ANNOTATIONS}`,
  `DELETE FROM attribution WHERE annotation_id IN ${ANNOTATIONS}`,
  `DELETE FROM annotation_tag WHERE annotation_id IN ${ANNOTATIONS}`,
  `DELETE FROM annotation WHERE source_id IN ${IDS}`,
  `DELETE FROM version_image WHERE version_id IN (SELECT id FROM version WHERE source_id IN ${IDS})`,
  `DELETE FROM source_author WHERE source_id IN ${IDS}`,
  `DELETE FROM source_tag WHERE source_id IN ${IDS}`,
  `DELETE FROM source_edited WHERE source_id IN ${IDS}`,
]

/** Gives the ids of all rows that are gone or emptied, so that no step of undo speaks of them. */
function eraseSources(writer: Writer, sources: readonly SourceId[], bare: Sha256): readonly string[] {
  if (sources.length === 0) return []
  const ids = JSON.stringify(sources)
  const gone = writer.sql<{ readonly id: string }>(GONE).all(...GONE_IN.map(() => ids))
  for (const statement of OF_SOURCES) writer.run(statement, ids)
  for (const { id } of writer
    .sql<{ readonly id: string }>(`SELECT id FROM story_said WHERE source_id IN ${IDS} OR other_id IN ${IDS}`)
    .all(ids, ids))
    writer.rewrite('story_said', id, { deleted_at: writer.now })
  const nothing = {
    original_sha256: bare,
    document_sha256: storeDocument(writer, 'null'),
    text_sha256: storeText(writer, ''),
    options: '{}',
    path: null,
    url: null,
    words: 0,
    deleted_at: writer.now,
  }
  storeFile(writer, { sha256: bare, bytes: 0, mediaType: null })
  const versions = writer
    .sql<{ readonly id: string }>(`SELECT id FROM version WHERE source_id IN ${IDS}`)
    .all(ids)
  for (const { id } of versions) writer.rewrite('version', id, nothing)
  const bareFacts = {
    publication: null,
    published: null,
    url: null,
    language: null,
    doi: null,
    published_at: null,
    modified: null,
    archived_at: null,
  }
  for (const id of sources) writer.rewrite('source', id, bareFacts)
  return [...gone, ...versions].map(({ id }) => id)
}

const GONE_IN: readonly string[] = [
  `SELECT id FROM annotation WHERE source_id IN ${IDS}`,
  `SELECT id FROM annotation_tag WHERE annotation_id IN ${ANNOTATIONS}`,
  `SELECT id FROM attribution WHERE annotation_id IN ${ANNOTATIONS}`,
  `SELECT id FROM anchor WHERE annotation_id IN ${ANNOTATIONS}`,
  `SELECT id FROM anchor_segment WHERE anchor_id IN ${ANCHORS}`,
  `SELECT id FROM version_image WHERE version_id IN (SELECT id FROM version WHERE source_id IN ${IDS})`,
  `SELECT id FROM source_author WHERE source_id IN ${IDS}`,
  `SELECT id FROM source_tag WHERE source_id IN ${IDS}`,
  `SELECT id FROM source_edited WHERE source_id IN ${IDS}`,
  `SELECT id FROM story_said WHERE source_id IN ${IDS}`,
  `SELECT id FROM story_said WHERE other_id IN ${IDS}`,
]
const GONE = GONE_IN.join(' UNION ')

function eraseBriefs(writer: Writer, briefs: readonly BriefId[]): void {
  for (const id of briefs) {
    // Noted as a change, so that every window hears of it.
    writer.rewrite('brief', id, { content: '' })
    writer.run('DELETE FROM brief_revision WHERE brief_id = ?', id)
  }
  const ids = JSON.stringify(briefs)
  for (const table of ['brief_quote', 'brief_digest'])
    writer.run(`DELETE FROM ${table} WHERE brief_id IN ${IDS}`, ids)
  writer.run(`DELETE FROM brief WHERE id IN ${IDS}`, ids)
}

interface Contents {
  readonly texts: readonly Sha256[]
  readonly documents: readonly Sha256[]
  readonly files: readonly Sha256[]
}

/** What the versions of sources hold, and the files that their custody names, such as a bibliography. */
function contentsOf(reader: Reader, sources: readonly SourceId[]): Contents {
  const ids = JSON.stringify(sources)
  const list = (sql: string, times = 1): readonly Sha256[] =>
    reader
      .sql<{ readonly id: Sha256 }>(sql)
      .all(...Array.from({ length: times }, () => ids))
      .map(({ id }) => id)
  return {
    texts: list(`SELECT DISTINCT text_sha256 AS id FROM version WHERE source_id IN ${IDS}`),
    documents: list(`SELECT DISTINCT document_sha256 AS id FROM version WHERE source_id IN ${IDS}`),
    files: list(
      `SELECT original_sha256 AS id FROM version WHERE source_id IN ${IDS}
       UNION SELECT sha256 FROM version_image WHERE version_id IN (SELECT id FROM version WHERE source_id IN ${IDS})
       UNION SELECT sha256 FROM custody WHERE source_id IN ${IDS} AND sha256 IS NOT NULL`,
      3,
    ),
  }
}

/** A file that the custody of a source speaks of which is not erased is kept: a bibliography has many sources. */
const UNSPOKEN = `id NOT IN (SELECT original_sha256 FROM version) AND id NOT IN (SELECT sha256 FROM version_image)
AND id NOT IN (SELECT sha256 FROM custody c WHERE sha256 IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM custody WHERE source_id = c.source_id AND kind = 'erase'))`

/** Erases of these contents what no version has any more; gives the files that nothing speaks of. */
function eraseContents(writer: Writer, { texts, documents, files }: Contents): readonly Sha256[] {
  const idle = (table: string): string =>
    `DELETE FROM ${table} WHERE id IN ${IDS} AND id NOT IN (SELECT ${table}_sha256 FROM version)`
  writer.run(idle('text'), JSON.stringify(texts))
  writer.run(idle('document'), JSON.stringify(documents))
  const freed = writer
    .sql<{ readonly id: Sha256 }>(`SELECT id FROM blob WHERE id IN ${IDS} AND ${UNSPOKEN}`)
    .all(JSON.stringify(files))
    .map(({ id }) => id)
  writer.run(`DELETE FROM blob WHERE id IN ${IDS}`, JSON.stringify(freed))
  return freed
}

/** Steps of undo forget rows that are gone: they hold their words, and would bring a stub back. */
function forgetActions(writer: Writer, gone: ReadonlySet<string>): void {
  const actions = writer.sql<{ readonly id: string; readonly changes: string }>(
    'SELECT id, changes FROM action',
  )
  for (const { id, changes } of actions.all()) {
    const all = JSON.parse(changes) as readonly RowChange[]
    const left = all.filter((change) => !gone.has(change.id))
    if (left.length === all.length) continue
    if (left.length === 0) writer.run('DELETE FROM action WHERE id = ?', id)
    else writer.run('UPDATE action SET changes = ? WHERE id = ?', JSON.stringify(left), id)
  }
}

/** Of these files those that no row and no brief speaks of, asked where nobody else can write; `free` takes them away. */
export function freeFiles(
  session: Session,
  files: readonly Sha256[],
  free: (sha256: Sha256) => number,
): number {
  return transact(session, ({ writer }) => {
    const known = writer.sql('SELECT 1 FROM blob WHERE id = ?')
    const idle = files.filter((sha256) => known.get(sha256) === undefined)
    if (idle.length === 0) return 0
    const inBriefs = imagesOfBriefs(writer)
    return idle.filter((sha256) => !inBriefs.has(sha256)).reduce((sum, each) => sum + free(each), 0)
  })
}
