import { basename } from 'node:path'
import { findAnnotation } from '../db/annotations.ts'
import { versionsOfCitekey } from '../db/candidates.ts'
import { listCustody, type CustodyEntry } from '../db/custody.ts'
import type { Sha256, SourceId } from '../db/ids.ts'
import { findCitedRow, findKeptSource } from '../db/sources.ts'
import { findFile, listVersions, readText } from '../db/versions.ts'
import type { CustodyProof } from '../export/evidence-package/proof.ts'
import type { Provenance, StoredVersion } from '../export/evidence-package/provenance.ts'
import type { Library } from '../library/library.ts'

/** Where the words of a brief are from, as its evidence package tells it. */
export function provenanceFrom(library: Library): Provenance {
  const { reader, blobs } = library
  const source = remembered((key: string) => {
    const row = findCitedRow(reader, key)
    return row && findKeptSource(reader, row.id)
  })
  return {
    source,
    sourcesNamed: remembered((citekey: string) => {
      const ids = versionsOfCitekey(reader, citekey).map((version) => version.source)
      const known = source(citekey)
      return [...new Set<string>([...ids, ...(known === null ? [] : [known.id])])].flatMap(
        (id) => source(id) ?? [],
      )
    }),
    versions: remembered((id: string) => storedVersions(library, id as SourceId)),
    text: ({ textSha256 }) => readText(reader, textSha256 as Sha256),
    original: ({ sha256 }) => blobs.read(sha256 as Sha256),
    custody: (id) => custodyOf(library, id as SourceId),
    annotation: (id) => {
      const found = findAnnotation(reader, id)
      return found && { source: found.source, attribution: found.attribution }
    },
  }
}

/** Quotations ask for the same sources again and again. */
function remembered<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  return (key) => {
    const found = known.get(key) ?? { answer: ask(key) }
    known.set(key, found)
    return found.answer
  }
}

function storedVersions({ reader }: Library, source: SourceId): readonly StoredVersion[] {
  return listVersions(reader, source).map((row) => ({
    number: row.number,
    current: row.current,
    importedAt: row.importedAt,
    importer: row.importer,
    encoding: row.encoding,
    url: row.url,
    fileName: row.path === null ? null : basename(row.path),
    sha256: row.originalSha256,
    textSha256: row.textSha256,
    originalBytes: findFile(reader, row.originalSha256)?.bytes ?? 0,
  }))
}

function custodyOf({ reader }: Library, source: SourceId): readonly CustodyProof[] {
  const numbers = new Map(listVersions(reader, source).map(({ id, number }) => [id, number]))
  return listCustody(reader, { source }).map(({ at, kind, who, version, sha256, detail }: CustodyEntry) => ({
    at,
    kind,
    who,
    version: version === null ? null : (numbers.get(version) ?? null),
    sha256,
    detail: withoutFolders(detail),
  }))
}

/** A package goes to strangers: where files lay on its author's computer is not theirs to know. */
function withoutFolders(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null || !('path' in detail)) return detail
  const { path } = detail
  return { ...detail, path: typeof path === 'string' ? basename(path.replaceAll('\\', '/')) : path }
}
