import type { DiffOperation } from '../../shared/contract/check.ts'
import type { VersionOfSource } from '../../shared/contract/sources.ts'
import { differencesOf } from '../../shared/story/differences.ts'
import { listVersions as list } from '../db/versions.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed, sourceText } from './sources.ts'

/** A source's versions, oldest first. Throws `REFUSED` `unknown-source`. */
export function listVersions({ reader }: Library, source: string): VersionOfSource[] {
  return list(reader, sourceNamed(reader, source).id).map(
    ({ number, current, importedAt, importer, encoding, words, originalSha256, textSha256 }) => ({
      number,
      current,
      importedAt,
      importer,
      encoding,
      words,
      sha256: originalSha256,
      textSha256,
    }),
  )
}

/** What differs between two versions. Throws `REFUSED`: `unknown-source`, `unknown-version`, `no-text`, `damaged-text`. */
export function versionDiff(
  library: Library,
  { source, from, to }: { readonly source: string; readonly from: number; readonly to: number },
): { diff: DiffOperation[] } {
  const textOf = (version: number): string => sourceText(library, { source, version })
  return { diff: [...differencesOf(textOf(from), textOf(to))] }
}
