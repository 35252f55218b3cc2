import { MOST_IMAGE_BYTES } from '../../shared/contract/briefs.ts'
import { refused } from '../../shared/contract/failures.ts'
import type { StoredBytes } from '../../shared/contract/stored-bytes.ts'
import type { Sha256 } from '../db/ids.ts'
import { pictureIn } from '../import/picture.ts'
import type { Library } from '../library/library.ts'

/** Stores an image of a brief beside the originals. Throws `REFUSED`: `not-an-image`, `image-too-large`. */
export async function keepImage({ blobs }: Library, file: StoredBytes): Promise<{ readonly blob: string }> {
  if (file.size > MOST_IMAGE_BYTES) throw tooLarge(file.size)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (pictureIn(bytes) === null)
    throw refused(
      'not-an-image',
      'This file is no image that briefs can hold. Nothing was added. Use PNG, JPEG, GIF, WebP or AVIF.',
    )
  return { blob: await blobs.keep(bytes) }
}

/** Only what is an image by its content is handed out: other stored bytes are not a brief's to show. */
export function briefImage({ blobs }: Library, blob: string): { readonly file: StoredBytes } {
  const sha256 = blob as Sha256
  const bytes = blobs.has(sha256) ? new Uint8Array(blobs.read(sha256)) : null
  const picture = bytes === null ? null : pictureIn(bytes)
  if (bytes === null || picture === null)
    throw refused(
      'unknown-image',
      'The library holds no such image. The brief keeps its place and description.',
    )
  return { file: new Blob([bytes], { type: picture.mediaType }) }
}

const tooLarge = (bytes: number) =>
  refused(
    'image-too-large',
    `The image is larger than ${MOST_IMAGE_BYTES / 1024 / 1024} megabytes. Nothing was added. Make it smaller and add it again.`,
    { bytes },
  )
