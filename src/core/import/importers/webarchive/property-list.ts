/**
 * Apple's binary property list (`bplist00`), read as it is asked for. Objects
 * refer to each other, also many times to one: a reader that builds the whole
 * tree can be made to build one without end, so this one builds nothing.
 */
export class PropertyList {
  readonly #bytes: Buffer
  readonly #offsetSize: number
  readonly #referenceSize: number
  readonly #count: number
  readonly #table: number
  readonly #top: number

  /** Throws a RangeError for bytes that are no whole property list, as every reading does. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const trailer = this.#bytes.length - 32
    this.#offsetSize = this.#bytes.readUInt8(trailer + 6)
    this.#referenceSize = this.#bytes.readUInt8(trailer + 7)
    this.#count = this.#number(trailer + 8, 8)
    this.#top = this.#number(trailer + 16, 8)
    this.#table = this.#number(trailer + 24, 8)
    if (this.#table + this.#count * this.#offsetSize > trailer) throw new RangeError('no offset table')
  }

  /** The outermost object. */
  top(): PropertyObject {
    return this.#object(this.#top)
  }

  #object(index: number): PropertyObject {
    if (index >= this.#count) throw new RangeError('no such object')
    const at = this.#number(this.#table + index * this.#offsetSize, this.#offsetSize)
    const marker = this.#bytes.readUInt8(at)
    const { count, start } = this.#extent(at, marker & 0x0f)
    switch (marker >> 4) {
      case 4:
        return { kind: 'data', bytes: this.#slice(start, count) }
      case 5:
        return { kind: 'string', value: this.#slice(start, count).toString('latin1') }
      case 6:
        return {
          kind: 'string',
          value: Buffer.from(this.#slice(start, count * 2))
            .swap16()
            .toString('utf16le'),
        }
      case 10:
        return { kind: 'array', items: () => this.#references(start, count) }
      case 13:
        return { kind: 'dictionary', get: (key) => this.#valueOf(key, start, count) }
      default:
        return { kind: 'other' }
    }
  }

  /** How long an object is stands in its marker, or in a number of its own behind it. */
  #extent(at: number, low: number): { count: number; start: number } {
    if (low !== 15) return { count: low, start: at + 1 }
    const size = 2 ** (this.#bytes.readUInt8(at + 1) & 0x0f)
    return { count: this.#number(at + 2, size), start: at + 2 + size }
  }

  *#references(start: number, count: number): Generator<PropertyObject> {
    for (let index = 0; index < count; index += 1) yield this.#object(this.#reference(start, index))
  }

  #valueOf(key: string, start: number, count: number): PropertyObject | null {
    for (let index = 0; index < count; index += 1) {
      const name = this.#object(this.#reference(start, index))
      if (name.kind === 'string' && name.value === key)
        return this.#object(this.#reference(start, count + index))
    }
    return null
  }

  #reference(start: number, index: number): number {
    return this.#number(start + index * this.#referenceSize, this.#referenceSize)
  }

  /** A whole number of `size` bytes, the highest first. */
  #number(at: number, size: number): number {
    if (size === 8) {
      const value = Number(this.#bytes.readBigUInt64BE(at))
      if (!Number.isSafeInteger(value)) throw new RangeError('too large')
      return value
    }
    return this.#bytes.readUIntBE(at, size)
  }

  #slice(start: number, length: number): Buffer {
    if (start + length > this.#bytes.length) throw new RangeError('out of the file')
    return this.#bytes.subarray(start, start + length)
  }
}

export type PropertyObject =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: () => Iterable<PropertyObject> }
  | { readonly kind: 'dictionary'; readonly get: (key: string) => PropertyObject | null }
  | { readonly kind: 'other' }
