import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refused } from '../../../shared/contract/failures.ts'
import { refuseInLibrary } from '../library-place.ts'
import {
  explainedWrite,
  flushFolder,
  isSystemError,
  nullIfAbsent,
  refuseShut,
  writeWhole,
} from '../write-export.ts'
import { SUMS } from './manifest.ts'
import type { PackageFile } from './proof.ts'

/**
 * Writes a folder whole or not at all: beside its place, every file flushed, then
 * moved there. With `force` a package that is there gives way, and is kept until
 * the new one is in its place; a folder that holds anything else never does.
 * Throws `REFUSED`: `exists`, `not-a-package`, `in-library` and those of `writeFailure`; what
 * was there was kept in each case, and nothing else is left behind. `path` is
 * absolute.
 */
export async function writeFolder(
  path: string,
  files: readonly PackageFile[],
  { force, check = () => undefined }: { readonly force: boolean; readonly check?: () => void },
): Promise<void> {
  const mark = randomBytes(6).toString('hex')
  const made = join(dirname(path), `.verbatim-${mark}.part`)
  await explainedWrite(path, async () => {
    await refuseEarlyFolder(path, force)
    try {
      await writeAll(made, files, check)
      await moveTo(path, made, join(dirname(path), `.verbatim-${mark}.old`), force)
    } finally {
      await rm(made, { recursive: true, force: true })
    }
    await flushFolder(dirname(path))
  })
}

/** Throws what `writeFolder` would about the place, before anything is made for it. */
export async function refuseEarlyFolder(path: string, force: boolean): Promise<void> {
  await explainedWrite(path, async () => {
    await refuseInLibrary(path)
    const there = await lstat(path).catch(nullIfAbsent)
    if (there === null) return refuseShut(path)
    if (!there.isDirectory()) throw notAFolder(path)
    if (!force) throw exists(path)
    if (await isPackage(path).catch(nullIfAbsent)) return refuseShut(path)
    // Another export may have put its package in place of the one that was looked at.
    const now = await lstat(path).catch(nullIfAbsent)
    if (now?.ino === there.ino) throw notAPackage(path)
    await refuseEarlyFolder(path, force)
  })
}

async function writeAll(folder: string, files: readonly PackageFile[], check: () => void): Promise<void> {
  // Where it cannot be made, a recursive call tells of another fault.
  await mkdir(folder)
  const folders = new Set([folder, ...files.map((file) => dirname(join(folder, file.path)))])
  for (const each of folders) await mkdir(each, { recursive: true })
  for (const file of files) {
    check()
    await writeWhole(join(folder, file.path), file.bytes, 0o666)
  }
  for (const each of folders) await flushFolder(each)
}

async function moveTo(path: string, made: string, old: string, force: boolean): Promise<void> {
  const there = await lstat(path).catch(nullIfAbsent)
  if (there === null) {
    if (await movedInto(path, made)) return
    return moveTo(path, made, old, force)
  }
  if (!force) throw exists(path)
  if (!(await movedAway(path, old))) return moveTo(path, made, old, force)
  const isDone = await movedInto(path, made).catch(async (error: unknown) => {
    await rename(old, path)
    throw error
  })
  await rm(old, { recursive: true, force: true })
  // Another export’s package came into the place meanwhile.
  if (!isDone) await moveTo(path, made, old, force)
}

/** False where another folder is in the place. */
async function movedInto(path: string, made: string): Promise<boolean> {
  try {
    await rename(made, path)
    return true
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) return false
    throw error
  }
}

/** False where another export moved it away just before. */
async function movedAway(path: string, old: string): Promise<boolean> {
  try {
    await rename(path, old)
    return true
  } catch (error) {
    return nullIfAbsent(error) !== null
  }
}

/** Whether every file of a folder is one of the package that its list of hashes names; an empty folder is too. */
async function isPackage(path: string): Promise<boolean> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => !entry.isDirectory())
  if (files.length === 0) return found.length === 0
  const sums = await readFile(join(path, SUMS), 'utf8').catch(() => '')
  const own = new Set([
    SUMS,
    'signature.json',
    'evidence.js',
    ...sums.split('\n').map((line) => line.slice(66)),
  ])
  const names = new Set([...own].map((name) => join(path, name)))
  return (
    own.has('evidence.json') &&
    files.every((entry) => entry.isFile() && names.has(join(entry.parentPath, entry.name)))
  )
}

const exists = (path: string) =>
  refused('exists', `There is a folder at ${path} already. It was kept. Use --force to replace it.`, { path })

const notAFolder = (path: string) =>
  refused(
    'exists',
    `There is a file at ${path} already. It was kept. Choose another name for the folder, or one that ends in “.zip”.`,
    { path },
  )

const notAPackage = (path: string) =>
  refused(
    'not-a-package',
    `${path} holds files that are not of an evidence package. Nothing was changed. Choose another name.`,
    { path },
  )
