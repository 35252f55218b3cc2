import { crc32 } from 'node:zlib'
import { pictureIn } from './picture.ts'

/** More pixels than a camera has; a reader of so many would run out of memory. */
const MOST_PIXELS = 400_000_000

/**
 * Whether readers show a picture: it is of a kind that `pictureIn` knows, has a size that can be, and its end. One
 * that was cut short is shown by some as a broken one, by others not at all.
 */
export function isWholePicture(given: Uint8Array): boolean {
  const picture = pictureIn(given)
  if (picture === null) return false
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const { mediaType, width, height } = picture
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) return false
  switch (mediaType) {
    case 'image/png':
      return isWholePng(bytes)
    case 'image/jpeg':
      return bytes.lastIndexOf(JPEG_END) > Math.max(2, bytes.indexOf(JPEG_SCAN))
    case 'image/gif':
      return bytes.includes(GIF_END, 13)
    case 'image/webp':
      return bytes.readUInt32LE(4) + 8 <= bytes.length
    default:
      return hasWholeBoxes(bytes)
  }
}

const JPEG_SCAN = Buffer.from([0xff, 0xda])
const JPEG_END = Buffer.from([0xff, 0xd9])
const GIF_END = 0x3b

/** A chunk is its length, a name of four letters, the content and a sum of four bytes over name and content. */
function isWholePng(bytes: Buffer): boolean {
  let hasData = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return false
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    // A name that begins small is of a chunk that readers may pass over.
    const isNeeded = /^[A-Z]/.test(name)
    if (isNeeded && crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false
    hasData ||= name === 'IDAT'
    if (name === 'IEND') return hasData
    at = end + 4
  }
  return false
}

/** A box is its length, a name of four letters and the content; the last one may go on to the end (0), or be large (1). */
function hasWholeBoxes(bytes: Buffer): boolean {
  let at = 0
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return true
    const isLarge = length === 1
    if (isLarge && at + 16 > bytes.length) return false
    const whole = isLarge ? Number(bytes.readBigUInt64BE(at + 8)) : length
    if (whole < 8) return false
    at += whole
  }
  return at === bytes.length
}
