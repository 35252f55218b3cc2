import type { StoredBytes } from '../../shared/contract/stored-bytes.ts'
import { companionsThen, nameThen, partOf } from '../import/reread.ts'
import type { Library } from '../library/library.ts'
import type { Services } from '../services.ts'
import { versionNamed, type SourceVersion } from './sources.ts'

/** The bytes that were imported, their hash checked. */
export function originalFile(library: Library, asked: SourceVersion): { readonly file: StoredBytes } {
  const { originalSha256 } = versionNamed(library, asked)
  return { file: new Blob([new Uint8Array(library.blobs.read(originalSha256))]) }
}

/**
 * A saved page as it was, in one file that needs nothing beside it. It is made of the stored bytes each time, with
 * what was saved in a folder beside the page.
 */
export async function lookOfSource(
  { library, parser }: Services,
  asked: SourceVersion,
): Promise<{ readonly file: StoredBytes }> {
  const version = versionNamed(library, asked)
  const part = partOf(version)
  const look = await parser.look({
    bytes: library.blobs.read(version.originalSha256),
    name: nameThen(version),
    encoding: version.encoding,
    companions: await companionsThen(library, version),
    ...(version.importer === 'html' ? { as: 'html' } : {}),
    ...(part === null ? {} : { part }),
  })
  return { file: new Blob([look], { type: 'text/html; charset=utf-8' }) }
}
