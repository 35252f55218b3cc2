import { briefDraft } from '../../../shared/brief/draft.ts'
import type { Passage } from '../../../shared/contract/briefs.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { placed, type DraftQuotation } from './places.ts'
import type { Sheet } from './sheet.ts'
import { Store } from './store.ts'

const AFTER_TYPING = 500
/** A verdict that comes within this time is not announced as being sought. */
const SOON = 400

export interface Checked {
  readonly quotations: readonly DraftQuotation[]
  /** The passages of the draft's quotes, by anchor. */
  readonly passages: ReadonlyMap<string, Passage>
  /** The brief's text that the verdicts' offsets count in. */
  readonly text: string
  /** Null before the first check ended. */
  readonly at: number | null
  readonly failed: unknown
}

const NOTHING: Checked = { quotations: [], passages: new Map(), text: '', at: null, failed: null }

/** Holds every quotation of a sheet against the library, again whenever either changes. */
export class Checking {
  readonly checked = new Store<Checked>(NOTHING)
  /** Whether a verdict has been sought for so long that it should be said. */
  readonly busy = new Store(false)
  readonly #core: () => CoreClient
  readonly #sheet: () => Sheet
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #rests: { readonly core: CoreClient; readonly changes: number } | null = null
  #again = false
  #ended = false

  constructor(core: () => CoreClient, sheet: () => Sheet) {
    this.#core = core
    this.#sheet = sheet
  }

  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.now(), AFTER_TYPING)
  }

  /** To be called with each new core and each count of the library's changes: they may change verdicts. */
  restOn(core: CoreClient, changes: number): void {
    if (this.#rests?.core === core && this.#rests.changes === changes) return
    this.#rests = { core, changes }
    this.now()
  }

  /** Checks at once, or once more when a check is under way. */
  now(): void {
    clearTimeout(this.#timer)
    if (this.#ended) return
    if (this.#running !== null) {
      this.#again = true
      return
    }
    this.#again = false
    this.#running = this.#run().finally(() => {
      this.#running = null
      if (this.#again) this.now()
    })
  }

  async #run(): Promise<void> {
    const late = setTimeout(() => this.busy.set(true), SOON)
    try {
      const { state, nodes } = this.#sheet()
      const draft = briefDraft(state)
      const quotes = draft.spans.flatMap(({ node }) =>
        node.type === 'text' ? [] : [{ annotation: node.annotation, anchor: node.anchor }],
      )
      const [rows, passages] = await Promise.all([
        this.#core().briefs.check({ state }),
        quotes.length === 0 ? [] : this.#core().briefs.passages({ quotes }),
      ])
      if (this.#ended) return
      this.checked.set({
        quotations: placed(rows, draft.spans, nodes),
        passages: new Map(passages.map((passage) => [passage.anchor, passage])),
        text: draft.text,
        at: Date.now(),
        failed: null,
      })
    } catch (error) {
      // The last verdicts stay beside the reason; a core that was started again is asked anew.
      this.checked.set({ ...this.checked.get(), failed: error })
    } finally {
      clearTimeout(late)
      this.busy.set(false)
    }
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }
}
