import type { Brief, OpenBrief, TemplateChoice } from '../../../shared/contract/briefs.ts'
import type { Keeper, Unstored } from '../../app/leaving.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import type { BriefSession } from '../editor/session.ts'

/** The briefs that are open by their ids, and the one last worked on, into which the reader quotes. */
export interface Opened {
  readonly sessions: ReadonlyMap<string, BriefSession>
  readonly now: BriefSession | null
}

export const NONE_OPEN: Opened = { sessions: new Map(), now: null }

/**
 * The briefs that are open, and those left with words that could not be stored: they stay here, are tried again by
 * themselves, and are found as they were left.
 */
export class Sheets implements Keeper {
  readonly isAct = false
  #core: CoreClient
  readonly #told: (opened: Opened) => void
  readonly #open = new Map<string, BriefSession>()
  readonly #opening = new Map<string, Promise<BriefSession>>()
  readonly #left = new Map<string, BriefSession>()
  #now: BriefSession | null = null

  constructor(core: CoreClient, told: (opened: Opened) => void) {
    this.#core = core
    this.#told = told
  }

  /** Another core took the place of the one before: it is asked at once for what that one could not store. */
  coreIs(core: CoreClient): void {
    if (core === this.#core) return
    this.#core = core
    this.saveUnstored()
  }

  /** With `again` what the window holds of the brief is dropped for what is stored. Throws what the core throws. */
  open(id: string, again: boolean): Promise<BriefSession> {
    const known = this.#open.get(id)
    if (known !== undefined && !again) {
      this.work(known)
      return Promise.resolve(known)
    }
    const opening = this.#opening.get(id) ?? this.#fetch(id, again).finally(() => this.#opening.delete(id))
    this.#opening.set(id, opening)
    return opening
  }

  async create(language: string, template: TemplateChoice | null): Promise<BriefSession> {
    await this.#now?.saving.flush(true)
    return this.#start(await this.#core.briefs.create({ title: '', language, template }), () => undefined)
  }

  /** This brief is the one that is worked on: its marks are those that copied words stand in. */
  work(session: BriefSession): void {
    session.work()
    if (this.#now === session) return
    this.#now = session
    this.#tell()
  }

  /** Lets go of every brief but these and the one last worked on. */
  retain(ids: ReadonlySet<string>): void {
    const gone = [...this.#open.values()].filter((each) => !ids.has(each.id) && each !== this.#now)
    for (const session of gone) {
      this.#open.delete(session.id)
      this.#leave(session)
    }
    if (gone.length > 0) this.#tell()
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
    this.#tell()
    return true
  }

  /** A brief that something else than its sheet changed, such as undo, is shown as it is stored now. */
  async follow(stored: readonly Brief[]): Promise<void> {
    const changed = stored.filter(({ id, updatedAt }) => {
      const saving = this.#open.get(id)?.saving
      return saving?.status.get().kind === 'saved' && updatedAt > saving.brief.get().updatedAt
    })
    const before = this.#now
    for (const { id } of changed) await this.open(id, true)
    const worked = before === null ? undefined : this.#open.get(before.id)
    if (worked !== undefined) this.work(worked)
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
    return [...this.#open.values(), ...this.#left.values()]
  }

  #tell(): void {
    this.#told({ sessions: new Map(this.#open), now: this.#now })
  }

  async #fetch(id: string, again: boolean): Promise<BriefSession> {
    await this.#now?.saving.flush(true)
    const left = this.#left.get(id)
    if (left !== undefined && !again) return this.#take(left)
    const opened = await this.#core.briefs.open({ brief: id })
    return this.#start(opened, () => {
      if (again) this.#drop(id)
    })
  }

  /** The editor is fetched with the first brief: a window that shows sources starts without it. */
  async #start(opened: OpenBrief, before: () => void): Promise<BriefSession> {
    const { BriefSession } = await import('../editor/session.ts')
    before()
    return this.#take(new BriefSession(() => this.#core, opened))
  }

  #take(next: BriefSession): BriefSession {
    this.#left.delete(next.id)
    this.#open.set(next.id, next)
    next.work()
    this.#now = next
    this.#tell()
    return next
  }

  #drop(id: string): void {
    for (const held of [this.#open, this.#left]) {
      held.get(id)?.end()
      held.delete(id)
    }
    if (this.#now?.id === id) this.#now = null
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
