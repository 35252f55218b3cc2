import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { blobStore, type BlobStore } from '../blobs/store.ts'
import { act, redo, undo, writeQuietly } from '../db/actions.ts'
import { doRunAgain, takeBackRun } from '../db/runs.ts'
import { watchChanges } from '../db/changes.ts'
import type { Clock } from '../db/clock.ts'
import { systemClock, timestamp } from '../db/clock.ts'
import type { Connection } from '../db/database.ts'
import { brokenIn, connectForReading, faultsIn, schemaVersionOf } from '../db/database.ts'
import { libraryFailure } from '../db/faults.ts'
import { erase, freeFiles } from '../db/erasure.ts'
import type { Ids } from '../db/ids.ts'
import { uuidv7Ids } from '../db/ids.ts'
import { createDatabase, libraryIdOf, openWriting, stateOf, upgradeDatabase } from '../db/lifecycle.ts'
import { guarded, readerOver } from '../db/reader.ts'
import type { Session } from '../db/transaction.ts'
import type { CarryBrief } from '../db/writer.ts'
import type { DigestBrief } from '../db/upkeep.ts'
import { rebuildDerived } from '../db/upkeep.ts'
import { makeFolders } from './folders.ts'
import type { Library } from './library.ts'
import type { LibraryPaths } from './paths.ts'
import { libraryPaths } from './paths.ts'
import { isStale } from './stale.ts'

export interface OpenOptions {
  /** The library's folder. */
  readonly path: string
  /** Make the library where there is none. An existing one is opened as it is. */
  readonly create?: boolean
  readonly digestBrief: DigestBrief
  /** Without it undo leaves a brief that was edited since as it is. */
  readonly carryBrief?: CarryBrief
  readonly clock?: Clock
  readonly ids?: Ids
  /** Who works with it, for the custody log; the system's user unless given. */
  readonly who?: string
  /** Names this computer; its host name unless given. */
  readonly device?: string
}

/**
 * Opens a library. Needs no write lock, unless it makes the library or brings an
 * older one up to date. Throws Failure LIBRARY with reason `absent`, `newer`,
 * `damaged`, `in-use`, `no-permission`, `is-a-file` or `not-a-library`.
 */
export function openLibrary(options: OpenOptions): Library {
  const paths = libraryPaths(resolve(options.path))
  return guarded(paths.folder, () => {
    const clock = options.clock ?? systemClock
    const settled = {
      paths,
      clock,
      ids: options.ids ?? uuidv7Ids(clock, randomBytes),
      who: options.who ?? userName(),
      device: options.device ?? hostname(),
      digestBrief: options.digestBrief,
      carryBrief: options.carryBrief ?? (() => null),
    }
    const created = prepare(settled, options.create ?? false)
    const connection = connectForReading(paths.database)
    try {
      return libraryOver(settled, connection, created)
    } catch (error) {
      connection.close()
      throw error
    }
  })
}

/** The system's user; a number where the system knows no name for it. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? ''}`.trim()
  }
}

interface Settled {
  readonly paths: LibraryPaths
  readonly clock: Clock
  readonly ids: Ids
  readonly who: string
  readonly device: string
  readonly digestBrief: DigestBrief
  readonly carryBrief: CarryBrief
}

/** Makes sure that a library of the newest schema is there; true when it was made. */
function prepare(settled: Settled, create: boolean): boolean {
  const { paths } = settled
  const place = lookAt(paths)
  if (place === 'vacant' && !create) throw libraryFailure('absent', paths.folder)
  const now = timestamp(settled.clock)
  const state = place === 'vacant' ? 'empty' : stateOf(paths.database, paths.folder)
  switch (state) {
    case 'current':
      return false
    case 'older':
      upgradeDatabase({ file: paths.database, path: paths.folder, backups: paths.backups, now })
      return false
    case 'empty':
      if (hasFiles(paths.blobs)) throw libraryFailure('damaged', paths.folder)
      if (!create) throw libraryFailure('absent', paths.folder)
      for (const folder of [paths.blobs, paths.backups]) makeFolders(folder)
      createDatabase({
        file: paths.database,
        path: paths.folder,
        backups: paths.backups,
        now,
        ids: settled.ids,
        device: settled.device,
        name: basename(paths.folder, '.verbatim'),
      })
      return true
  }
}

/** Whether the folder has a database; throws where something else is in the place. */
function lookAt(paths: LibraryPaths): 'taken' | 'vacant' {
  const stats = statSync(paths.folder, { throwIfNoEntry: false })
  if (!stats) return 'vacant'
  if (!stats.isDirectory()) throw libraryFailure('is-a-file', paths.folder)
  if (existsSync(paths.database)) {
    if (!statSync(paths.database).isFile()) throw libraryFailure('damaged', paths.folder)
    return 'taken'
  }
  if (hasFiles(paths.blobs)) throw libraryFailure('damaged', paths.folder)
  const foreign = readdirSync(paths.folder).some((name) => name !== 'blobs' && name !== 'backups')
  if (foreign) throw libraryFailure('not-a-library', paths.folder)
  return 'vacant'
}

/** Originals without a database that knows them mean a lost database, not a new library. */
const hasFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

function libraryOver(settled: Settled, connection: Connection, created: boolean): Library {
  const { paths } = settled
  const path = paths.folder
  const reader = readerOver(connection, path)
  const stored = blobStore(paths.blobs, path)
  const watch = watchChanges(connection, reader)
  const writing = lazily(() => {
    sweep(paths)
    return openWriting(paths.database, path)
  })
  const session = (): Session => {
    const writer = writing.get()
    return { ...settled, path, connection: writer.connection, reader: writer.reader, committed: watch.look }
  }
  return {
    path,
    id: libraryIdOf(reader, path),
    created,
    reader,
    clock: settled.clock,
    blobs: {
      ...stored,
      put: (bytes) => (writing.get(), stored.put(bytes)),
      keep: async (bytes) => (writing.get(), stored.keep(bytes)),
    },
    schemaVersion: () => schemaVersionOf(connection),
    bytes: () => guarded(path, () => sizeOf(path)),
    write: (label, body, run, durability) => act(session(), label, body, run, durability),
    newRun: () => settled.ids.next('run'),
    takeBack: (run) => takeBackRun(session(), run),
    doAgain: (run) => doRunAgain(session(), run),
    writeQuietly: (body, durability) => writeQuietly(session(), body, durability),
    erase: (find) => eraseIn(session(), stored, find),
    undo: () => undo(session()),
    redo: () => redo(session()),
    faults: () => guarded(path, () => faultsIn(connection)),
    broken: () => guarded(path, () => brokenIn(connection)),
    rebuild: () => writeQuietly(session(), (writer) => rebuildDerived(writer, settled.digestBrief)),
    changes: (signal) => watch.subscribe(signal),
    close: () => {
      watch.close()
      writing.ifMade((writer) => writer.connection.close())
      connection.close()
    },
  }
}

/** The rows go first: a file without rows is harmless, rows without their file are damage. */
function eraseIn(session: Session, blobs: BlobStore, find: Parameters<Library['erase']>[0]) {
  const { doomed, files } = erase(session, find, blobs.put(new Uint8Array()))
  return { doomed, bytes: freeFiles(session, files, blobs.free) }
}

interface Lazy<T> {
  readonly get: () => T
  readonly ifMade: (use: (value: T) => void) => void
}

function lazily<T>(make: () => T): Lazy<T> {
  let made: { readonly value: T } | null = null
  return {
    get: () => (made ??= { value: make() }).value,
    ifMade: (use) => {
      if (made) use(made.value)
    },
  }
}

/** Clears away what broken-off writes left behind. */
function sweep(paths: LibraryPaths): void {
  for (const folder of [paths.blobs, paths.backups]) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      if (isStale(file)) rmSync(file, { force: true })
    }
  }
}

/** Of a folder and all in it; what vanishes meanwhile counts nothing. */
function sizeOf(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    bytes += entry.isDirectory() ? sizeOf(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  }
  return bytes
}
