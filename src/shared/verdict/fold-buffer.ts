/** What a folded unit stood for, beyond its character. Dash bits are combined. */
export const KIND = {
  plain: 0,
  apostrophe: 1,
  quotation: 2,
  dash: 8,
  long: 16,
  spaceBefore: 32,
  spaceAfter: 64,
} as const

/** Growing parallel arrays: folded code units, the raw range each stands for, its kind. */
export class FoldBuffer {
  private units: Uint16Array
  private from: Int32Array
  private to: Int32Array
  private kinds: Uint8Array
  length = 0

  constructor(capacity: number) {
    const size = capacity + 16
    this.units = new Uint16Array(size)
    this.from = new Int32Array(size)
    this.to = new Int32Array(size)
    this.kinds = new Uint8Array(size)
  }

  push(unit: number, from: number, to: number, kind: number): void {
    if (this.length === this.units.length) this.grow()
    this.units[this.length] = unit
    this.from[this.length] = from
    this.to[this.length] = to
    this.kinds[this.length] = kind
    this.length += 1
  }

  pushText(text: string, from: number, to: number): void {
    for (let i = 0; i < text.length; i += 1) this.push(text.charCodeAt(i), from, to, KIND.plain)
  }

  lastKind(): number {
    return this.length === 0 ? KIND.plain : (this.kinds[this.length - 1] ?? KIND.plain)
  }

  addToLast(bits: number): void {
    if (this.length > 0) this.kinds[this.length - 1] = this.lastKind() | bits
  }

  lastUnit(): number {
    return this.length === 0 ? 0 : (this.units[this.length - 1] ?? 0)
  }

  /** The finished arrays; `text` is built in slices to stay within argument limits. */
  finish(): { text: string; from: Int32Array; to: Int32Array; kinds: Uint8Array } {
    const parts: string[] = []
    for (let i = 0; i < this.length; i += 8192) {
      parts.push(String.fromCharCode(...this.units.subarray(i, Math.min(i + 8192, this.length))))
    }
    return {
      text: parts.join(''),
      from: this.from.slice(0, this.length),
      to: this.to.slice(0, this.length),
      kinds: this.kinds.slice(0, this.length),
    }
  }

  private grow(): void {
    const size = this.units.length * 2
    this.units = enlarge(new Uint16Array(size), this.units)
    this.from = enlarge(new Int32Array(size), this.from)
    this.to = enlarge(new Int32Array(size), this.to)
    this.kinds = enlarge(new Uint8Array(size), this.kinds)
  }
}

function enlarge<T extends Uint16Array | Int32Array | Uint8Array>(larger: T, old: T): T {
  larger.set(old)
  return larger
}
