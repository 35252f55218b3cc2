import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { Failure, refused } from '../../shared/contract/failures.ts'

/** Originals above this many bytes are refused: no article is so long, and it would fill the memory. */
export const LARGEST_ORIGINAL = 200 * 1024 * 1024

/**
 * The bytes of a file, whole and of one moment. `REFUSED` failures: `absent`,
 * `unreadable`, `not-a-file`, `too-large`, `changed-while-read`.
 */
export async function readOriginalFile(path: string): Promise<Uint8Array> {
  for (const attempt of [1, 2]) {
    const bytes = await readOnce(path)
    if (bytes !== null) return bytes
    if (attempt === 1) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw refused(
    'changed-while-read',
    'The file was changed while it was being read. Nothing was imported. Import it again when it is finished.',
  )
}

/** Null when the file changed meanwhile. Opened without waiting, so that a pipe cannot hold up the run. */
async function readOnce(path: string): Promise<Uint8Array | null> {
  let file: FileHandle | undefined
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const before = await file.stat({ bigint: true })
    if (!before.isFile()) throw notAFile()
    if (before.size > LARGEST_ORIGINAL) throw tooLarge()
    const bytes = await file.readFile()
    const after = await file.stat({ bigint: true })
    const same =
      after.mtimeNs === before.mtimeNs && after.size === before.size && BigInt(bytes.length) === after.size
    return same ? bytes : null
  } catch (error) {
    throw fileFailure(error)
  } finally {
    await file?.close()
  }
}

export const tooLarge = (): Failure =>
  refused(
    'too-large',
    'The file is larger than 200 MB, the most that Verbatim reads as one article. Nothing was imported.',
  )

export const notAFile = (): Failure =>
  refused(
    'not-a-file',
    'This is a pipe, a device or a socket and no file. Nothing was imported. To read from a pipe, name “-”.',
  )

/** A name in another encoding than UTF-8 cannot be handed back to the system. */
const strangeName = (): Failure =>
  refused(
    'strange-name',
    'The name of this file or folder is not in Unicode, so it cannot be opened. Nothing was imported. Rename it.',
  )

/** A system's error as a plain sentence; what is no such error is handed on. */
export function fileFailure(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOENT' && 'path' in error && String(error.path).includes('\ufffd'))
    return strangeName()
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('absent', 'There is no such file. Nothing was imported.')
    case 'EACCES':
    case 'EPERM':
      return refused('unreadable', 'You have no permission to read this file. Nothing was imported.')
    case 'ELOOP':
      return refused('link-loop', 'This link leads back to itself. Nothing was imported.')
    case 'ENXIO':
    case 'ENODEV':
      return notAFile()
    case 'EISDIR':
      return refused('not-a-file', 'This is a folder and no file. Nothing was imported.')
    case 'ENAMETOOLONG':
      return refused('absent', 'There is no such file: its name is too long. Nothing was imported.')
    default:
      return refused(
        'unreadable',
        `The file could not be read (${String(error.code)}). Nothing was imported.`,
      )
  }
}
