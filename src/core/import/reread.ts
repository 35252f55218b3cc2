import { basename } from 'node:path'
import { refused } from '../../shared/contract/failures.ts'
import type { Kept } from '../../shared/contract/sources.ts'
import { sha256Of } from '../db/content.ts'
import type { VersionRow } from '../db/versions.ts'
import type { Services } from '../services.ts'
import { sourceNamed, versionNamed } from '../sources/sources.ts'
import type { Library } from '../library/library.ts'
import { besideVersion } from './beside.ts'
import { readOriginalFile } from './original-file.ts'
import { companionsOf, type Companion } from './page-folder.ts'
import { onlyOne } from './only-one.ts'
import { keepExtraction } from './store-extraction.ts'

/**
 * Reads a source's stored original in another encoding, as a new version of
 * the source; in the one that its current version has, nothing is added.
 * Failures: `USAGE` `unknown-encoding`; `REFUSED` `unknown-source`,
 * `no-encoding` for formats that are no text, and those of the parser.
 */
export async function rereadSource(
  { library, parser }: Services,
  asked: { readonly source: string; readonly encoding: string },
): Promise<Kept> {
  // The tables of all encodings are large, and a core that starts has no use for them.
  const { knownEncoding } = await import('./decode.ts')
  const encoding = knownEncoding(asked.encoding)
  const source = sourceNamed(library.reader, asked.source)
  const version = versionNamed(library, { source: source.id })
  if (version.encoding === null) throw noEncoding()
  const bytes = library.blobs.read(version.originalSha256)
  const name = nameThen(version)
  const part = partOf(version)
  const companions = await companionsThen(library, version)
  const asPart = part === null ? {} : { part }
  const extraction = onlyOne(await parser.parse({ bytes, name, encoding, companions, ...asPart }))
  return keepExtraction(library, {
    bytes,
    stored: null,
    extraction,
    part,
    path: version.path,
    companions,
    label: `Read “${source.title}” as ${encoding}`,
    tags: [],
    asVersionOf: source.id,
    encodingGiven: true,
    currentOnly: true,
  })
}

/** The key of the article in an original that holds several. */
export function partOf({ options }: VersionRow): string | null {
  const { part } = JSON.parse(options) as Readonly<Record<string, unknown>>
  return typeof part === 'string' ? part : null
}

/** The name of what was imported. */
export const nameThen = ({ path, importer }: VersionRow): string =>
  path === null ? (NAMES.get(importer) ?? '') : basename(path)

/** For what never was a file: a name by which it is taken for what it was taken for at first. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['text', 'original.txt'],
  ['markdown', 'original.md'],
  ['html', 'original.html'],
])

/** What was saved beside the page: as it was stored, else while the file that was imported is still where it was. */
export async function companionsThen(library: Library, version: VersionRow): Promise<Companion[]> {
  const stored = besideVersion(library, version)
  if (stored !== null) return stored
  const { path, originalSha256 } = version
  if (path === null) return []
  const found = await companionsOf(path)
  if (found.length === 0) return []
  const same = await readOriginalFile(path).then(
    (bytes) => sha256Of(bytes) === originalSha256,
    () => false,
  )
  return same ? found : []
}

const noEncoding = (): Error =>
  refused(
    'no-encoding',
    'The original of this source is no text in an encoding, so it cannot be read in another one. Nothing was changed.',
  )
