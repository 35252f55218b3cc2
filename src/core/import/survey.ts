import { stat } from 'node:fs/promises'
import type { PartOfOriginal, Surveyed } from '../../shared/contract/sources.ts'
import type { Services } from '../services.ts'
import { readOriginalFile } from './original-file.ts'
import { filesAt } from './walk.ts'
import { basename } from 'node:path'

/** Files that one answer names at most, so that the first ones are told at once. */
const AT_ONCE = 200
/** Milliseconds after which what was found is told, however few. */
const AT_LEAST_EVERY = 100

/** The files at each of several places with their sizes in bytes, as they are found. What is no file is left out. */
export async function* surveyPaths(
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Surveyed, void, undefined> {
  for (const [place, path] of paths.entries()) {
    let files: Surveyed['files'] = []
    let told = performance.now()
    const folder = await isFolder(path)
    for await (const found of filesAt(path)) {
      if (signal?.aborted === true) return
      if (found.kind === 'file') files.push({ path: found.path, bytes: await sizeOf(found.path) })
      if (files.length < AT_ONCE && performance.now() - told < AT_LEAST_EVERY) continue
      yield { place, folder, files }
      files = []
      told = performance.now()
    }
    yield { place, folder, files }
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

/** What is gone again counts nothing: its import will say so. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/**
 * The articles that a file holds, null where it is no web archive. Nothing is
 * stored. `REFUSED` failures: those of reading the file, and of the parser.
 */
export async function contentsOf(
  { parser }: Pick<Services, 'parser'>,
  path: string,
): Promise<{ parts: PartOfOriginal[] | null }> {
  const bytes = await readOriginalFile(path)
  const reading = await parser.parse({ bytes, name: basename(path), encoding: null })
  return { parts: 'parts' in reading ? [...reading.parts] : null }
}
