import { createHash } from 'node:crypto'
import type { ExtractedImage, Resources } from '../../extraction.ts'

const DATA = /^data:(image\/[a-z.+-]+)?(?:;[^,;]*)*?(;base64)?,/i
const LARGEST = 20 * 1024 * 1024
const MOST = 1000

/** Picture formats that cannot carry script, by their first bytes. */
const FORMATS: readonly (readonly [mediaType: string, test: (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a'],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff'],
  ['image/gif', (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1'))],
  ['image/webp', (bytes) => /^RIFF....WEBP/s.test(bytes.subarray(0, 12).toString('latin1'))],
  ['image/avif', (bytes) => /^....ftypavi[fs]/s.test(bytes.subarray(0, 12).toString('latin1'))],
]

/** Collects the images that stand inside a page as data or were saved with it; others are never fetched. */
export class ImageCollector {
  readonly #resources: Resources
  readonly #images = new Map<string, ExtractedImage>()

  constructor(resources: Resources = () => null) {
    this.#resources = resources
  }

  /** The SHA-256 of the image at an address, or null when it is no picture of a harmless kind. */
  add(address: string): string | null {
    const bytes = dataIn(address) ?? this.#resources(address)
    if (bytes === null || bytes.length > LARGEST || this.#images.size >= MOST) return null
    return this.addBytes(bytes)
  }

  /** The same for a picture's bytes. */
  addBytes(given: Uint8Array): string | null {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
    const mediaType = FORMATS.find(([, test]) => test(bytes))?.[0]
    if (mediaType === undefined) return null
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.#images.set(sha256, { sha256, mediaType, bytes: new Uint8Array(bytes) })
    return sha256
  }

  all(): ExtractedImage[] {
    return [...this.#images.values()]
  }
}

/** The bytes of a `data:` address. */
function dataIn(address: string): Uint8Array | null {
  const match = DATA.exec(address.slice(0, 200))
  if (match?.[2] === undefined || address.length > LARGEST * 1.4) return null
  return Buffer.from(address.slice(match[0].length), 'base64')
}
