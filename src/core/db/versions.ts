import { storeDocument, storeText, storedDocument, storedText } from './content.ts'
import { recordCustody } from './custody.ts'
import type { AnchorId, Sha256, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { anchor } from './schema/annotations.ts'
import { blob, version, versionImage } from './schema/versions.ts'
import type { Writer } from './writer.ts'

/** A file that lies in `blobs/` already. */
export interface StoredFile {
  readonly sha256: Sha256
  readonly bytes: number
  readonly mediaType: string | null
}

/** What an importer made of an original. */
export interface NewVersion {
  readonly original: StoredFile
  readonly importer: string
  readonly importerVersion: number
  /** The choices that the result depends on; plain JSON values. */
  readonly options: Readonly<Record<string, unknown>>
  readonly encoding: string | null
  /** Where it came from: a path as the user named it, made absolute; null for standard input. */
  readonly path: string | null
  /** The page's canonical address, where it names one. */
  readonly url: string | null
  /** The document as JSON. */
  readonly document: string
  readonly text: string
  readonly textVersion: number
  readonly words: number
  readonly images: readonly StoredFile[]
}

/** A version as it is stored. `number` counts a source's versions from 1. */
export interface VersionRow {
  readonly id: VersionId
  readonly source: SourceId
  readonly number: number
  readonly current: boolean
  readonly originalSha256: Sha256
  readonly importer: string
  readonly importerVersion: number
  readonly options: string
  readonly encoding: string | null
  readonly path: string | null
  readonly url: string | null
  readonly documentSha256: Sha256
  readonly textSha256: Sha256
  readonly textVersion: number
  readonly words: number
  readonly importedAt: string
}

type Flagged = Omit<VersionRow, 'current'> & { readonly current: number }

/** Versions that are not taken back, with their numbers, among them the newest as the current one. */
export const NUMBERED_VERSIONS = `
SELECT id, source_id, original_sha256, importer, importer_version, options, encoding, path, url,
  document_sha256, text_sha256, text_version, words, imported_at,
  row_number() OVER (PARTITION BY source_id ORDER BY imported_at, id) AS number,
  row_number() OVER (PARTITION BY source_id ORDER BY imported_at DESC, id DESC) = 1 AS current
FROM version WHERE deleted_at IS NULL`

const COLUMNS = `id, source_id AS source, number, current, original_sha256 AS originalSha256, importer,
  importer_version AS importerVersion, options, encoding, path, url, document_sha256 AS documentSha256,
  text_sha256 AS textSha256, text_version AS textVersion, words, imported_at AS importedAt`

const OF_SOURCE = `SELECT ${COLUMNS} FROM (${NUMBERED_VERSIONS} AND source_id = ?) ORDER BY number`

/** The versions of a source, oldest first. */
export function listVersions(reader: Reader, source: SourceId): VersionRow[] {
  return reader
    .sql<Flagged>(OF_SOURCE)
    .all(source)
    .map((row) => ({ ...row, current: row.current === 1 }))
}

/** A source's version by its number, without one the current version. */
export function findVersion(reader: Reader, source: SourceId, number?: number): VersionRow | null {
  const versions = listVersions(reader, source)
  return versions.find((row) => (number === undefined ? row.current : row.number === number)) ?? null
}

export function findVersionById(reader: Reader, id: string): VersionRow | null {
  const row = reader
    .sql<{ readonly source: SourceId }>('SELECT source_id AS source FROM version WHERE id = ?')
    .get(id)
  return row ? (listVersions(reader, row.source).find((found) => found.id === id) ?? null) : null
}

/** The id of a source's current version alone. */
export const currentVersionId = (reader: Reader, source: SourceId): VersionId | null =>
  reader
    .sql<{ readonly id: VersionId }>(
      `SELECT id FROM version WHERE source_id = ? AND deleted_at IS NULL
       ORDER BY imported_at DESC, id DESC LIMIT 1`,
    )
    .get(source)?.id ?? null

/** The hash of a version's text, also of one that was taken back; null where there is no such version. */
export const textOfVersion = (reader: Reader, id: VersionId): Sha256 | null =>
  reader.sql<{ readonly text: Sha256 }>('SELECT text_sha256 AS text FROM version WHERE id = ?').get(id)
    ?.text ?? null

/** When a version's row was made: with the import, even where an older version has a later time of import. */
export function createdAtOf(reader: Reader, id: VersionId): string {
  const row = reader.sql<{ readonly at: string }>('SELECT created_at AS at FROM version WHERE id = ?').get(id)
  if (row === undefined) throw new Error(`There is no version ${id}`)
  return row.at
}

/** All versions of all sources, those of sources in the trash too, in the order of their import. */
export function* eachVersion(reader: Reader): Iterable<VersionRow> {
  const ids = reader
    .sql<{ readonly id: VersionId }>(
      'SELECT id FROM version WHERE deleted_at IS NULL ORDER BY imported_at, id',
    )
    .all()
  for (const { id } of ids) {
    const row = findVersionById(reader, id)
    if (row) yield row
  }
}

export interface Identity {
  readonly originalSha256: Sha256
  readonly importer: string
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * The version of these very bytes, read by the same importer with the same
 * options, if a source that is not in the trash has one.
 */
export function findDuplicate(
  reader: Reader,
  { originalSha256, importer, options }: Identity,
): { readonly source: SourceId; readonly version: VersionId } | null {
  const found = reader
    .sql<{ readonly source: SourceId; readonly version: VersionId }>(
      `SELECT v.source_id AS source, v.id AS version FROM version v JOIN source s ON s.id = v.source_id
       WHERE v.original_sha256 = ? AND v.importer = ? AND v.options = ?
         AND v.deleted_at IS NULL AND s.deleted_at IS NULL ORDER BY v.imported_at, v.id LIMIT 1`,
    )
    .get(originalSha256, importer, canonicalJson(options))
  return found ?? null
}

/** Adds a version to a source that is there, with its custody entry. The original lies in `blobs/` already. */
export function addVersion(writer: Writer, source: SourceId, made: NewVersion): VersionId {
  const first = listVersions(writer, source).length === 0
  const id = storeVersion(writer, source, made)
  noteImport(writer, first ? 'import' : 're-import', source, id, made)
  return id
}

/** Takes a version back, with the places that annotations were found at in it. */
export function removeVersion(writer: Writer, id: VersionId): void {
  const places = writer
    .sql<{ readonly id: AnchorId }>('SELECT id FROM anchor WHERE version_id = ? AND deleted_at IS NULL')
    .all(id)
  for (const place of places) writer.remove(anchor, place.id)
  writer.remove(version, id)
}

/** Writes the version's rows without a custody entry. */
export function storeVersion(writer: Writer, source: SourceId, made: NewVersion): VersionId {
  const id = writer.ids.next('ver')
  storeFile(writer, made.original)
  writer.insert(version, {
    id,
    sourceId: source,
    originalSha256: made.original.sha256,
    importer: made.importer,
    importerVersion: made.importerVersion,
    options: canonicalJson(made.options),
    encoding: made.encoding,
    path: made.path,
    url: made.url,
    documentSha256: storeDocument(writer, made.document),
    textSha256: storeText(writer, made.text),
    textVersion: made.textVersion,
    words: made.words,
    importedAt: timeAfterAll(writer, source),
  })
  for (const image of made.images) {
    storeFile(writer, image)
    writer.insert(versionImage, { id: writer.ids.next('row'), versionId: id, sha256: image.sha256 })
  }
  return id
}

/** Now; but after the source's other versions even where the clock went back, since the last one is the current one. */
function timeAfterAll(writer: Writer, source: SourceId): string {
  const last = listVersions(writer, source).at(-1)?.importedAt
  if (last === undefined || last < writer.now) return writer.now
  return new Date(Date.parse(last) + 1).toISOString()
}

/** Notes in the custody log that the bytes of a version were imported again, read the same way. */
export const noteDuplicate = (writer: Writer, source: SourceId, id: VersionId, made: NewVersion): void =>
  noteImport(writer, 're-import', source, id, made, { duplicate: true })

export function noteImport(
  writer: Writer,
  kind: 'import' | 're-import',
  source: SourceId,
  id: VersionId,
  made: NewVersion,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { importer, importerVersion, options, encoding, path, url, original } = made
  const detail = { importer, importerVersion, options, encoding, path, url, bytes: original.bytes, ...more }
  recordCustody(writer, { kind, source, version: id, sha256: original.sha256, detail })
}

export function storeFile(writer: Writer, { sha256, bytes, mediaType }: StoredFile): void {
  writer.insertOnce(blob, { id: sha256, bytes, mediaType })
}

/** JSON with the keys in order, so that equal options are equal strings. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** A version's text, re-read and its hash checked. Failure REFUSED `damaged-text` where it is not the same. */
export function readText(reader: Reader, of: Pick<VersionRow, 'textSha256'> | Sha256): string {
  return storedText(reader, typeof of === 'string' ? of : of.textSha256)
}

/** A version's document as JSON, its hash checked. Failure REFUSED `damaged-document` where it is not the same. */
export function readDocument(reader: Reader, of: Pick<VersionRow, 'documentSha256'> | Sha256): string {
  return storedDocument(reader, typeof of === 'string' ? of : of.documentSha256)
}

/** The images of a version and what else was saved beside its page, by hash. */
export function listVersionImages(reader: Reader, of: VersionId): readonly StoredFile[] {
  return reader
    .sql<StoredFile>(
      `SELECT DISTINCT b.id AS sha256, b.bytes, b.media_type AS mediaType
       FROM version_image i JOIN blob b ON b.id = i.sha256
       WHERE i.version_id = ? AND i.deleted_at IS NULL ORDER BY b.id`,
    )
    .all(of)
}

/** What is known of a file in `blobs/`. */
export const findFile = (reader: Reader, sha256: Sha256): StoredFile | null =>
  reader
    .sql<StoredFile>('SELECT id AS sha256, bytes, media_type AS mediaType FROM blob WHERE id = ?')
    .get(sha256) ?? null

/** Every file that the library's rows speak of, by hash. */
export function listFiles(reader: Reader): readonly StoredFile[] {
  return reader
    .sql<StoredFile>('SELECT id AS sha256, bytes, media_type AS mediaType FROM blob ORDER BY id')
    .all()
}
