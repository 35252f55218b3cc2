import { pictureIn, type Picture } from '../import/picture.ts'
import { isWholePicture } from '../import/whole-picture.ts'
import type { ExportWarning } from './evidence.ts'

/** A picture that a file can hold whole. */
export interface HeldPicture extends Picture {
  readonly bytes: Uint8Array
  /** From 1, in the order in which the pictures are first met. */
  readonly number: number
}

/** The pictures of a brief for formats that hold them as they are; what is gone, damaged or of another kind is described. */
export class HeldPictures {
  readonly #bytesOf: (blob: string) => Uint8Array | null
  readonly #kinds: ReadonlySet<string>
  readonly #known = new Map<string, HeldPicture | null>()
  #described = 0

  /** `kinds`: the media types that the format takes. */
  constructor(bytesOf: (blob: string) => Uint8Array | null, kinds: readonly string[]) {
    this.#bytesOf = bytesOf
    this.#kinds = new Set(kinds)
  }

  /** Null where only the description can stand. */
  find(blob: string | undefined): HeldPicture | null {
    const found = blob === undefined ? null : this.#find(blob)
    if (found === null) this.#described += 1
    return found
  }

  all(): readonly HeldPicture[] {
    return [...this.#known.values()].filter((picture) => picture !== null)
  }

  warnings(): readonly ExportWarning[] {
    if (this.#described === 0) return []
    const which = this.#described === 1 ? 'One picture is' : `${this.#described} pictures are`
    return [{ code: 'images-left-out', message: `${which} printed as a description only.` }]
  }

  #find(blob: string): HeldPicture | null {
    const known = this.#known.get(blob)
    if (known !== undefined) return known
    const bytes = this.#bytesOf(blob)
    const picture = bytes === null ? null : pictureIn(bytes)
    const holds =
      bytes !== null && picture !== null && this.#kinds.has(picture.mediaType) && isWholePicture(bytes)
    const held = holds ? { ...picture, bytes, number: this.all().length + 1 } : null
    this.#known.set(blob, held)
    return held
  }
}
