import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { LibraryInfo, LibraryRestore } from '../../../shared/contract/library.ts'
import { type Failure, refused } from '../../../shared/contract/failures.ts'
import { carryBrief, digestBrief } from '../../briefs/digest.ts'
import { systemClock, timestamp } from '../../db/clock.ts'
import { countAll } from '../../db/counts.ts'
import { recordCustody } from '../../db/custody.ts'
import { SCHEMA_VERSION } from '../../db/migrations.ts'
import { asLibraryFailure } from '../../db/faults.ts'
import { restoreDatabase, UnfitRows } from '../../db/restore.ts'
import type { Columns } from '../../db/writer.ts'
import { openLibrary } from '../../library/open.ts'
import { libraryPaths } from '../../library/paths.ts'
import { refuseTakenFolder } from '../free-folder.ts'
import { explainedWrite, flushFolder } from '../write-export.ts'
import { FOLDER_FORMAT, MANIFEST, Manifest, isInside, rowsFile } from './folder.ts'
import { hashed } from './folder-writer.ts'
import { keepBlob } from './keep-blob.ts'

export interface RestoreInput {
  /** An exported folder. */
  readonly folder: string
  /** Where the library goes: a folder that is not there yet, or is empty. */
  readonly to: string
  readonly who?: string | undefined
}

/** Files that are read between two signs of life. */
const AT_ONCE = 50

/**
 * Makes a library of an exported folder: every row and every stored file as it was, ids
 * included. Everything is looked through first, and the library appears whole or not at all.
 * Throws `REFUSED`: `no-export`, `newer-export`, `damaged-export`, `exists`, and what writing throws.
 */
export async function* restoreLibrary(
  { folder, to, who }: RestoreInput,
  signal?: AbortSignal,
): AsyncGenerator<LibraryRestore, void, undefined> {
  const from = resolve(folder)
  const target = resolve(to)
  await refuseTakenFolder(target)
  const manifest = await manifestOf(from)
  const paths = Object.keys(manifest.files)
  for (const [index, path] of paths.entries()) {
    if (signal?.aborted === true) return
    if (index % AT_ONCE === 0) yield { kind: 'progress', what: 'checking', done: index, total: paths.length }
    await refuseChanged(from, path, manifest)
  }
  const partial = join(dirname(target), `.verbatim-${randomBytes(6).toString('hex')}.part`)
  try {
    await explainedWrite(target, () => mkdir(partial))
    yield* fill(partial, from, manifest, target, signal)
    if (signal?.aborted === true) return
    const counts = finish(partial, who)
    await explainedWrite(target, async () => {
      await rmdir(target).catch(() => undefined)
      await rename(partial, target)
      await flushFolder(dirname(target))
    })
    yield { kind: 'done', path: target, counts, missing: manifest.missing.length }
  } catch (error) {
    throw asLibraryFailure(error, target)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

async function* fill(
  partial: string,
  from: string,
  { blobs, schemaVersion, files }: Manifest,
  target: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<LibraryRestore, void> {
  const { database, blobs: store, backups } = libraryPaths(partial)
  await explainedWrite(target, async () => {
    await mkdir(backups)
    await mkdir(store)
  })
  yield { kind: 'progress', what: 'data', done: 0, total: 1 }
  const now = timestamp(systemClock)
  const rows = (table: string): AsyncIterable<Columns> => {
    if (files[rowsFile(table)] === undefined) throw damaged(from, MANIFEST)
    return rowsIn(join(from, rowsFile(table)), from)
  }
  try {
    await restoreDatabase({ file: database, path: partial, backups, now, schemaVersion, rows })
  } catch (error) {
    if (error instanceof UnfitRows) throw Object.assign(damaged(from, 'data'), { cause: error })
    throw error
  }
  const all = Object.entries(blobs)
  for (const [index, [sha256, path]] of all.entries()) {
    if (signal?.aborted === true) return
    if (index % AT_ONCE === 0) yield { kind: 'progress', what: 'originals', done: index, total: all.length }
    if (files[path]?.sha256 !== sha256) throw damaged(from, path)
    await explainedWrite(target, () => keepBlob(store, sha256, join(from, path)))
  }
}

/** What follows from the rows is made anew, and the log tells of it. */
function finish(path: string, who: string | undefined): LibraryInfo['counts'] {
  const library = openLibrary({ path, digestBrief, carryBrief, ...(who === undefined ? {} : { who }) })
  try {
    library.rebuild()
    library.writeQuietly((writer) =>
      recordCustody(writer, { kind: 'restore', detail: { from: 'exported folder' } }),
    )
    if (library.faults().length > 0) throw new Error('A library that was restored has faults')
    return countAll(library.reader)
  } finally {
    library.close()
  }
}

async function manifestOf(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null)
    throw refused(
      'no-export',
      `${folder} is no folder that “verbatim export library” wrote. Nothing was restored. Name such a folder.`,
      { path: folder },
    )
  const read = Manifest.safeParse(parsed(text))
  if (!read.success) throw damaged(folder, MANIFEST)
  const { format, schemaVersion, files, blobs } = read.data
  if (format > FOLDER_FORMAT || schemaVersion > SCHEMA_VERSION)
    throw refused(
      'newer-export',
      `${folder} was written by a newer Verbatim. Nothing was restored; use that version.`,
      { path: folder },
    )
  const named = [...Object.keys(files), ...Object.values(blobs)]
  const unsafe = named.find((path) => !isInside(path) || files[path] === undefined)
  if (unsafe !== undefined) throw damaged(folder, MANIFEST)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses it.
    return null
  }
}

/** A link could lead anywhere, and be led elsewhere after this look. */
async function refuseChanged(folder: string, path: string, { files }: Manifest): Promise<void> {
  const file = join(folder, ...path.split('/'))
  const stats = await lstat(file).catch(() => null)
  const wanted = files[path]
  if (stats?.isFile() !== true || stats.size !== wanted?.bytes) throw damaged(folder, path)
  const found = await hashed(file).catch(() => null)
  if (found?.sha256 !== wanted.sha256) throw damaged(folder, path)
}

async function* rowsIn(file: string, folder: string): AsyncGenerator<Columns, void> {
  for await (const line of linesOf(file)) {
    const row = parsed(line)
    if (!isRow(row)) throw damaged(folder, 'data')
    yield row
  }
}

/** Lines end at line feeds alone: texts hold the other ends of lines that there are. */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  let rest = ''
  for await (const piece of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

const isRow = (value: unknown): value is Columns =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => each === null || typeof each === 'string' || typeof each === 'number')

const damaged = (folder: string, path: string): Failure =>
  refused(
    'damaged-export',
    `${path} in ${folder} is not as it was written. Nothing was restored. Use another copy of the folder.`,
    { path },
  )
