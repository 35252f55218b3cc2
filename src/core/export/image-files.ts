import { pictureIn } from '../import/picture.ts'
import { isWholePicture } from '../import/whole-picture.ts'
import type { BesideFile, ExportWarning } from './evidence.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/** Collects the images of a brief as files in a folder beside it, each named by the SHA-256 of its bytes. */
export class ImageFiles {
  readonly #bytesOf: (blob: string) => Uint8Array | null
  readonly #folder: string
  readonly #files = new Map<string, BesideFile | null>()

  /** `folder` is the folder's name. */
  constructor(bytesOf: (blob: string) => Uint8Array | null, folder: string) {
    this.#bytesOf = bytesOf
    this.#folder = folder
  }

  /** The address of an image, relative to the brief; null where it is gone or damaged. */
  addressOf(blob: string): string | null {
    const file = this.#files.has(blob) ? this.#files.get(blob) : this.#find(blob)
    return file === null || file === undefined ? null : file.path.map(inAddress).join('/')
  }

  all(): readonly BesideFile[] {
    return [...this.#files.values()].filter((file) => file !== null)
  }

  warnings(): readonly ExportWarning[] {
    const files = [...this.#files.values()]
    const missing = files.filter((file) => file === null).length
    const damaged = files.filter((file) => file !== null && !isWholePicture(file.bytes)).length
    return [...missingWarnings(missing), ...damagedWarnings(damaged)]
  }

  #find(blob: string): BesideFile | null {
    const bytes = this.#bytesOf(blob)
    const ending = bytes === null ? undefined : ENDINGS[pictureIn(bytes)?.mediaType ?? '']
    const file =
      bytes === null || ending === undefined
        ? null
        : { path: [this.#folder, `${blob}.${ending}`], bytes, isShared: true }
    this.#files.set(blob, file)
    return file
  }
}

function missingWarnings(count: number): readonly ExportWarning[] {
  if (count === 0) return []
  const message =
    count === 1
      ? 'An image of the brief is missing or damaged; its description stands in its place.'
      : `${count} images of the brief are missing or damaged; their descriptions stand in their place.`
  return [{ code: 'images-left-out', message }]
}

/** A file of its own is written as it is: some readers show a part of it. */
function damagedWarnings(count: number): readonly ExportWarning[] {
  if (count === 0) return []
  const message =
    count === 1
      ? 'An image of the brief is damaged. It is written as it is, and may not be shown, or not whole.'
      : `${count} images of the brief are damaged. They are written as they are, and may not be shown, or not whole.`
  return [{ code: 'images-damaged', message }]
}

const inAddress = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{M}\p{N}._~-]/gu, (character) =>
    encodeURIComponent(character).replaceAll(
      /[!'()*]/gu,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  )
