import { pictureIn } from '../../import/picture.ts'
import { isWholePicture } from '../../import/whole-picture.ts'

/** A picture as an address that holds it; null for one that is gone, damaged or of no format that cannot carry script. */
export function dataAddress(bytes: Uint8Array | null): string | null {
  const picture = bytes === null || !isWholePicture(bytes) ? null : pictureIn(bytes)
  return bytes === null || picture === null
    ? null
    : `data:${picture.mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}
