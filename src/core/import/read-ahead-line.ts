/** Something that waits for its turn. `bytes` is its original, `size` what is held for it, in bytes. */
export interface Place<What> {
  readonly what: What
  readonly bytes: Uint8Array | null
  readonly size: number
}

/** While those in the line hold this many bytes, no other joins: only one that is larger by itself exceeds it. */
const MOST_BYTES = 32 * 1024 * 1024

/** Those who wait, first come first served; one end joins as there is room, the other waits for the first. */
export class Line<What> {
  readonly #most: number
  readonly #places: Place<What>[] = []
  #ended = false
  #wake: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Resolves when another may join, or none will be wanted. */
  async room(): Promise<void> {
    while (!this.#ended && this.#isFull()) await this.#change()
  }

  join(place: Place<What>): void {
    if (this.#ended) return
    this.#places.push(place)
    this.#changed()
  }

  /** No more will join. */
  end(): void {
    this.#ended = true
    this.#changed()
  }

  /** The first in the line, who stays in it; null when the line has ended. */
  async first(): Promise<Place<What> | null> {
    for (;;) {
      const first = this.#places[0]
      if (first !== undefined) return first
      if (this.#ended) return null
      await this.#change()
    }
  }

  /** Lets the first go. */
  leave(): void {
    this.#places.shift()
    this.#changed()
  }

  /** Ends the line and sends home those who still wait in it. */
  close(): readonly Place<What>[] {
    this.end()
    return this.#places.splice(0)
  }

  #isFull(): boolean {
    return (
      this.#places.length >= this.#most || this.#places.reduce((sum, { size }) => sum + size, 0) >= MOST_BYTES
    )
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve)
    })
  }

  #changed(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }
}
