import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Brief } from '../../shared/contract/briefs.ts'
import type { BriefId, RevisionId, SourceId } from './ids.ts'
import { query } from './reader.ts'
import type { Reader } from './reader.ts'
import { brief, briefRevision } from './schema/briefs.ts'
import { briefDigest } from './schema/derived.ts'
import type { Writer } from './writer.ts'

/** What is stored of a brief. `content` is its serialised state as JSON, in the form that `format` numbers. */
export interface StoredBrief {
  readonly title: string
  /** BCP 47; decides the quotation marks. */
  readonly language: string | null
  readonly citationStyle: string | null
  readonly format: number
  readonly content: string
}

export interface BriefRow extends StoredBrief {
  readonly id: BriefId
  readonly createdAt: string
  readonly updatedAt: string
}

export interface RevisionRow extends StoredBrief {
  readonly id: RevisionId
  readonly brief: BriefId
  readonly createdAt: string
}

const stored = {
  title: brief.title,
  language: brief.language,
  citationStyle: brief.citationStyle,
  format: brief.format,
  content: brief.content,
}

const byId = query((orm) =>
  orm
    .select({ id: brief.id, ...stored, createdAt: brief.createdAt, updatedAt: brief.updatedAt })
    .from(brief)
    .where(and(eq(brief.id, sql.placeholder('id')), isNull(brief.deletedAt)))
    .prepare(),
)

const summary = {
  id: sql<string>`${brief.id}`,
  title: brief.title,
  words: briefDigest.words,
  quotes: briefDigest.quotes,
  citations: briefDigest.citations,
  updatedAt: brief.updatedAt,
}

const summaries = query((orm) =>
  orm
    .select(summary)
    .from(brief)
    .innerJoin(briefDigest, eq(briefDigest.briefId, brief.id))
    .where(isNull(brief.deletedAt))
    .orderBy(desc(brief.updatedAt), desc(brief.id))
    .prepare(),
)

const summaryById = query((orm) =>
  orm
    .select(summary)
    .from(brief)
    .innerJoin(briefDigest, eq(briefDigest.briefId, brief.id))
    .where(and(eq(brief.id, sql.placeholder('id')), isNull(brief.deletedAt)))
    .prepare(),
)

const kept = {
  id: briefRevision.id,
  brief: briefRevision.briefId,
  title: briefRevision.title,
  language: briefRevision.language,
  citationStyle: briefRevision.citationStyle,
  format: briefRevision.format,
  content: briefRevision.content,
  createdAt: briefRevision.createdAt,
}

const revisions = query((orm) =>
  orm
    .select(kept)
    .from(briefRevision)
    .where(
      and(
        eq(briefRevision.briefId, sql.placeholder('brief')),
        lt(briefRevision.id, sql.placeholder('before')),
        isNull(briefRevision.deletedAt),
      ),
    )
    .orderBy(desc(briefRevision.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

const revisionById = query((orm) =>
  orm
    .select(kept)
    .from(briefRevision)
    .where(and(eq(briefRevision.id, sql.placeholder('id')), isNull(briefRevision.deletedAt)))
    .prepare(),
)

/** Briefs, the one worked on last first. */
export const listBriefs = (reader: Reader): Brief[] => summaries(reader).all()

export const findBrief = (reader: Reader, id: string): Brief | null => summaryById(reader).get({ id }) ?? null

/** A brief with its content. */
export const readBrief = (reader: Reader, id: string): BriefRow | null => byId(reader).get({ id }) ?? null

/** Sorts after every id. */
const AFTER_ALL = '~'

/** A brief's revisions, newest first, those before the one with the id `before`. */
export const listRevisions = (
  reader: Reader,
  of: string,
  { before = null, limit = -1 }: { readonly before?: string | null; readonly limit?: number } = {},
): RevisionRow[] => revisions(reader).all({ brief: of, before: before ?? AFTER_ALL, limit })

export const findRevision = (reader: Reader, id: string): RevisionRow | null =>
  revisionById(reader).get({ id }) ?? null

export function createBrief(writer: Writer, made: StoredBrief): BriefId {
  const id = writer.ids.next('br')
  writer.insert(brief, { id, ...made })
  return id
}

/** Saves what differs in the working copy; its quotes and its text are indexed anew. */
export function saveBrief(writer: Writer, id: BriefId, changes: Partial<StoredBrief>): void {
  writer.update(brief, id, changes)
}

/** Keeps the working copy as it stands, once. Null when there is no such brief. */
export function addRevision(writer: Writer, id: BriefId): RevisionId | null {
  const now = readBrief(writer, id)
  if (!now) return null
  const [last] = listRevisions(writer, id, { limit: 1 })
  if (last?.content === now.content && last.title === now.title) return last.id
  const { title, language, citationStyle, format, content } = now
  const revision = writer.ids.next('rev')
  writer.insert(briefRevision, { id: revision, briefId: id, title, language, citationStyle, format, content })
  return revision
}

/** The briefs that their author made templates, by title. */
export const listTemplates = (reader: Reader): { brief: string; title: string }[] => [
  ...reader
    .sql<{ readonly brief: string; readonly title: string }>(
      `SELECT id AS brief, title FROM brief WHERE deleted_at IS NULL
       AND json_extract(CASE WHEN json_valid(content) THEN content ELSE '{}' END, '$.extra.template') = 1
       ORDER BY title, id`,
    )
    .all(),
]

/** The briefs that quote any of these annotations. */
export function briefsQuoting(reader: Reader, annotations: readonly string[]): Brief[] {
  const found = reader
    .sql<{ readonly id: string }>(
      'SELECT DISTINCT brief_id AS id FROM brief_quote WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY 1',
    )
    .all(JSON.stringify(annotations))
  return found.map(({ id }) => findBrief(reader, id)).filter((row) => row !== null)
}

/** How often each brief quotes annotations of a source, those that are gone among them. */
export function quotesOfSource(
  reader: Reader,
  source: SourceId,
): readonly { readonly brief: BriefId; readonly quotes: number }[] {
  return reader
    .sql<{ readonly brief: BriefId; readonly quotes: number }>(
      `SELECT q.brief_id AS brief, count(*) AS quotes FROM brief_quote q JOIN annotation n ON n.id = q.annotation_id
       WHERE n.source_id = ? GROUP BY q.brief_id ORDER BY q.brief_id`,
    )
    .all(source)
}

/** A brief as far as its uses of sources go. */
export interface StoredContent {
  readonly id: BriefId
  readonly title: string
  readonly content: string
}

/** The briefs whose stored content names one of a source's annotations or its citekey anywhere, the first made first. */
export function briefsThatMayUse(
  reader: Reader,
  { source, citekey }: { readonly source: SourceId; readonly citekey: string },
): readonly StoredContent[] {
  return reader
    .sql<StoredContent>(
      `SELECT id, title, content FROM brief WHERE deleted_at IS NULL AND (instr(content, ?) > 0
         OR id IN (SELECT q.brief_id FROM brief_quote q JOIN annotation n ON n.id = q.annotation_id WHERE n.source_id = ?))
       ORDER BY id`,
    )
    .all(JSON.stringify(citekey), source)
}

/** Every brief, in the trash too, the first made first. */
export const everyBrief = (reader: Reader): readonly StoredContent[] =>
  reader.sql<StoredContent>('SELECT id, title, content FROM brief ORDER BY id').all()

/** The ids of a source's annotations, also of those that are gone or whose rows are damaged. */
export const annotationIdsOf = (reader: Reader, source: SourceId): ReadonlySet<string> =>
  new Set(
    reader
      .sql<{ readonly id: string }>('SELECT id FROM annotation WHERE source_id = ?')
      .all(source)
      .map(({ id }) => id),
  )

/** The citekeys that citations in briefs name, whether or not there are such sources. */
export function citekeysCited(reader: Reader): ReadonlySet<string> {
  const found = reader
    .sql<{ readonly citekey: string }>(
      `SELECT DISTINCT value AS citekey FROM brief b, json_tree(CASE WHEN json_valid(b.content) THEN b.content ELSE '[]' END)
       WHERE b.deleted_at IS NULL AND key = 'citekey' AND type = 'text'`,
    )
    .all()
  return new Set(found.map(({ citekey }) => citekey))
}
