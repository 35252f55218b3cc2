import { extname } from 'node:path'
import type { Sha256 } from '../../db/ids.ts'
import { mediaTypesOf } from '../../db/blobs.ts'
import type { SourceRow } from '../../db/sources.ts'
import { listVersions } from '../../db/versions.ts'
import type { Library } from '../../library/library.ts'

/**
 * Where each stored file goes in an exported folder, by its hash: an original under its
 * source's name, all others by their hash. Every file of the store has a place.
 */
export function storedNames(
  { reader, blobs }: Pick<Library, 'reader' | 'blobs'>,
  sources: readonly SourceRow[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const types = mediaTypesOf(reader)
  const stored = new Map<string, string>()
  for (const source of sources) {
    for (const { originalSha256, path, number, current } of listVersions(reader, source.id)) {
      if (stored.has(originalSha256)) continue
      const version = current ? '' : ` (version ${String(number)})`
      const ending = endingOf(path) || ENDINGS[types.get(originalSha256) ?? ''] || '.bin'
      stored.set(originalSha256, `originals/${names.get(source.id) ?? source.id}${version}${ending}`)
    }
  }
  for (const sha256 of [...new Set<Sha256>([...types.keys(), ...blobs.list()])].toSorted())
    if (!stored.has(sha256))
      stored.set(sha256, `images/${sha256}${ENDINGS[types.get(sha256) ?? ''] ?? '.bin'}`)
  return stored
}

const endingOf = (path: string | null): string =>
  /^\.[a-z\d]{1,8}$/iu.exec(extname(path ?? ''))?.[0].toLowerCase() ?? ''

const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
}
