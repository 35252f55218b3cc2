import { isWholePicture } from '../import/whole-picture.ts'

/** A picture under the name by which the template knows it. */
export interface Picture {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Collects the pictures of a brief; those that are gone, damaged or of no known format are left out. */
export class Pictures {
  readonly #bytesOf: (blob: string) => Uint8Array | null
  readonly #pictures = new Map<string, Picture | null>()
  #leftOut = 0

  constructor(bytesOf: (blob: string) => Uint8Array | null) {
    this.#bytesOf = bytesOf
  }

  /** The path of a picture for the template; null when only its description can be printed. */
  pathOf(blob: string | undefined): string | null {
    const picture = blob === undefined ? null : this.#find(blob)
    if (picture === null) this.#leftOut += 1
    return picture?.path ?? null
  }

  all(): readonly Picture[] {
    return this.held().map(([, picture]) => picture)
  }

  /** The same with their blob ids. */
  held(): readonly (readonly [blob: string, picture: Picture])[] {
    return [...this.#pictures].flatMap(([blob, picture]) =>
      picture === null ? [] : [[blob, picture] as const],
    )
  }

  /** How many pictures are printed as their description. */
  leftOut(): number {
    return this.#leftOut
  }

  #find(blob: string): Picture | null {
    const known = this.#pictures.get(blob)
    if (known !== undefined) return known
    const bytes = this.#bytesOf(blob)
    const format = bytes === null ? null : formatOf(bytes)
    const picture =
      bytes === null || format === null || !isWholePicture(bytes)
        ? null
        : { path: `picture-${this.#pictures.size}.${format}`, bytes }
    this.#pictures.set(blob, picture)
    return picture
  }
}

/** By the first bytes; an SVG may point to other files and is not taken. */
function formatOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (head.startsWith('\x89PNG')) return 'png'
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpg'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  return null
}
