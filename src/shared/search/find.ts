import { foldCluster, isUnseen } from './characters.ts'

/** A stretch of a text that was found; UTF-16 offsets, `end` exclusive. */
export interface Hit {
  readonly start: number
  readonly end: number
}

const QUOTES = /^[\p{Pi}\p{Pf}"'`\u00b4\u2032\u2033\u201a\u201e\u02bc\u02b9\u300c-\u300f\u301d-\u301f]$/u
const DASHES = /^[\p{Pd}\u2212\u2043]$/u
const SPACE = /^\s$/u

/**
 * A text folded letter by letter, for finding words in it wherever they stand, inside others too: without case,
 * accents and unseen characters, one kind of quotation mark, one of dash, one space for many.
 */
export class FoldedText {
  readonly #folded: string
  /** For each unit of the folded text the offset of the character that it comes from, and at the end the text's length. */
  readonly #starts: Int32Array
  readonly #ends: Int32Array

  constructor(text: string) {
    const folder = new Folder(text.length)
    for (let at = 0; at < text.length;) at = folder.take(text, at)
    this.#folded = folder.folded()
    this.#starts = folder.starts
    this.#ends = folder.ends
  }

  /** Where the words stand, in order and without overlap, at most `most`. Nothing is found for nothing. */
  find(words: string, most: number): readonly Hit[] {
    const wanted = new Folder(words.length)
    for (let at = 0; at < words.length;) at = wanted.take(words, at)
    const needle = wanted.folded()
    const hits: Hit[] = []
    if (needle.trim() === '') return hits
    let at = this.#folded.indexOf(needle)
    while (at >= 0 && hits.length < most) {
      const start = this.#starts[at] ?? 0
      const end = this.#ends[at + needle.length - 1] ?? start
      // A ligature that is half a hit is one as a whole, once.
      if (start >= (hits.at(-1)?.end ?? 0)) hits.push({ start, end })
      at = this.#folded.indexOf(needle, at + needle.length)
    }
    return hits
  }
}

/** So many units at once become a string. */
const CHUNK = 8192
const SPACE_CODE = 0x20
const APOSTROPHE_CODE = 0x27
const HYPHEN_CODE = 0x2d

class Folder {
  starts: Int32Array
  ends: Int32Array
  #units: Uint16Array
  #length = 0

  constructor(length: number) {
    this.starts = new Int32Array(length + 16)
    this.ends = new Int32Array(length + 16)
    this.#units = new Uint16Array(length + 16)
  }

  folded(): string {
    let text = ''
    for (let at = 0; at < this.#length; at += CHUNK)
      text += String.fromCharCode(...this.#units.subarray(at, Math.min(at + CHUNK, this.#length)))
    return text
  }

  /** Takes the character at `at`, with the marks that follow it; returns where the next one is. */
  take(text: string, at: number): number {
    const code = text.charCodeAt(at)
    // Nearly all of most texts; a mark may only follow from beyond Latin.
    if (code < 0x80 && !(text.charCodeAt(at + 1) >= 0x300)) {
      this.#ascii(code, at)
      return at + 1
    }
    let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    while (end < text.length && /^\p{M}$/u.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
      end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
    this.#cluster(text.slice(at, end), at, end)
    return end
  }

  #ascii(code: number, at: number): void {
    if (code >= 0x41 && code <= 0x5a) this.#put(code + 32, at, at + 1)
    else if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) this.#space(at, at + 1)
    else this.#put(code === 0x22 || code === 0x60 ? APOSTROPHE_CODE : code, at, at + 1)
  }

  #cluster(cluster: string, at: number, end: number): void {
    const first = String.fromCodePoint(cluster.codePointAt(0) ?? 0)
    if (SPACE.test(first)) return this.#space(at, end)
    if (isUnseen(first)) return
    if (QUOTES.test(first)) return this.#put(APOSTROPHE_CODE, at, end)
    if (DASHES.test(first)) return this.#put(HYPHEN_CODE, at, end)
    for (const { text } of foldCluster(cluster).atoms)
      for (let unit = 0; unit < text.length; unit += 1) this.#put(text.charCodeAt(unit), at, end)
  }

  #space(at: number, end: number): void {
    if (this.#length > 0 && this.#units[this.#length - 1] === SPACE_CODE) this.ends[this.#length - 1] = end
    else this.#put(SPACE_CODE, at, end)
  }

  #put(unit: number, at: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow()
    this.#units[this.#length] = unit
    this.starts[this.#length] = at
    this.ends[this.#length] = end
    this.#length += 1
  }

  #grow(): void {
    const length = this.#length * 2
    const [units, starts, ends] = [new Uint16Array(length), new Int32Array(length), new Int32Array(length)]
    units.set(this.#units)
    starts.set(this.starts)
    ends.set(this.ends)
    this.#units = units
    this.starts = starts
    this.ends = ends
  }
}
