import type { Brief, OpenBrief, TemplateChoice } from '../../../shared/contract/briefs.ts'
import type { Keeper, Unstored } from '../../app/leaving.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import type { BriefSession } from '../editor/session.ts'

/**
 * The brief that is worked on, and those left with words that could not be stored: they stay here, are tried again by
 * themselves, and are found as they were left.
 */
export class Sheets implements Keeper {
  readonly isAct = false
  #core: CoreClient
  readonly #shown: (session: BriefSession | null) => void
  #now: BriefSession | null = null
  readonly #left = new Map<string, BriefSession>()

  constructor(core: CoreClient, shown: (session: BriefSession | null) => void) {
    this.#core = core
    this.#shown = shown
  }

  /** Another core took the place of the one before: it is asked at once for what that one could not store. */
  coreIs(core: CoreClient): void {
    if (core === this.#core) return
    this.#core = core
    this.saveUnstored()
  }

  /** With `again` what the window holds of the brief is dropped for what is stored. Throws what the core throws. */
  async open(id: string, again: boolean): Promise<BriefSession> {
    if (!again && this.#now?.id === id) return this.#now
    await this.#now?.saving.flush(true)
    const left = this.#left.get(id)
    if (left !== undefined && !again) return this.#take(left)
    const opened = await this.#core.briefs.open({ brief: id })
    return this.#start(opened, () => {
      if (again) this.#drop(id)
    })
  }

  async create(language: string, template: TemplateChoice | null): Promise<BriefSession> {
    await this.#now?.saving.flush(true)
    return this.#start(await this.#core.briefs.create({ title: '', language, template }), () => undefined)
  }

  /**
   * Lets a brief go that `remove` takes away, once all of it is stored; false, with nothing removed, where it cannot
   * be. Throws what `remove` throws.
   */
  async close(id: string, remove: () => Promise<unknown>): Promise<boolean> {
    const session = this.#all().find((each) => each.id === id)
    if (session !== undefined && !(await session.saving.keep())) return false
    await remove()
    this.#drop(id)
    if (this.#now === null) this.#shown(null)
    return true
  }

  /** A brief that something else than its sheet changed, such as undo, is shown as it is stored now. */
  async follow({ id, updatedAt }: Brief): Promise<void> {
    const now = this.#now
    if (now?.id !== id || now.saving.status.get().kind !== 'saved') return
    if (updatedAt > now.saving.brief.get().updatedAt) await this.open(id, true)
  }

  unstored(): readonly Unstored[] {
    return this.#all().flatMap((session) => {
      const status = session.saving.status.get()
      if (status.kind === 'saved') return []
      const title = session.title.get()
      const why = status.kind === 'waiting' ? null : status.message
      return [{ what: title === '' ? t.briefs.untitled : title, why }]
    })
  }

  async keep(): Promise<void> {
    await Promise.all(this.#all().map((session) => session.saving.keep()))
  }

  /** Tries at once what else is tried in a while. */
  saveUnstored(): void {
    for (const session of this.#all()) void session.saving.flush(true)
  }

  #all(): readonly BriefSession[] {
    return this.#now === null ? [...this.#left.values()] : [this.#now, ...this.#left.values()]
  }

  /** The editor is fetched with the first brief: a window that shows sources starts without it. */
  async #start(opened: OpenBrief, before: () => void): Promise<BriefSession> {
    const { BriefSession } = await import('../editor/session.ts')
    before()
    return this.#take(new BriefSession(() => this.#core, opened))
  }

  #take(next: BriefSession): BriefSession {
    const before = this.#now
    this.#left.delete(next.id)
    this.#now = next
    next.setMarks()
    this.#shown(next)
    if (before !== null) this.#leave(before)
    return next
  }

  #drop(id: string): void {
    this.#left.get(id)?.end()
    this.#left.delete(id)
    if (this.#now?.id !== id) return
    this.#now.end()
    this.#now = null
  }

  /** Lets a brief go once all of it is stored. */
  #leave(session: BriefSession): void {
    if (session.saving.status.get().kind === 'saved') return session.end()
    this.#left.set(session.id, session)
    const stop = session.saving.status.subscribe(() => {
      if (session.saving.status.get().kind !== 'saved' || this.#left.get(session.id) !== session) return
      stop()
      this.#left.delete(session.id)
      session.end()
    })
  }
}
