import { lstat, readdir } from 'node:fs/promises'
import { refused } from '../../shared/contract/failures.ts'
import { refuseInLibrary } from './library-place.ts'
import { explainedWrite, nullIfAbsent, refuseShut } from './write-export.ts'

/**
 * Throws `REFUSED` unless a new folder can come to `path`: `exists` where anything but an empty folder is, and
 * `no-folder`, `in-library` and the others of `writeFailure`. `path` is absolute.
 */
export async function refuseTakenFolder(path: string): Promise<void> {
  await explainedWrite(path, async () => {
    await refuseInLibrary(path)
    const there = await lstat(path).catch(nullIfAbsent)
    if (there === null) return refuseShut(path)
    if (!there.isDirectory()) throw taken(path, `There is a file at ${path} already.`)
    if ((await readdir(path)).length > 0)
      throw taken(path, `There is a folder at ${path} already, with files in it.`)
  })
}

const taken = (path: string, what: string) =>
  refused('exists', `${what} It was kept, and nothing was written. Name a new folder.`, { path })
