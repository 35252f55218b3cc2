import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { flushFolder } from '../write-export.ts'
import type { Manifest } from './folder.ts'

/** Writes the files of a folder, each flushed, and keeps the hash of each. Paths have `/` and begin at the folder. */
export class FolderWriter {
  readonly root: string
  readonly #files: Record<string, { readonly bytes: number; readonly sha256: string }> = {}

  constructor(root: string) {
    this.root = root
  }

  get files(): Manifest['files'] {
    return this.#files
  }

  bytes(): number {
    return Object.values(this.#files).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  text(path: string, text: string): Promise<void> {
    return this.pieces(path, [text])
  }

  /** The pieces one after the other, without holding them all. */
  async pieces(path: string, pieces: Iterable<string>): Promise<void> {
    const file = await this.#open(path)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for (const piece of together(pieces)) {
        const part = Buffer.from(piece)
        await file.writeFile(part)
        hash.update(part)
        bytes += part.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    this.#files[path] = { bytes, sha256: hash.digest('hex') }
  }

  /** A copy of a stored file; false, and nothing written, where it is gone or no longer has its hash. */
  async stored(path: string, from: string, sha256: string): Promise<boolean> {
    const target = join(this.root, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true })
    try {
      await copyFile(from, target)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
      throw error
    }
    await this.adopt(path)
    if (this.#files[path]?.sha256 === sha256) return true
    await rm(target)
    delete this.#files[path]
    return false
  }

  /** Takes up every file below a path that something else wrote. */
  async adoptAll(path: string): Promise<void> {
    const folder = join(this.root, ...path.split('/'))
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    for (const file of files.toSorted()) await this.adopt(relative(this.root, file).split(sep).join('/'))
  }

  async adopt(path: string): Promise<void> {
    const target = join(this.root, ...path.split('/'))
    const file = await open(target, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    this.#files[path] = await hashed(target)
  }

  /** Makes the names in every folder last. */
  async flush(): Promise<void> {
    const folders = new Set(Object.keys(this.#files).map((path) => dirname(path)))
    for (const folder of folders) await flushFolder(join(this.root, ...folder.split('/')))
    await flushFolder(this.root)
  }

  async #open(path: string) {
    const target = join(this.root, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true })
    return open(target, 'wx')
  }
}

/** Bytes and SHA-256 of a file, read in pieces. */
export async function hashed(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

const PIECE = 256 * 1024

/** Small pieces joined: a call of the system for each would take longest. */
function* together(pieces: Iterable<string>): Generator<string> {
  let kept = ''
  for (const piece of pieces) {
    kept += piece
    if (kept.length < PIECE) continue
    yield kept
    kept = ''
  }
  if (kept !== '') yield kept
}
