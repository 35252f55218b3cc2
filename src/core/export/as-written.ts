import { lstat } from 'node:fs/promises'
import { refused } from '../../shared/contract/failures.ts'
import { hashed } from './library/folder-writer.ts'
import { explainedWrite, nullIfAbsent } from './write-export.ts'

/**
 * For an export that is repeated at its own place: throws `REFUSED` `changed-since` where something is at `path` that
 * is not the file with this SHA-256. A place where nothing is any more is free.
 */
export async function refuseChanged(path: string, sha256: string | undefined): Promise<void> {
  if (sha256 === undefined) return
  await explainedWrite(path, async () => {
    const there = await lstat(path).catch(nullIfAbsent)
    if (there === null) return
    if (there.isFile() && (await hashed(path)).sha256 === sha256) return
    throw refused(
      'changed-since',
      `${path} was changed after it was exported. It was kept, and nothing was written. Choose where the export goes now.`,
      { path },
    )
  })
}
