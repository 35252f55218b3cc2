import { copyFile, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { flushFolder } from '../write-export.ts'

/** Puts a copy of a file, whose hash is known, where a library of its own keeps it. */
export async function keepBlob(store: string, sha256: string, from: string): Promise<void> {
  const folder = join(store, sha256.slice(0, 2))
  await mkdir(folder, { recursive: true })
  const target = join(folder, sha256)
  await copyFile(from, target)
  const file = await open(target, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await flushFolder(folder)
}
