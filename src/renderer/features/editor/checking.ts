import { briefDraft } from '../../../shared/brief/draft.ts'
import type { Passage } from '../../../shared/contract/passages.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { placed, type DraftQuotation } from './places.ts'
import type { Sheet } from './sheet.ts'
import { Store } from './store.ts'

const AFTER_TYPING = 500
/** A verdict that comes within this time is not announced as being sought. */
const SOON = 400

export interface Checked {
  readonly quotations: readonly DraftQuotation[]
  /** The linked ones, by the key of their node. */
  readonly byNode: ReadonlyMap<string, DraftQuotation>
  /** The passages of the draft's quotes, by anchor. */
  readonly passages: ReadonlyMap<string, Passage>
  /** The brief's text that the verdicts' offsets count in. */
  readonly text: string
  /** Null before the first check ended. */
  readonly at: number | null
  readonly failed: unknown
}

const NOTHING: Checked = {
  quotations: [],
  byNode: new Map(),
  passages: new Map(),
  text: '',
  at: null,
  failed: null,
}

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
  #next: 'again' | 'whole' | null = null
  #ended = false

  constructor(core: () => CoreClient, sheet: () => Sheet) {
    this.#core = core
    this.#sheet = sheet
  }

  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#soon(true), AFTER_TYPING)
  }

  /** To be called with each new core and each count of the library's changes: they may change verdicts. */
  restOn(core: CoreClient, changes: number): void {
    if (this.#rests?.core === core && this.#rests.changes === changes) return
    this.#rests = { core, changes }
    this.now()
  }

  /** Checks all of it at once, or once more when a check is under way. */
  now(): void {
    this.#soon(false)
  }

  /** `again`: what the core found before may serve where nothing beneath it changed. */
  #soon(again: boolean): void {
    clearTimeout(this.#timer)
    if (this.#ended) return
    if (this.#running !== null) {
      this.#next = this.#next === 'whole' || !again ? 'whole' : 'again'
      return
    }
    this.#next = null
    this.#running = this.#run(again).finally(() => {
      this.#running = null
      if (this.#next !== null) this.#soon(this.#next === 'again')
    })
  }

  async #run(again: boolean): Promise<void> {
    const late = setTimeout(() => this.busy.set(true), SOON)
    try {
      const { state, nodes } = this.#sheet()
      const draft = briefDraft(state)
      const quotes = draft.spans.flatMap(({ node }) =>
        node.type === 'text' ? [] : [{ annotation: node.annotation, anchor: node.anchor }],
      )
      const known = again ? this.checked.get().passages : new Map<string, Passage>()
      const unknown = quotes.filter(({ anchor }) => !known.has(anchor))
      const [rows, passages] = await Promise.all([
        this.#core().briefs.check({ state, again }),
        unknown.length === 0 ? [] : this.#core().briefs.passages({ quotes: unknown }),
      ])
      if (this.#ended) return
      const quotations = placed(rows, draft.spans, nodes, this.checked.get().quotations)
      this.checked.set({
        quotations,
        byNode: new Map(
          quotations.flatMap((each): [string, DraftQuotation][] =>
            each.place?.kind === 'quote' ? [[each.place.key, each]] : [],
          ),
        ),
        passages: new Map([
          ...quotes.flatMap(({ anchor }): [string, Passage][] => {
            const passage = known.get(anchor)
            return passage === undefined ? [] : [[anchor, passage]]
          }),
          ...passages.map((passage): [string, Passage] => [passage.anchor, passage]),
        ]),
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
