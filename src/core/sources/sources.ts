import { type Failure, refused } from '../../shared/contract/failures.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { Reader } from '../db/reader.ts'
import { getSourceRow, listSources as list, type SourceRow } from '../db/sources.ts'
import { findVersion, readDocument, readText, type VersionRow } from '../db/versions.ts'
import type { Library } from '../library/library.ts'

/** SOURCE is an id or a citekey; versions count from 1, without `version` the current one. */
export interface SourceVersion {
  readonly source: string
  readonly version?: number | undefined
}

export function listSources(
  { reader }: Library,
  { query, limit }: { readonly query?: string | undefined; readonly limit?: number | undefined },
): Source[] {
  return list(reader, {
    ...(query === undefined ? {} : { query }),
    ...(limit === undefined ? {} : { limit }),
  })
}

/** A source, or as one of its versions has it: format, encoding, length, hash and date are the version's. */
export function showSource(library: Library, asked: SourceVersion): Source {
  if (asked.version === undefined) return sourceNamed(library.reader, asked.source)
  const { row, version } = locate(library, asked)
  return {
    ...row,
    format: version.importer,
    encoding: version.encoding,
    words: version.words,
    sha256: version.originalSha256,
    importedAt: version.importedAt,
  }
}

/** The text that every offset counts in, its hash checked. */
export const sourceText = (library: Library, asked: SourceVersion): string =>
  readText(library.reader, locate(library, asked).version)

export const sourceDocument = (library: Library, asked: SourceVersion): unknown =>
  JSON.parse(readDocument(library.reader, locate(library, asked).version))

export const sourceOriginal = (library: Library, asked: SourceVersion): Uint8Array =>
  library.blobs.read(locate(library, asked).version.originalSha256)

/** Whether the original's bytes are those that were stored. Read in pieces: it may be large. */
export async function sourceIntegrity(
  library: Library,
  asked: SourceVersion,
): Promise<{ original: 'whole' | 'changed' | 'missing' }> {
  const { originalSha256 } = locate(library, asked).version
  if (!library.blobs.has(originalSha256)) return { original: 'missing' }
  return { original: (await library.blobs.verify(originalSha256)) ? 'whole' : 'changed' }
}

/** The stored version that is asked for. Throws `REFUSED` with reason `unknown-source` or `unknown-version`. */
export const versionNamed = (library: Library, asked: SourceVersion): VersionRow =>
  locate(library, asked).version

/** Throws `REFUSED` with reason `unknown-source`. */
export function sourceNamed(reader: Reader, named: string): SourceRow {
  const row = getSourceRow(reader, named)
  if (row) return row
  throw refused(
    'unknown-source',
    `There is no source “${named}” in this library. “verbatim sources” lists those there are.`,
    { source: named },
  )
}

/** Of a source that is known from a bibliography only. */
export const noText = (citekey: string): Failure =>
  refused(
    'no-text',
    `This source has no text yet. To give it one, import its article with --as-version-of ${citekey}.`,
    { source: citekey },
  )

function locate(
  library: Library,
  { source, version: number }: SourceVersion,
): { row: SourceRow; version: VersionRow } {
  const row = sourceNamed(library.reader, source)
  const version = findVersion(library.reader, row.id, number)
  if (version) return { row, version }
  const { citekey, versions } = row
  if (versions === 0) throw noText(citekey)
  throw refused(
    'unknown-version',
    `${citekey} has no version ${number}; its versions are numbered from 1 to ${versions}.`,
    { source: citekey, versions },
  )
}
