import { isSameJson } from '../../../shared/brief/same-json.ts'
import type { BriefState, Json } from '../../../shared/brief/state.ts'
import type { Brief } from '../../../shared/contract/briefs.ts'
import { isLost, reasonOf, sentenceOf } from '../../app/fault.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Store } from './store.ts'

/** Milliseconds that a save leaves to others before the next, however slow the disk is. */
const LEAST = 100
/** Milliseconds: from the first change to its save, from a failed save to the next try, from the last change to a revision. */
const WITHIN = 600
const AGAIN = 5000
const PAUSE = 30_000

export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  /** `since` is the time of the first change that is not stored, in milliseconds. */
  | { readonly kind: 'failed'; readonly since: number; readonly message: string }
  /** Another window saved the brief: this one no longer writes over it. */
  | { readonly kind: 'elsewhere'; readonly message: string }

/** The same object each time, so that nothing is drawn anew for it. */
const SAVED: Saved = { kind: 'saved' }
const WAITING: Saved = { kind: 'waiting' }

/**
 * Stores a brief as it changes, one save at a time; a save that fails is tried again by itself. Whoever types on and on
 * is no more than a second ahead of what is stored: words are on their way before that, and have time to arrive.
 */
export class Saving {
  readonly status = new Store(SAVED)
  readonly brief: Store<Brief>
  readonly #core: () => CoreClient
  readonly #state: () => BriefState
  #stored: string
  #storedState: BriefState | null = null
  #changes = 0
  /** What a save asked for whose answer never came: the core may have stored it before it ended. */
  #doubtful: string | null = null
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
    this.#changes += 1
    this.#firstUnstored ??= Date.now()
    if (this.status.get().kind === 'saved') this.status.set(WAITING)
    if (this.#timer === undefined) this.#in(WITHIN)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.flush(true), PAUSE)
  }

  /** Saves at once what is not stored; with `revision` the copy is kept as one. Resolves when it was tried. */
  async flush(revision: boolean): Promise<boolean> {
    this.#stopTimer()
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

  /** Saves until nothing is left that was typed meanwhile; false when a save failed. */
  async keep(): Promise<boolean> {
    while (!(await this.flush(true))) if (this.status.get().kind !== 'waiting') return false
    return true
  }

  async #save(revision: boolean): Promise<void> {
    const changes = this.#changes
    const state = this.#state()
    const content = JSON.stringify(state)
    const taken = Date.now()
    try {
      if (this.status.get().kind === 'elsewhere') return
      if (this.#doubtful !== null) await this.#clearUp(this.#doubtful)
      if (content === this.#stored && (!revision || this.#revised)) return this.#settle(changes, taken)
      const brief = await this.#core().briefs.save({
        brief: this.brief.get().id,
        state: content,
        seen: this.brief.get().updatedAt,
        revision,
      })
      this.#stored = content
      this.#storedState = state
      this.#revised = revision
      this.brief.set(brief)
      this.#settle(changes, taken)
    } catch (error) {
      if (isLost(error)) this.#doubtful ??= content
      this.#failed(error)
    }
  }

  /** Own words that were stored without an answer are not another window's. */
  async #clearUp(asked: string): Promise<void> {
    const { brief, state } = await this.#core().briefs.open({ brief: this.brief.get().id })
    this.#doubtful = null
    if (!isSameJson(jsonOf(state), JSON.parse(asked) as Json)) return
    this.#stored = asked
    this.brief.set(brief)
  }

  /**
   * All is stored, unless more was written since it was `taken`: then the next save compares, and not the key that comes
   * now.
   */
  #settle(changes: number, taken: number): void {
    if (this.#changes === changes && this.#isStored()) {
      this.#firstUnstored = null
      this.status.set(SAVED)
    } else {
      this.status.set(WAITING)
      this.#in(Math.max(LEAST, WITHIN - (Date.now() - taken)))
    }
  }

  /** The same object is the same brief: it need not be written out to be compared. */
  #isStored(): boolean {
    const state = this.#state()
    if (state !== this.#storedState && JSON.stringify(state) !== this.#stored) return false
    this.#storedState = state
    return true
  }

  #failed(error: unknown): void {
    const message = sentenceOf(error)
    if (reasonOf(error) === 'changed-elsewhere') return this.status.set({ kind: 'elsewhere', message })
    this.status.set({ kind: 'failed', since: this.#firstUnstored ?? Date.now(), message })
    this.#in(AGAIN)
  }

  #in(milliseconds: number): void {
    this.#stopTimer()
    this.#timer = setTimeout(() => void this.flush(false), milliseconds)
  }

  #stopTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Ends the timers: nothing is stored any more. */
  end(): void {
    this.#stopTimer()
    clearTimeout(this.#pause)
  }
}

const jsonOf = (state: BriefState): Json => JSON.parse(JSON.stringify(state)) as Json
