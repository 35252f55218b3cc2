import Database from 'better-sqlite3'
import { Failure } from '../../shared/contract/failures.ts'

/** Why a library cannot be used; the `reason` of its Failure. */
export type LibraryFault =
  | 'absent'
  | 'not-a-library'
  | 'newer'
  | 'damaged'
  | 'in-use'
  | 'no-permission'
  | 'is-a-file'
  | 'not-upgraded'
  | 'disk-full'
  | 'disk-fault'

const SENTENCES: Readonly<Record<LibraryFault, (path: string) => string>> = {
  absent: (path) => `There is no library at ${path}. Make one with "verbatim init", or name another folder.`,
  'not-a-library': (path) =>
    `${path} holds other files and no library. Nothing was changed; name an empty or a new folder.`,
  newer: (path) =>
    `The library at ${path} was made by a newer Verbatim. Nothing was changed; open it with that version.`,
  damaged: (path) =>
    `The library at ${path} is damaged. Nothing was changed; put a backup of it in its place.`,
  'in-use': (path) =>
    `The library at ${path} is still in use by another writer after 5 seconds. Nothing was changed; try again when it is done.`,
  'no-permission': (path) =>
    `The library at ${path} cannot be opened: its files may not be read or written by this user. Nothing was changed.`,
  'is-a-file': (path) => `${path} is a file and no library folder. Nothing was changed; name a folder.`,
  'not-upgraded': (path) =>
    `The library at ${path} could not be brought up to date. It is as it was, and a copy of it lies in its folder "backups"; please report this.`,
  'disk-full': (path) =>
    `The disk that holds ${path} is full. What was being stored is not kept, everything before it is; free some space and try again.`,
  'disk-fault': (path) =>
    `The disk that holds ${path} could not be read or written. What was stored before is kept; look at the disk and try again.`,
}

export function libraryFailure(fault: LibraryFault, path: string): Failure {
  // A full disk stops what was asked for; the library itself can still be opened.
  const kind = fault === 'disk-full' ? 'REFUSED' : 'LIBRARY'
  return new Failure(kind, fault, SENTENCES[fault](path), { path })
}

const SQLITE_FAULTS: readonly (readonly [RegExp, LibraryFault])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'in-use'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'damaged'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/, 'no-permission'],
  // The index of the write-ahead log cannot grow.
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'disk-full'],
  [/^SQLITE_IOERR/, 'disk-fault'],
]

const SYSTEM_FAULTS: Readonly<Record<string, LibraryFault>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOTDIR: 'is-a-file',
  EEXIST: 'is-a-file',
  ENOENT: 'no-permission',
  ELOOP: 'no-permission',
  ENAMETOOLONG: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-fault',
}

/** The Failure behind an error of SQLite or of the file system; any other error as it is. */
export function asLibraryFailure(error: unknown, path: string): unknown {
  if (error instanceof Database.SqliteError) {
    const { code } = error
    const fault = SQLITE_FAULTS.find(([pattern]) => pattern.test(code))?.[1]
    return fault === undefined ? error : libraryFailure(fault, path)
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const fault = SYSTEM_FAULTS[error.code]
    if (fault !== undefined) return libraryFailure(fault, path)
  }
  if (error instanceof Error && error.cause !== undefined) {
    const cause = asLibraryFailure(error.cause, path)
    return cause instanceof Failure ? cause : error
  }
  return error
}
