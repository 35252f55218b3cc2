import type { SearchHit } from '../../shared/contract/library.ts'
import type { SearchPassage } from '../../shared/search/passages.ts'
import { passagesOf, snippetOf } from '../../shared/search/passages.ts'
import type { Term } from '../../shared/search/query.ts'
import { matchExpression, termsOfQuery } from '../../shared/search/query.ts'
import { storedText } from './content.ts'
import type { Sha256 } from './ids.ts'
import type { Reader } from './reader.ts'

export interface SearchRequest {
  readonly query: string
  readonly in?: 'sources' | 'annotations' | 'briefs'
  readonly limit: number
}

interface Wanted {
  readonly terms: readonly Term[]
  readonly match: string
  readonly limit: number
}

/**
 * Passages of current versions, annotations and briefs that hold every word of
 * the query, best first; a row a passage. `start` and `end` are UTF-16 offsets
 * into the version's text (of an annotation: into its source's; of a brief: into
 * the brief's); both are 0 where only the title matched. A higher `score` is better.
 */
export function searchLibrary(reader: Reader, request: SearchRequest): SearchHit[] {
  const match = matchExpression(request.query)
  if (match === null) return []
  const wanted = { terms: termsOfQuery(request.query), match, limit: request.limit }
  const { in: place } = request
  const hits = [
    ...(place === undefined || place === 'sources' ? searchSources(reader, wanted) : []),
    ...(place === undefined || place === 'annotations' ? searchAnnotations(reader, wanted) : []),
    ...(place === undefined || place === 'briefs' ? searchBriefs(reader, wanted) : []),
  ]
  return hits.toSorted((a, b) => b.score - a.score).slice(0, request.limit)
}

interface Row {
  readonly id: string
  readonly citekey: string | null
  readonly title: string
  /** FTS5's bm25: lower is better. */
  readonly rank: number
}

const SOURCES = `
SELECT s.id, s.citekey, s.title, v.text_sha256 AS sha256, bm25(version_index, 4.0, 1.0, 1.0, 0.0) AS rank
FROM version_index JOIN search_entry e ON e.id = version_index.rowid
LEFT JOIN version v ON v.id = e.owner_id JOIN source s ON s.id = coalesce(v.source_id, e.owner_id)
WHERE version_index MATCH ? AND s.deleted_at IS NULL AND (v.id IS NULL OR v.id = (
  SELECT id FROM version WHERE source_id = s.id AND deleted_at IS NULL ORDER BY imported_at DESC, id DESC LIMIT 1))
ORDER BY rank, s.id LIMIT ?`

function searchSources(reader: Reader, { terms, match, limit }: Wanted): SearchHit[] {
  const rows = reader
    .sql<Row & { readonly sha256: Sha256 | null }>(SOURCES)
    .all(`{title body extra} : (${match})`, limit)
  return rows.flatMap(({ sha256, ...row }) =>
    passageHits('source', row, sha256 === null ? '' : storedText(reader, sha256), terms, limit),
  )
}

const BRIEFS = `
SELECT b.id, NULL AS citekey, b.title, d.text, bm25(brief_index, 4.0, 1.0) AS rank
FROM brief_index JOIN search_entry e ON e.id = brief_index.rowid
JOIN brief b ON b.id = e.owner_id JOIN brief_digest d ON d.brief_id = b.id
WHERE brief_index MATCH ? AND b.deleted_at IS NULL ORDER BY rank, b.id LIMIT ?`

function searchBriefs(reader: Reader, { terms, match, limit }: Wanted): SearchHit[] {
  const rows = reader.sql<Row & { readonly text: string }>(BRIEFS).all(match, limit)
  return rows.flatMap(({ text, ...row }) => passageHits('brief', row, text, terms, limit))
}

function passageHits(
  kind: 'source' | 'brief',
  { rank, ...row }: Row,
  text: string,
  terms: readonly Term[],
  limit: number,
): SearchHit[] {
  const passages = passagesOf(text, terms)
  if (passages.length === 0) return [{ kind, ...row, snippet: row.title, start: 0, end: 0, score: -rank }]
  return passages.slice(0, limit).map((passage) => ({
    kind,
    ...row,
    snippet: snippetOf(text, passage),
    start: passage.start,
    end: passage.end,
    score: (-rank * passage.terms) / terms.length,
  }))
}

const ANNOTATIONS = `
SELECT n.id, s.citekey, s.title, a.exact, n.comment, bm25(annotation_index) AS rank,
  (SELECT min(start_offset) FROM anchor_segment WHERE anchor_id = a.id) AS start,
  (SELECT max(end_offset) FROM anchor_segment WHERE anchor_id = a.id) AS end
FROM annotation_index JOIN search_entry e ON e.id = annotation_index.rowid
JOIN annotation n ON n.id = e.owner_id JOIN source s ON s.id = n.source_id
JOIN anchor a ON a.id = (
  SELECT id FROM anchor WHERE annotation_id = n.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 1)
WHERE annotation_index MATCH ? AND n.deleted_at IS NULL AND s.deleted_at IS NULL ORDER BY rank, n.id LIMIT ?`

interface AnnotationRow extends Row {
  readonly exact: string
  readonly comment: string | null
  readonly start: number | null
  readonly end: number | null
}

function searchAnnotations(reader: Reader, { terms, match, limit }: Wanted): SearchHit[] {
  return reader
    .sql<AnnotationRow>(ANNOTATIONS)
    .all(match, limit)
    .map(({ rank, exact, comment, start, end, ...row }) => ({
      kind: 'annotation',
      ...row,
      snippet: annotationSnippet(exact, comment, terms),
      start: start ?? 0,
      end: end ?? 0,
      score: -rank,
    }))
}

/** The part of the passage that matched, else of the comment, else the passage's beginning. */
function annotationSnippet(exact: string, comment: string | null, terms: readonly Term[]): string {
  const inside = (text: string): SearchPassage | undefined => passagesOf(text, terms)[0]
  const quoted = inside(exact)
  if (quoted) return snippetOf(exact, quoted)
  const said = comment === null ? undefined : inside(comment)
  return comment !== null && said ? snippetOf(comment, said) : snippetOf(exact, { start: 0, end: 0 })
}
