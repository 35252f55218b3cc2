import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { fromBufferPromise } from 'yauzl'
import { Failure, refused } from '../../../shared/contract/failures.ts'

/** An opened zip. Names are keys and nothing else: none is ever used as a path. */
export interface Archive {
  /** Of files, in the order of the central directory. */
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** The bytes of a file, or null where there is none of that name. `REFUSED` failure `damaged` when they are not what the directory says. */
  readonly read: (name: string) => Promise<Uint8Array | null>
}

/** What an archive may hold before it is refused as one made to fill the memory. */
export interface ArchiveLimits {
  readonly entries: number
  /** Unpacked bytes of one file. */
  readonly entryBytes: number
  /** Unpacked bytes of all files together, as the directory tells them. */
  readonly totalBytes: number
  /** Unpacked bytes for each packed one, of files above `RATIO_FROM`. */
  readonly ratio: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 50_000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 768 * 1024 * 1024,
  ratio: 200,
}

/** Small files of one repeated character are no attack. */
const RATIO_FROM = 4 * 1024 * 1024

/**
 * Opens an untrusted zip by its central directory; nothing is unpacked before
 * every entry was looked at. `REFUSED` failures: `damaged`, `encrypted`,
 * `zip-bomb`, `unsafe-archive`.
 */
export async function openZip(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  const { zip, entries } = await directoryOf(bytes, limits)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      return entry === undefined ? null : await unpacked(zip, entry)
    },
  }
}

interface Directory {
  readonly zip: ZipFile
  readonly entries: ReadonlyMap<string, Entry>
}

async function directoryOf(bytes: Uint8Array, limits: ArchiveLimits): Promise<Directory> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    if (zip.entryCount > limits.entries) throw bomb()
    const entries = new Map<string, Entry>()
    let total = 0
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      refuseHostile(entry, total, limits)
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry)
    }
    return { zip, entries }
  } catch (error) {
    throw zipFailure(error)
  }
}

function refuseHostile(entry: Entry, total: number, limits: ArchiveLimits): void {
  if (entry.isEncrypted()) throw encrypted()
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (size > limits.entryBytes || total > limits.totalBytes) throw bomb()
  if (size > RATIO_FROM && size > packed * limits.ratio) throw bomb()
}

/** Ends at the size that the directory gives: what unpacks to more is an error of the stream. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const pieces: Buffer[] = []
    for await (const piece of stream) pieces.push(piece as Buffer)
    const bytes = Buffer.concat(pieces)
    if (crc32(bytes) !== entry.crc32) throw damaged()
    return bytes
  } catch (error) {
    throw zipFailure(error)
  }
}

function zipFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error
  if (/^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(error.message))
    return refused(
      'unsafe-archive',
      'The archive names files outside itself, which no program that makes such files does. Nothing was imported.',
    )
  if (/password|encrypt/i.test(error.message)) return encrypted()
  return damaged()
}

export const damaged = (): Failure =>
  refused(
    'damaged',
    'The file is damaged or incomplete and cannot be unpacked. Nothing was imported. Get it again from where it came from.',
  )

export const encrypted = (): Failure =>
  refused(
    'encrypted',
    'The file is locked by a password. Nothing was imported. Save it without a password, and import that.',
  )

const bomb = (): Failure =>
  refused(
    'zip-bomb',
    'Unpacked, the file would be far larger than any document and fill the memory. Nothing was imported.',
  )

const EDGE = 1024 * 1024

/** True for a zip that has these words in the names near its start or in its directory; nothing is unpacked. */
export function zipMentions(bytes: Uint8Array, ...words: readonly string[]): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (whole.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return false
  const edges = [whole.subarray(0, EDGE), whole.subarray(-EDGE)]
  return words.every((word) => edges.some((edge) => edge.includes(word, 0, 'latin1')))
}
