import type { LeaveAnswer } from '../shared/contract/shell.ts'

/** How long a page may take to answer that its window is to close, in milliseconds. It answers before it stores. */
const PATIENCE = 6000

/** What closing has to do with a window. */
export interface Closable {
  /** Asks the page; false when there is none that could hold words. */
  readonly ask: () => boolean
  /** Lets the window go, without asking again. */
  readonly letGo: () => void
  /** The window stays; whatever wanted it to close is called off. */
  readonly stays: () => void
  /** Asks the user outside of a page that does not answer; true to close it as it is. */
  readonly askOutside: () => Promise<boolean>
}

/**
 * Holds a window back until its page has stored what was written in it. It always ends: the page lets it go, the user
 * decides in it, or, where the page does not answer, the user decides outside of it.
 */
export class Closing {
  readonly #window: Closable
  #state: 'open' | 'asked' | 'deciding' | 'outside' | 'gone' = 'open'
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(window: Closable) {
    this.#window = window
  }

  /** To be called when the window is to close; true when it may at once. */
  mayClose(): boolean {
    if (this.#state === 'gone') return true
    if (this.#state === 'asked' || this.#state === 'outside') return false
    if (!this.#window.ask()) return true
    this.#state = 'asked'
    this.#timer = setTimeout(() => void this.#unanswered(), PATIENCE)
    return false
  }

  /** The page's answer; one that nobody asked for, or that comes too late, is none. */
  answered(answer: LeaveAnswer): void {
    if (this.#state === 'open' || this.#state === 'gone') return
    clearTimeout(this.#timer)
    switch (answer) {
      case 'go':
        return this.#go()
      case 'asking':
        this.#state = 'deciding'
        return
      case 'stay':
        return this.#stay()
    }
  }

  /** The page ended, or another took its place: there is nobody left to answer. */
  pageGone(): void {
    if (this.#state === 'open' || this.#state === 'gone') return
    clearTimeout(this.#timer)
    this.#go()
  }

  async #unanswered(): Promise<void> {
    this.#state = 'outside'
    const close = await this.#window.askOutside()
    // Meanwhile the page may have answered after all.
    if (this.#state !== 'outside') return
    if (close) this.#go()
    else this.#stay()
  }

  #go(): void {
    this.#state = 'gone'
    this.#window.letGo()
  }

  #stay(): void {
    this.#state = 'open'
    this.#window.stays()
  }
}
