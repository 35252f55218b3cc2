import { closeSync, openSync, readSync } from 'node:fs'
import { refused } from '../../shared/contract/failures.ts'
import type { SourceImage } from '../../shared/contract/sources.ts'
import type { StoredBytes } from '../../shared/contract/stored-bytes.ts'
import { listVersionImages } from '../db/versions.ts'
import type { StoredFile } from '../db/versions.ts'
import { PICTURE_HEAD, pictureIn, type Picture } from '../import/picture.ts'
import type { Library } from '../library/library.ts'
import { versionNamed, type SourceVersion } from './sources.ts'

/**
 * The images of a version with their sizes, so that room can be kept for each
 * before it is there. Sizes come from the first bytes, unchecked: only bytes
 * that are handed out are hashed again.
 */
export const sourceImages = (library: Library, asked: SourceVersion): SourceImage[] =>
  imagesOf(library, asked).map(({ sha256, bytes, mediaType }) => {
    const { width, height } = headOf(library.blobs.pathOf(sha256)) ?? { width: 0, height: 0 }
    return { sha256, bytes, mediaType: mediaType ?? '', width, height }
  })

/** The file of an image that belongs to a version. Throws `REFUSED` with reason `unknown-image` for every other blob. */
export function sourceImage(
  library: Library,
  asked: SourceVersion & { readonly sha256: string },
): { readonly file: StoredBytes } {
  const image = imagesOf(library, asked).find(({ sha256 }) => sha256 === asked.sha256)
  if (image === undefined)
    throw refused('unknown-image', 'This version of the source holds no such image. Nothing was changed.')
  const bytes = new Uint8Array(library.blobs.read(image.sha256))
  return { file: new Blob([bytes], { type: image.mediaType ?? '' }) }
}

const imagesOf = (library: Library, asked: SourceVersion): readonly StoredFile[] =>
  listVersionImages(library.reader, versionNamed(library, asked).id).filter(
    ({ mediaType }) => mediaType?.startsWith('image/') === true,
  )

/** A file that is missing has no size here; its bytes, when they are asked for, say what is wrong. */
function headOf(path: string): Picture | null {
  const head = Buffer.alloc(PICTURE_HEAD)
  try {
    const file = openSync(path, 'r')
    try {
      return pictureIn(head.subarray(0, readSync(file, head)))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
