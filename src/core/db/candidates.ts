import { findCitedRow } from './sources.ts'
import type { Term } from '../../shared/search/query.ts'
import { certainTerms, ftsTerm } from '../../shared/search/query.ts'
import type { Sha256, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import type { VersionRow } from './versions.ts'

/** A version that may hold the words of a quotation. */
export interface VersionCandidate {
  readonly source: SourceId
  readonly citekey: string
  readonly title: string
  readonly publication: string | null
  readonly story: string | null
  readonly inTrash: boolean
  readonly version: Pick<VersionRow, 'id' | 'number' | 'current' | 'textSha256' | 'documentSha256'>
}

/** Of all words only the rarest narrow the search: more would cost time and gain little. */
const TERMS_LOOKED_UP = 12
/** Words that more texts have than this cost much and narrow little; beside this many rarer ones they are left out. */
const OFTEN = 1000
const FEW_TERMS = 4

/** Where a word may stand: not in authors, tags and addresses. */
const COLUMNS = '{title body extra}'

/**
 * The versions whose text and title may hold all of `words` (under the
 * typographic fold or anything finer), current ones first. Never too few: the
 * index is coarser than that fold, and a word that it cannot tell is left out.
 * `frequencies` keeps what was looked up, for as long as the library is the same.
 */
export function versionsHoldingAll(
  reader: Reader,
  words: readonly string[],
  frequencies: Map<string, number> = new Map(),
): VersionCandidate[] {
  const terms = distinct(words.flatMap(certainTerms))
  const sorted = terms
    .map((term) => ({ term, found: frequency(reader, term, frequencies) }))
    .toSorted((a, b) => a.found - b.found)
    .slice(0, TERMS_LOOKED_UP)
  const enough = sorted.filter(({ found }) => found <= OFTEN)
  const rarest = enough.length < FEW_TERMS ? sorted : enough
  if (rarest.some(({ found }) => found === 0)) return []
  if (rarest.length === 0) return candidates(reader, null)
  return candidates(reader, `${COLUMNS} : (${rarest.map(({ term }) => ftsTerm(term)).join(' AND ')})`)
}

const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [ftsTerm(term), term])).values(),
]

/** In how many versions a term occurs; of a beginning of words the sum over them. */
function frequency(reader: Reader, { words, prefix }: Term, known: Map<string, number>): number {
  const word = words[0] ?? ''
  const key = prefix ? `${word}*` : word
  const found = known.get(key) ?? countVersions(reader, word, prefix)
  known.set(key, found)
  return found
}

function countVersions(reader: Reader, word: string, prefix: boolean): number {
  const row = prefix
    ? reader
        .sql<{ readonly found: number | null }>(
          'SELECT sum(doc) AS found FROM version_term WHERE term >= ? AND term < ?',
        )
        .get(word, `${word}\u{10ffff}`)
    : reader.sql<{ readonly found: number }>('SELECT doc AS found FROM version_term WHERE term = ?').get(word)
  return row?.found ?? 0
}

interface Row {
  readonly source: SourceId
  readonly citekey: string
  readonly title: string
  readonly publication: string | null
  readonly story: string | null
  readonly inTrash: number
  readonly id: VersionId
  readonly number: number
  readonly current: number
  readonly textSha256: Sha256
  readonly documentSha256: Sha256
}

const OTHERS =
  'FROM version w WHERE w.source_id = v.source_id AND w.deleted_at IS NULL AND (w.imported_at, w.id)'
const FIELDS = `s.id AS source, s.citekey, s.title, s.publication,
  (SELECT story_id FROM story_member WHERE source_id = s.id) AS story, s.deleted_at IS NOT NULL AS inTrash, v.id,
  v.text_sha256 AS textSha256, v.document_sha256 AS documentSha256,
  (SELECT count(*) ${OTHERS} <= (v.imported_at, v.id)) AS number,
  NOT EXISTS (SELECT 1 ${OTHERS} > (v.imported_at, v.id)) AS current`
const BY_WORDS = `SELECT ${FIELDS} FROM version_index
  JOIN search_entry e ON e.id = version_index.rowid JOIN version v ON v.id = e.owner_id JOIN source s ON s.id = v.source_id
  WHERE version_index MATCH ? AND v.deleted_at IS NULL ORDER BY bm25(version_index), v.id`
const EVERY = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id
  WHERE v.deleted_at IS NULL ORDER BY v.imported_at DESC, v.id DESC`
const OF_CITEKEY = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id
  WHERE v.deleted_at IS NULL AND s.citekey = ? ORDER BY s.deleted_at IS NOT NULL, s.created_at, s.id, v.imported_at DESC, v.id DESC`
const THESE = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id
  WHERE v.id IN (SELECT value FROM json_each(?)) AND v.deleted_at IS NULL`

const candidates = (reader: Reader, match: string | null): VersionCandidate[] =>
  currentFirst(match === null ? reader.sql<Row>(EVERY).all() : reader.sql<Row>(BY_WORDS).all(match))

/** All versions of the sources with that citekey, else of the one that had it before; in the trash too, current ones first. */
export const versionsOfCitekey = (reader: Reader, citekey: string): VersionCandidate[] =>
  currentFirst(reader.sql<Row>(OF_CITEKEY).all(findCitedRow(reader, citekey)?.citekey ?? citekey))

/** The versions with these ids, as candidates, by id; those that are taken back or unknown are left out. */
export const versionCandidates = (
  reader: Reader,
  ids: readonly string[],
): ReadonlyMap<VersionId, VersionCandidate> =>
  new Map(
    currentFirst(reader.sql<Row>(THESE).all(JSON.stringify(ids))).map((found) => [found.version.id, found]),
  )

/** The version with that id, as a candidate; null when it is taken back or unknown. */
export const versionCandidate = (reader: Reader, id: VersionId): VersionCandidate | null =>
  versionCandidates(reader, [id]).get(id) ?? null

function currentFirst(rows: readonly Row[]): VersionCandidate[] {
  const all = rows.map(({ source, citekey, title, publication, story, inTrash, current, ...version }) => ({
    source,
    citekey,
    title,
    publication,
    story,
    inTrash: inTrash === 1,
    version: { ...version, current: current === 1 },
  }))
  return [...all.filter(({ version }) => version.current), ...all.filter(({ version }) => !version.current)]
}
