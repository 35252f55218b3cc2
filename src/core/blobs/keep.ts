import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../db/ids.ts'
import { makeFolders } from '../library/folders.ts'
import { TEMPORARY } from '../library/stale.ts'

/** Bytes that are hashed at a stretch, before other work has its turn: a few milliseconds. */
const AT_ONCE = 2 * 1024 * 1024

/** Stores bytes in `folder` like `BlobStore.put`, while other work goes on. */
export async function keep(
  folder: string,
  pathOf: (sha256: Sha256) => string,
  bytes: Uint8Array,
): Promise<Sha256> {
  const sha256 = await hashOf(bytes)
  const file = pathOf(sha256)
  if (await isWhole(file, sha256, bytes.length)) return sha256
  await makeFolder(dirname(file))
  const partial = join(folder, `${TEMPORARY}${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    await writeFlushed(partial, bytes)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await flushFolder(dirname(file))
  return sha256
}

async function hashOf(bytes: Uint8Array): Promise<Sha256> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    if (at > 0) await new Promise(setImmediate)
    hash.update(bytes.subarray(at, at + AT_ONCE))
  }
  return hash.digest('hex') as Sha256
}

/** A file that is damaged is no reason not to store its bytes again. */
async function isWhole(file: string, sha256: Sha256, size: number): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() === true && found.size === size && (await hashOf(await readFile(file))) === sha256
}

/**
 * Makes a folder and forces its name to the disk, so that a file inside it is found after a power cut. The folder of all
 * originals may be gone too: what is imported again then comes back.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isThere(folder)) return
  const all = dirname(folder)
  const wasThere = await isThere(all)
  makeFolders(folder)
  await flushFolder(all)
  if (!wasThere) await flushFolder(dirname(all))
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows has no way to flush a folder and writes its entries through. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
