import type { Term } from '../../shared/search/query.ts'
import { certainTerms, ftsTerm } from '../../shared/search/query.ts'
import type { SourceId } from './ids.ts'
import type { Reader } from './reader.ts'
import type { VersionRow } from './versions.ts'
import { listVersions } from './versions.ts'

/** A version that may hold the words of a quotation. */
export interface VersionCandidate {
  readonly source: SourceId
  readonly citekey: string
  readonly title: string
  readonly inTrash: boolean
  readonly version: VersionRow
}

/** Of all words only the rarest narrow the search: more would cost time and gain little. */
const TERMS_LOOKED_UP = 12

/** Where a word may stand: not in authors, tags and addresses. */
const COLUMNS = '{title body extra}'

/**
 * The versions whose text and title may hold all of `words` (under the
 * typographic fold or anything finer), current ones first. Never too few: the
 * index is coarser than that fold, and a word that it cannot tell is left out.
 */
export function versionsHoldingAll(reader: Reader, words: readonly string[]): VersionCandidate[] {
  const terms = distinct(words.flatMap(certainTerms))
  const rarest = terms
    .map((term) => ({ term, found: frequency(reader, term) }))
    .toSorted((a, b) => a.found - b.found)
    .slice(0, TERMS_LOOKED_UP)
  if (rarest.some(({ found }) => found === 0)) return []
  if (rarest.length === 0) return candidates(reader, null)
  return candidates(reader, `${COLUMNS} : (${rarest.map(({ term }) => ftsTerm(term)).join(' AND ')})`)
}

/**
 * The versions that may hold at least `least` of `words` (a word that occurs
 * twice counts twice), likeliest first. Who lacks no more than n − least of n
 * words has one of any n − least + 1: those that the fewest versions have are
 * looked up.
 */
export function versionsHoldingSome(
  reader: Reader,
  words: readonly string[],
  least: number,
): VersionCandidate[] {
  const telling = words
    .map((word) => ({ terms: certainTerms(word) }))
    .filter(({ terms }) => terms.length > 0)
    .map(({ terms }) => rarestOf(reader, terms))
    .toSorted((a, b) => a.found - b.found)
  const wanted = least - (words.length - telling.length)
  if (wanted > telling.length) return []
  if (wanted <= 0) return candidates(reader, null)
  const looked = distinct(telling.slice(0, telling.length - wanted + 1).map(({ term }) => term))
  return candidates(reader, `${COLUMNS} : (${looked.map(ftsTerm).join(' OR ')})`)
}

interface Found {
  readonly term: Term
  readonly found: number
}

function rarestOf(reader: Reader, terms: readonly Term[]): Found {
  const all = terms.map((term) => ({ term, found: frequency(reader, term) }))
  return all.reduce((rarest, next) => (next.found < rarest.found ? next : rarest))
}

const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [ftsTerm(term), term])).values(),
]

/** In how many versions a term occurs; of a beginning of words the sum over them. */
function frequency(reader: Reader, { words, prefix }: Term): number {
  const word = words[0] ?? ''
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
  readonly inTrash: number
  readonly id: string
}

const FIELDS = `s.id AS source, s.citekey, s.title, s.deleted_at IS NOT NULL AS inTrash, v.id`
const BY_WORDS = `SELECT ${FIELDS} FROM version_index
  JOIN search_entry e ON e.id = version_index.rowid JOIN version v ON v.id = e.owner_id JOIN source s ON s.id = v.source_id
  WHERE version_index MATCH ? AND v.deleted_at IS NULL ORDER BY bm25(version_index), v.id`
const EVERY = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id
  WHERE v.deleted_at IS NULL ORDER BY v.imported_at DESC, v.id DESC`
const OF_CITEKEY = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id
  WHERE v.deleted_at IS NULL AND s.citekey = ? ORDER BY s.deleted_at IS NOT NULL, s.created_at, s.id, v.imported_at DESC, v.id DESC`

function candidates(reader: Reader, match: string | null): VersionCandidate[] {
  const rows = match === null ? reader.sql<Row>(EVERY).all() : reader.sql<Row>(BY_WORDS).all(match)
  return currentFirst(withVersions(reader, rows))
}

/** All versions of the sources with that citekey, in the trash too; current ones first. */
export function versionsOfCitekey(reader: Reader, citekey: string): VersionCandidate[] {
  return currentFirst(withVersions(reader, reader.sql<Row>(OF_CITEKEY).all(citekey)))
}

/** The version with that id, as a candidate; null when it is taken back or unknown. */
export function versionCandidate(reader: Reader, id: string): VersionCandidate | null {
  const one = `SELECT ${FIELDS} FROM version v JOIN source s ON s.id = v.source_id WHERE v.id = ? AND v.deleted_at IS NULL`
  return withVersions(reader, reader.sql<Row>(one).all(id))[0] ?? null
}

function withVersions(reader: Reader, rows: readonly Row[]): VersionCandidate[] {
  const versions = new Map<SourceId, readonly VersionRow[]>()
  return rows.flatMap(({ id, inTrash, ...row }) => {
    const known = versions.get(row.source) ?? listVersions(reader, row.source)
    versions.set(row.source, known)
    const version = known.find((found) => found.id === id)
    return version ? [{ ...row, inTrash: inTrash === 1, version }] : []
  })
}

const currentFirst = (found: readonly VersionCandidate[]): VersionCandidate[] => [
  ...found.filter(({ version }) => version.current),
  ...found.filter(({ version }) => !version.current),
]
