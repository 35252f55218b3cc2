import { indexedText } from '../../shared/search/fold.ts'
import type { AnnotationId, BriefId, Sha256, SourceId, VersionId } from './ids.ts'
import { ownersOf } from './owners.ts'
import type { Reader } from './reader.ts'
import { rebuildStories, refreshStories } from './story-index.ts'
import { indexedBody } from './text-work.ts'
import { keepWordCodes, takeUpWordCodes } from './text-words.ts'
import type { Writer } from './writer.ts'

/** What the working copy of a brief amounts to, as read from its stored form. */
export interface BriefDigest {
  /** The brief's text; search hits in briefs are UTF-16 offsets into it. */
  readonly text: string
  readonly words: number
  readonly citations: number
  /** Its quote nodes in order. */
  readonly quotes: readonly { readonly annotation: string; readonly anchor: string | null }[]
}

/** Reads a brief's stored content (JSON) of a format; it knows no database. */
export type DigestBrief = (content: string, format: number) => BriefDigest

/** Brings the derived tables up to what the transaction wrote. */
export function refreshDerived(writer: Writer, digestBrief: DigestBrief): void {
  const { sources, versions, annotations, briefs, told } = ownersOf(writer, writer.changes)
  const stale = new Set<VersionId>(versions)
  for (const source of sources) for (const version of versionsOf(writer, source)) stale.add(version)
  for (const version of stale) indexVersion(writer, version)
  for (const source of sources) indexBareSource(writer, source)
  takeUpWordCodes(writer)
  refreshStories(writer, sources, told)
  for (const annotation of annotations) indexAnnotation(writer, annotation)
  for (const brief of briefs) indexBrief(writer, brief, digestBrief)
}

/** Makes every derived table anew from the rows that travel. */
export function rebuildDerived(writer: Writer, digestBrief: DigestBrief): void {
  const ids = <Id>(table: string): Id[] =>
    writer
      .sql<{ readonly id: Id }>(`SELECT id FROM ${table} ORDER BY id`)
      .all()
      .map(({ id }) => id)
  for (const table of ['version_index', 'annotation_index', 'brief_index', 'search_entry', 'text_words']) {
    writer.run(`DELETE FROM ${table}`)
  }
  for (const version of ids<VersionId>('version')) indexVersion(writer, version)
  for (const source of ids<SourceId>('source')) indexBareSource(writer, source)
  rebuildStories(writer, ids<SourceId>('source'))
  for (const annotation of ids<AnnotationId>('annotation')) indexAnnotation(writer, annotation)
  for (const brief of ids<BriefId>('brief')) indexBrief(writer, brief, digestBrief)
}

const versionsOf = (reader: Reader, source: SourceId): VersionId[] =>
  reader
    .sql<{ readonly id: VersionId }>('SELECT id FROM version WHERE source_id = ?')
    .all(source)
    .map(({ id }) => id)

interface VersionFacts {
  readonly title: string
  readonly content: string
  readonly about: string
  readonly text: Sha256 | null
}

const ABOUT = `concat_ws(' ', s.citekey, s.publication, s.url,
  (SELECT group_concat(name, ' ') FROM source_author WHERE source_id = s.id AND deleted_at IS NULL),
  (SELECT group_concat(name, ' ') FROM source_tag WHERE source_id = s.id AND deleted_at IS NULL)) AS about`

const VERSION_FACTS = `SELECT s.title, t.content, t.id AS text, ${ABOUT}
FROM version v JOIN source s ON s.id = v.source_id JOIN text t ON t.id = v.text_sha256
WHERE v.id = ? AND v.deleted_at IS NULL`

function indexVersion(writer: Writer, version: VersionId): void {
  const entry = freshEntry(writer, 'version', 'version_index', version)
  const facts = writer.sql<VersionFacts>(VERSION_FACTS).get(version)
  if (facts) writeVersionEntry(writer, entry, facts)
  if (facts?.text) keepWordCodes(writer, facts.text, facts.content)
}

const BARE_FACTS = `SELECT s.title, '' AS content, NULL AS text, ${ABOUT} FROM source s
WHERE s.id = ? AND s.deleted_at IS NULL
AND NOT EXISTS (SELECT 1 FROM version WHERE source_id = s.id AND deleted_at IS NULL)`

/** A source without a version has an entry of its own, until it gets one. */
function indexBareSource(writer: Writer, source: SourceId): void {
  const facts = writer.sql<VersionFacts>(BARE_FACTS).get(source)
  const known = writer.sql("SELECT id FROM search_entry WHERE owner_id = ? AND kind = 'source'").get(source)
  if (!facts && known === undefined) return
  const entry = freshEntry(writer, 'source', 'version_index', source)
  if (facts) writeVersionEntry(writer, entry, facts)
}

function writeVersionEntry(writer: Writer, entry: number, facts: VersionFacts): void {
  const title = indexedText(facts.title)
  const body = indexedBody(facts.content)
  const extra = `${title.extra} ${body.extra}`.trim()
  writer.run(
    'INSERT INTO version_index (rowid, title, body, extra, about) VALUES (?, ?, ?, ?, ?)',
    entry,
    title.body,
    body.body,
    extra,
    both(facts.about),
  )
}

interface AnnotationFacts {
  readonly exact: string
  readonly comment: string
}

const ANNOTATION_FACTS = `
SELECT (SELECT exact FROM anchor WHERE annotation_id = a.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 1) AS exact,
  concat_ws(' ', a.comment,
    (SELECT group_concat(name, ' ') FROM annotation_tag WHERE annotation_id = a.id AND deleted_at IS NULL)) AS comment
FROM annotation a WHERE a.id = ? AND a.deleted_at IS NULL`

function indexAnnotation(writer: Writer, annotation: AnnotationId): void {
  const entry = freshEntry(writer, 'annotation', 'annotation_index', annotation)
  const facts = writer.sql<AnnotationFacts>(ANNOTATION_FACTS).get(annotation)
  if (!facts) return
  writer.run(
    'INSERT INTO annotation_index (rowid, exact, comment) VALUES (?, ?, ?)',
    entry,
    both(facts.exact),
    both(facts.comment),
  )
}

interface BriefFacts {
  readonly title: string
  readonly content: string
  readonly format: number
}

const BRIEF_FACTS = 'SELECT title, content, format FROM brief WHERE id = ? AND deleted_at IS NULL'

function indexBrief(writer: Writer, brief: BriefId, digestBrief: DigestBrief): void {
  const entry = freshEntry(writer, 'brief', 'brief_index', brief)
  writer.run('DELETE FROM brief_quote WHERE brief_id = ?', brief)
  writer.run('DELETE FROM brief_digest WHERE brief_id = ?', brief)
  const facts = writer.sql<BriefFacts>(BRIEF_FACTS).get(brief)
  if (!facts) return
  const digest = digestBrief(facts.content, facts.format)
  writer.run(
    'INSERT INTO brief_digest (brief_id, text, words, quotes, citations) VALUES (?, ?, ?, ?, ?)',
    brief,
    digest.text,
    digest.words,
    digest.quotes.length,
    digest.citations,
  )
  for (const [position, quote] of digest.quotes.entries()) {
    writer.run(
      'INSERT INTO brief_quote (brief_id, position, annotation_id, anchor_id) VALUES (?, ?, ?, ?)',
      brief,
      position,
      quote.annotation,
      quote.anchor,
    )
  }
  writer.run(
    'INSERT INTO brief_index (rowid, title, body) VALUES (?, ?, ?)',
    entry,
    both(facts.title),
    both(digest.text),
  )
}

const both = (text: string | null): string => {
  const { body, extra } = indexedText(text ?? '')
  return extra === '' ? body : `${body} ${extra}`
}

/** The row number of an owner's full-text entry, whose old words are taken out. */
function freshEntry(writer: Writer, kind: string, index: string, owner: string): number {
  const find = writer.sql<{ readonly id: number }>(
    'SELECT id FROM search_entry WHERE owner_id = ? AND kind = ?',
  )
  const known = find.get(owner, kind)
  if (known) {
    writer.run(`DELETE FROM ${index} WHERE rowid = ?`, known.id)
    return known.id
  }
  writer.run('INSERT INTO search_entry (kind, owner_id) VALUES (?, ?)', kind, owner)
  const made = find.get(owner, kind)
  if (!made) throw new Error(`No index entry for ${owner}`)
  return made.id
}
