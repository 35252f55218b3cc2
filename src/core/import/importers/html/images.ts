import { createHash } from 'node:crypto'
import type { ExtractedImage, Resources } from '../../extraction.ts'
import { pictureIn, type Picture } from '../../picture.ts'

const LARGEST = 20 * 1024 * 1024
const MOST = 1000

interface Found {
  readonly bytes: Uint8Array
  readonly picture: Picture
}

/** Collects the images that stand inside a page as data or were saved with it; others are never fetched. */
export class ImageCollector {
  readonly #resources: Resources
  readonly #base: string | null
  readonly #images = new Map<string, ExtractedImage>()

  /** `base` is what the page's relative addresses are relative to, where it is known. */
  constructor(resources: Resources = () => null, base: string | null = null) {
    this.#resources = resources
    this.#base = base
  }

  /** The SHA-256 of the best saved image among the addresses, or null when none is a picture of a harmless kind. */
  add(...addresses: readonly string[]): string | null {
    if (this.#images.size >= MOST) return null
    let best: Found | null = null
    for (const address of addresses) {
      const found = this.#find(address)
      if (found !== null && (best === null || pixels(found) > pixels(best))) best = found
    }
    return best === null ? null : this.#keep(best)
  }

  /** The same for a picture's bytes. */
  addBytes(bytes: Uint8Array): string | null {
    const picture = pictureIn(bytes)
    return picture === null ? null : this.#keep({ bytes, picture })
  }

  all(): ExtractedImage[] {
    return [...this.#images.values()]
  }

  #find(address: string): Found | null {
    const bytes = dataIn(address) ?? this.#resources(address) ?? this.#resolved(address)
    if (bytes === null || bytes.length > LARGEST) return null
    const picture = pictureIn(bytes)
    return picture === null ? null : { bytes, picture }
  }

  /** A page may say that its addresses are relative to another than its own. */
  #resolved(address: string): Uint8Array | null {
    if (this.#base === null || /^[a-z][a-z0-9+.-]*:/i.test(address) || !URL.canParse(address, this.#base))
      return null
    return this.#resources(new URL(address, this.#base).href)
  }

  #keep({ bytes, picture }: Found): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.#images.set(sha256, { sha256, mediaType: picture.mediaType, bytes: new Uint8Array(bytes) })
    return sha256
  }
}

/** A page shows a small picture until the large one is there; what cannot be measured is the smallest. */
const pixels = ({ picture: { width, height } }: Found): number => width * height

/** The bytes of a `data:` address. */
function dataIn(address: string): Uint8Array | null {
  if (!/^data:/i.test(address) || address.length > LARGEST * 1.4) return null
  const comma = address.indexOf(',')
  const head = address.slice(5, Math.min(comma, 200))
  if (comma < 0 || !/^(?:image\/|;|$)/i.test(head)) return null
  const content = address.slice(comma + 1)
  return /;\s*base64\s*$/i.test(head) ? Buffer.from(unescaped(content), 'base64') : plain(content)
}

const unescaped = (content: string): string =>
  content.includes('%') ? content.replace(/%([0-9a-f]{2})/gi, byteOf) : content

const plain = (content: string): Uint8Array => Buffer.from(unescaped(content), 'latin1')

const byteOf = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16))
