import { z } from 'zod'
import type { BlobStore } from '../blobs/store.ts'
import type { Sha256 } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { listVersionImages, type VersionRow } from '../db/versions.ts'
import { pictureIn } from './picture.ts'
import type { Companion } from './page-folder.ts'

/** Bytes to be stored with a version, by their hash. */
export interface ToStore {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** The list of what was saved beside a page: where each file lay, and the hash of its bytes. */
const LIST = 'application/vnd.verbatim.beside+json'

const Listed = z.array(z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))

const LOOKS: Readonly<Record<string, string>> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

export const typeOfCompanion = ({ path, bytes }: Companion): string =>
  pictureIn(bytes)?.mediaType ??
  LOOKS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ??
  'application/octet-stream'

/** The list as it is stored beside the files themselves. */
export function listOf(companions: readonly (Companion & { readonly sha256: Sha256 })[]): ToStore {
  const listed = companions.map(({ path, sha256 }) => ({ path, sha256 }))
  return { bytes: Buffer.from(JSON.stringify(listed)), mediaType: LIST }
}

/** What was saved beside a page and stored with it; null for a version from before it was, and for any other. */
export function besideVersion(
  { reader, blobs }: { readonly reader: Reader; readonly blobs: BlobStore },
  { id }: VersionRow,
): Companion[] | null {
  const files = listVersionImages(reader, id)
  const list = files.find(({ mediaType }) => mediaType === LIST)
  if (list === undefined) return null
  const known = new Set<string>(files.map(({ sha256 }) => sha256))
  const listed = Listed.parse(JSON.parse(Buffer.from(blobs.read(list.sha256)).toString('utf8')))
  return listed
    .filter(({ sha256 }) => known.has(sha256))
    .map(({ path, sha256 }) => ({ path, bytes: blobs.read(sha256 as Sha256) }))
}
