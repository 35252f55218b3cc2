import { randomBytes } from 'node:crypto'
import { access, constants, link, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Failure } from '../../shared/contract/failures.ts'
import { refused } from '../../shared/contract/failures.ts'
import { refuseInLibrary } from './library-place.ts'

/** Bytes, or pieces of them that are made while they are written. */
type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Writes a file whole or not at all: beside its place, flushed, then moved there,
 * then the folder flushed. Without `force` a file that is there stays. Throws
 * `REFUSED` with reason `exists`, `no-folder`, `is-folder`, `in-library`, `not-a-file`,
 * `not-writable`, `no-space` or `not-written`, and what making the bytes throws; what was
 * there is kept in each case, and nothing else is left behind. `path` is absolute; a link is followed.
 */
export async function writeExport(
  path: string,
  bytes: FileContent,
  { force }: { readonly force: boolean },
): Promise<void> {
  await explainedWrite(path, async () => {
    const target = await placeOf(path, force)
    const temporary = join(dirname(target.path), `.verbatim-${randomBytes(6).toString('hex')}.part`)
    try {
      await writeWhole(temporary, bytes, target.mode)
      await (force ? rename(temporary, target.path) : moveToNew(temporary, target.path))
    } finally {
      await rm(temporary, { force: true })
    }
    await flushFolder(dirname(target.path))
  })
}

/** Runs `body`; a fault of the file system is thrown as what it means for the user's `path`. */
export async function explainedWrite(path: string, body: () => Promise<void>): Promise<void> {
  try {
    await body()
  } catch (error) {
    if (isSystemError(error)) throw writeFailure(path, error.code)
    throw error
  }
}

/** Throws what `writeExport` would about the place, before anything is printed for it. */
export async function refuseEarly(path: string, force: boolean): Promise<void> {
  await explainedWrite(path, async () => {
    await refuseShut((await placeOf(path, force)).path)
  })
}

/** Throws the system's fault where nothing can be put beside `path`. */
export const refuseShut = (path: string): Promise<void> => access(dirname(path), constants.W_OK)

interface Target {
  readonly path: string
  /** Permission bits of the file that is replaced, else the usual ones. */
  readonly mode: number
  /** A file is there, and may go. */
  readonly isThere: boolean
}

/** Where to write, once it is clear that the place is free or holds a file that may go. */
export async function placeOf(path: string, force: boolean): Promise<Target> {
  await refuseInLibrary(path)
  const there = await lstat(path).catch(nullIfAbsent)
  if (there === null) return { path, mode: 0o666, isThere: false }
  if (there.isDirectory()) throw writeFailure(path, 'EISDIR')
  const target = there.isSymbolicLink() ? await realpath(path).catch(nullIfAbsent) : path
  const file = target === null ? null : await lstat(target)
  if (file?.isDirectory() === true) throw writeFailure(path, 'EISDIR')
  if (target === null || file?.isFile() !== true) throw notAFile(path)
  if (target !== path) await refuseInLibrary(target)
  if (!force) throw writeFailure(path, 'EEXIST')
  return { path: target, mode: file.mode & 0o777, isThere: true }
}

/** Makes a new file and flushes it; where that fails, nothing of it stays. */
export async function writeWhole(path: string, bytes: FileContent, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** A link fails where a file has come up in the meantime; a move would replace it. */
export async function moveToNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (!isSystemError(error) || error.code === 'EEXIST') throw error
    // This file system has no links (FAT, some network drives).
    await rename(temporary, path)
  }
}

/** True where the folder was made; the one around it has to be there. */
export async function makeMissingFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path)
    return true
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false
    throw error
  }
}

/** Makes the new name last through a power cut. Windows has no such call. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What a fault of the file system means to the user; `code` is the system's (`ENOSPC`). */
export function writeFailure(path: string, code: string): Failure {
  const say = (reason: string, sentence: string) => refused(reason, sentence, { path, code })
  switch (code) {
    case 'EEXIST':
      return say('exists', `There is a file at ${path} already. It was kept. Use --force to replace it.`)
    case 'ENOTDIR':
      return say('no-folder', `${dirname(path)} is no folder. Nothing was written. Choose another place.`)
    case 'ENOENT':
      return say('no-folder', `There is no folder ${dirname(path)}. Nothing was written. Make it first.`)
    case 'EISDIR':
      return say('is-folder', `${path} is a folder. Nothing was written. Give the name of a file in it.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return say(
        'not-writable',
        `${dirname(path)} cannot be written to. What was there was kept. Choose another folder.`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return say(
        'no-space',
        `There is no space left for ${path}. What was there was kept. Make room and try again.`,
      )
    case 'EFBIG':
      return say(
        'not-written',
        `${path} would be larger than files may be there. What was there was kept. Choose another place.`,
      )
    case 'ELOOP':
      return notAFile(path)
    case 'ENAMETOOLONG':
      return say(
        'not-written',
        `The name ${abridged(path)} is too long. Nothing was written. Choose a shorter one.`,
      )
    default:
      return say(
        'not-written',
        `${path} could not be written (${code}). What was there was kept. Try again, or choose another place.`,
      )
  }
}

const abridged = (path: string): string =>
  path.length <= 200 ? path : `${path.slice(0, 100)}…${path.slice(-60)}`

const notAFile = (path: string): Failure =>
  refused('not-a-file', `${path} is no ordinary file. Nothing was written. Choose another name.`, { path })

interface SystemError extends Error {
  readonly code: string
}

export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'errno' in error

/** For a place that may hold nothing. */
export function nullIfAbsent(error: unknown): null {
  if (isSystemError(error) && error.code === 'ENOENT') return null
  throw error
}
