import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import type { ReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { refused } from '../../shared/contract/failures.ts'
import { sha256Of } from '../db/content.ts'
import type { Sha256 } from '../db/ids.ts'
import { guarded } from '../db/reader.ts'
import { keep } from './keep.ts'
import { makeFolders } from '../library/folders.ts'
import { TEMPORARY } from '../library/stale.ts'

/** Originals and images by the SHA-256 of their bytes: `blobs/ab/abcd…`. Never changed once written. */
export interface BlobStore {
  /** Stores bytes and gives their hash; on the disk, complete, before it returns. */
  readonly put: (bytes: Uint8Array) => Sha256
  /** The same, while other work goes on. */
  readonly keep: (bytes: Uint8Array) => Promise<Sha256>
  /** The bytes, re-hashed: Failure REFUSED `damaged-original` where they are missing or not the same. */
  readonly read: (sha256: Sha256) => Uint8Array
  /** The bytes as they lie on the disk, unchecked, in pieces. */
  readonly stream: (sha256: Sha256) => ReadStream
  readonly has: (sha256: Sha256) => boolean
  /** Whether the file is there and has that hash; read in pieces. */
  readonly verify: (sha256: Sha256) => Promise<boolean>
  readonly pathOf: (sha256: Sha256) => string
  /** Takes a file away that nothing speaks of any more, and gives its bytes; 0 where it is gone. */
  readonly free: (sha256: Sha256) => number
  /** Every stored file. */
  readonly list: () => Iterable<Sha256>
}

/** The store in `folder`; `path` is the library's, for sentences. */
export function blobStore(folder: string, path: string): BlobStore {
  const pathOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    put: (bytes) => guarded(path, () => put(folder, pathOf, bytes)),
    keep: (bytes) => keep(folder, pathOf, bytes).catch((error) => guarded(path, () => rethrow(error))),
    read: (sha256) => guarded(path, () => read(pathOf(sha256), sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
    verify: (sha256) => verify(pathOf(sha256), sha256),
    free: (sha256) => guarded(path, () => free(pathOf(sha256))),
    list: () => list(folder),
  }
}

function rethrow(error: unknown): never {
  throw error
}

function put(folder: string, pathOf: (sha256: Sha256) => string, bytes: Uint8Array): Sha256 {
  const sha256 = sha256Of(bytes)
  const file = pathOf(sha256)
  if (isWhole(file, sha256)) return sha256
  makeFolder(dirname(file))
  const partial = join(folder, `${TEMPORARY}${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    writeFlushed(partial, bytes)
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  flushFolder(dirname(file))
  return sha256
}

/** A file that is damaged is no reason not to store its bytes again. */
const isWhole = (file: string, sha256: Sha256): boolean =>
  existsSync(file) && sha256Of(readFileSync(file)) === sha256

/** Makes a folder and forces its name to the disk, so that a file inside it is found after a power cut. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(folder)
  flushFolder(dirname(folder))
}

function writeFlushed(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows has no way to flush a folder and writes its entries through. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function read(file: string, sha256: Sha256): Uint8Array {
  const bytes = existsSync(file) ? readFileSync(file) : null
  if (bytes && sha256Of(bytes) === sha256) return bytes
  throw refused(
    'damaged-original',
    `A stored original ${bytes ? 'is no longer what was imported' : 'is missing'}. Nothing was changed; restore the library from a backup or import the file again.`,
    { sha256 },
  )
}

function free(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  rmSync(file, { force: true })
  return size
}

async function verify(file: string, sha256: Sha256): Promise<boolean> {
  if (!existsSync(file)) return false
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex') === sha256
}

const HASH = /^[0-9a-f]{64}$/

function* list(folder: string): Iterable<Sha256> {
  if (!existsSync(folder)) return
  for (const part of readdirSync(folder, { withFileTypes: true })) {
    if (!part.isDirectory()) continue
    for (const name of readdirSync(join(folder, part.name))) if (HASH.test(name)) yield name as Sha256
  }
}
