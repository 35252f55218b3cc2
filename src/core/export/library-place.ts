import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refused } from '../../shared/contract/failures.ts'
import { libraryPaths } from '../library/paths.ts'

/**
 * Throws `REFUSED` `in-library` for a path in the folder of any library: what is written there could take the place
 * of what the library keeps. The folder that `path` is in has to be there; links to it are followed.
 */
export async function refuseInLibrary(path: string): Promise<void> {
  const around = foldersAround(await realpath(dirname(path)))
  const libraries = await Promise.all(around.map(isLibrary))
  const library = around.find((_, at) => libraries[at] === true)
  if (library === undefined) return
  throw refused(
    'in-library',
    `${path} lies in the library ${library}. Nothing was written. Choose a place outside of it.`,
    { path, library },
  )
}

/** The folder itself and each that it lies in. */
function foldersAround(folder: string): readonly string[] {
  const outer = dirname(folder)
  return outer === folder ? [folder] : [folder, ...foldersAround(outer)]
}

async function isLibrary(folder: string): Promise<boolean> {
  const { database, blobs } = libraryPaths(folder)
  const [rows, files] = await Promise.all([database, blobs].map((path) => stat(path).catch(() => null)))
  return rows?.isFile() === true && files?.isDirectory() === true
}
