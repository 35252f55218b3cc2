import { randomBytes } from 'node:crypto'
import { copyFile, link, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refused } from '../../shared/contract/failures.ts'
import { foldedName } from '../../shared/file-name.ts'
import {
  explainedWrite,
  flushFolder,
  isSystemError,
  makeMissingFolder,
  moveToNew,
  nullIfAbsent,
  placeOf,
  writeWhole,
} from './write-export.ts'

/** A file of an export that has several. */
export interface TogetherFile {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array
  /** With `force`: whether what is there may go. Unless given, it may. */
  readonly mayReplace?: ((there: Uint8Array) => boolean) | undefined
  /** Named by its content, and so shared by exports: one that is there with the same bytes is this file already. */
  readonly isShared?: boolean | undefined
}

interface Written {
  readonly file: TogetherFile
  readonly temporary: string
  /** The file's own path, links followed, where one is there. */
  readonly target: string
  readonly isThere: boolean
}

/**
 * Writes several files whole or not at all, the last one last: all beside their places and
 * flushed, then moved there; a fault puts back what was there and takes away what was new.
 * Folders that are missing are made. `check` is asked before each file and throws to stop it.
 * Throws what `writeExport` throws, and `REFUSED` `not-ours` for a file that may not be
 * replaced, `same-name` where two of the files would be one.
 */
export async function writeTogether(
  files: readonly TogetherFile[],
  { force, check = () => undefined }: { readonly force: boolean; readonly check?: () => void },
): Promise<void> {
  refuseSameNames(files)
  const made: string[] = []
  const written: Written[] = []
  const done: (() => Promise<void>)[] = []
  const settled: (() => Promise<void>)[] = []
  try {
    for (const file of files) {
      check()
      const folder = dirname(file.path)
      await explainedWrite(folder, async () => {
        if (await makeMissingFolder(folder)) made.push(folder)
      })
      await explainedWrite(file.path, async () => {
        if (!(await isThereAlready(file))) written.push(await prepare(file, force))
      })
    }
    check()
    for (const each of written) await explainedWrite(each.file.path, () => publish(each, done, settled))
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await flushFolder(folder)
  } catch (error) {
    for (const undo of done.toReversed()) await undo()
    for (const { temporary } of written) await rm(temporary, { force: true })
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined)
    throw error
  }
  for (const tidy of settled) await tidy()
}

const isThereAlready = async ({ path, bytes, isShared }: TogetherFile): Promise<boolean> =>
  isShared === true && (await readFile(path).catch(nullIfAbsent))?.equals(bytes) === true

/** Also where a file system knows no capitals. */
function refuseSameNames(files: readonly TogetherFile[]): void {
  const names = files.map(({ path }) => foldedName(path))
  const second = files.find((_, at) => names.indexOf(names[at] ?? '') < at)
  if (second === undefined) return
  throw refused(
    'same-name',
    `Two files of this export would be called ${second.path}. Nothing was written. Choose another name for the export.`,
    { path: second.path },
  )
}

async function prepare(file: TogetherFile, force: boolean): Promise<Written> {
  const { path, mode, isThere } = await placeOf(file.path, force)
  if (isThere && file.mayReplace !== undefined && !file.mayReplace(await readFile(path)))
    throw notOurs(file.path)
  const temporary = besides(path)
  await writeWhole(temporary, file.bytes, mode)
  return { file, temporary, target: path, isThere }
}

async function publish(
  { temporary, target, isThere }: Written,
  done: (() => Promise<void>)[],
  settled: (() => Promise<void>)[],
): Promise<void> {
  if (!isThere) {
    await moveToNew(temporary, target)
    await rm(temporary, { force: true })
    done.push(() => rm(target, { force: true }))
    return
  }
  const kept = besides(target)
  await keepBeside(target, kept)
  done.push(async () => {
    await rename(kept, target)
    // A move of a name onto another one of the same file does nothing.
    await rm(kept, { force: true })
  })
  await rename(temporary, target)
  settled.push(() => rm(kept, { force: true }))
}

/** A second name for the file, so that the first one never stands for nothing; a copy where there are no links. */
async function keepBeside(target: string, kept: string): Promise<void> {
  try {
    await link(target, kept)
  } catch (error) {
    if (!isSystemError(error) || error.code === 'EEXIST') throw error
    await copyFile(target, kept)
  }
}

const besides = (path: string): string =>
  join(dirname(path), `.verbatim-${randomBytes(6).toString('hex')}.part`)

const notOurs = (path: string) =>
  refused(
    'not-ours',
    `${path} was written or changed by someone since. It was kept, and nothing was written. Move it away, or choose another name for the export.`,
    { path },
  )
