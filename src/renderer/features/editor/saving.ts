import type { BriefState } from '../../../shared/brief/state.ts'
import type { Brief } from '../../../shared/contract/briefs.ts'
import { reasonOf, sentenceOf } from '../../app/fault.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Store } from './store.ts'

/** Milliseconds: from the last key to a save, from a failed save to the next try, from the last change to a revision. */
const AFTER_TYPING = 1000
const AGAIN = 5000
const PAUSE = 30_000

export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  /** `since` is the time of the first change that is not stored, in milliseconds. */
  | { readonly kind: 'failed'; readonly since: number; readonly message: string }
  /** Another window saved the brief: this one no longer writes over it. */
  | { readonly kind: 'elsewhere'; readonly message: string }

/** Stores a brief as it changes, one save at a time; a save that fails is tried again by itself. */
export class Saving {
  readonly status = new Store<Saved>({ kind: 'saved' })
  readonly brief: Store<Brief>
  readonly #core: () => CoreClient
  readonly #state: () => BriefState
  #stored: string
  #revised = true
  #firstUnstored: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null

  constructor(core: () => CoreClient, brief: Brief, state: () => BriefState) {
    this.#core = core
    this.#state = state
    this.brief = new Store(brief)
    this.#stored = JSON.stringify(state())
  }

  /** To be called after each change. */
  changed(): void {
    if (this.status.get().kind === 'elsewhere') return
    this.#firstUnstored ??= Date.now()
    if (this.status.get().kind === 'saved') this.status.set({ kind: 'waiting' })
    this.#in(AFTER_TYPING)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.flush(true), PAUSE)
  }

  /** Saves at once what is not stored; with `revision` the copy is kept as one. Resolves when it was tried. */
  async flush(revision: boolean): Promise<boolean> {
    clearTimeout(this.#timer)
    if (revision) clearTimeout(this.#pause)
    while (this.#running !== null) await this.#running
    const saving = this.#save(revision)
    this.#running = saving
    await saving
    // Not within the save: one with nothing to store has ended before it is noted as running, and whoever waited for it
    // would go round for ever and hang the page.
    this.#running = null
    return this.status.get().kind === 'saved'
  }

  async #save(revision: boolean): Promise<void> {
    try {
      if (this.status.get().kind === 'elsewhere') return
      const state = this.#state()
      const content = JSON.stringify(state)
      if (content === this.#stored && (!revision || this.#revised)) return this.#settle()
      const brief = await this.#core().briefs.save({
        brief: this.brief.get().id,
        state,
        seen: this.brief.get().updatedAt,
        revision,
      })
      this.#stored = content
      this.#revised = revision
      this.brief.set(brief)
      this.#settle()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** All is stored, unless more was written meanwhile. */
  #settle(): void {
    if (JSON.stringify(this.#state()) === this.#stored) {
      this.#firstUnstored = null
      this.status.set({ kind: 'saved' })
    } else this.#in(AFTER_TYPING)
  }

  #failed(error: unknown): void {
    const message = sentenceOf(error)
    if (reasonOf(error) === 'changed-elsewhere') return this.status.set({ kind: 'elsewhere', message })
    this.status.set({ kind: 'failed', since: this.#firstUnstored ?? Date.now(), message })
    this.#in(AGAIN)
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(false), milliseconds)
  }

  /** Ends the timers; what is not stored is stored before. */
  async end(): Promise<void> {
    await this.flush(true)
    clearTimeout(this.#timer)
    clearTimeout(this.#pause)
  }
}
