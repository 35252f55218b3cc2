import type { NodeKey } from 'lexical'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { startOffset } from '../../../shared/quotations/draft.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { CitationItem, CitationNode } from '../../../shared/brief/nodes.ts'
import type { BriefNode } from '../../../shared/brief/nodes.ts'
import type { RenderedCitations } from '../../../shared/contract/citations.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import type { Sheet } from './sheet.ts'
import { Store } from './store.ts'

const AFTER_TYPING = 400

export type SetCitation = RenderedCitations['citations'][number]

/** A brief's citations as its style sets them. */
/** A citation of the draft: its node, what it cites, and where it stands in the brief's text (UTF-16). */
export interface PlacedCitation {
  readonly key: NodeKey
  readonly items: readonly CitationItem[]
  readonly at: number
}

export interface Cites {
  readonly rendered: RenderedCitations | null
  /** In the order of the document, footnotes last. */
  readonly placed: readonly PlacedCitation[]
  /** By the key of the citation's node. */
  readonly byNode: ReadonlyMap<NodeKey, SetCitation>
}

/** Sets the citations of a sheet in the brief's style, again whenever the sheet or the library changes. */
export class Citing {
  readonly cites = new Store<Cites>({ rendered: null, placed: [], byNode: new Map() })
  readonly #core: () => CoreClient
  readonly #sheet: () => Sheet
  readonly #brief: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #ended = false

  constructor(core: () => CoreClient, brief: string, sheet: () => Sheet) {
    this.#core = core
    this.#brief = brief
    this.#sheet = sheet
  }

  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.now(), AFTER_TYPING)
  }

  now(): void {
    clearTimeout(this.#timer)
    if (!this.#ended) void this.#set()
  }

  async #set(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const { state, nodes } = this.#sheet()
    const written = citationsOf(state.root)
    if (written.length === 0 && this.cites.get().rendered === null && asked > 1) return
    // The check beside it tells of a core that does not answer; what was set stays.
    const rendered = await this.#core()
      .citations.render({ state, brief: this.#brief })
      .catch(() => null)
    if (rendered === null || this.#ended || asked !== this.#asked) return
    const byNode = new Map<NodeKey, SetCitation>()
    const before = this.cites.get().byNode
    for (const each of rendered.citations) {
      const node = each.of === 'citation' ? written[each.index] : undefined
      const key = node && nodes.get(node)?.getKey()
      if (key !== undefined) byNode.set(key, kept(before.get(key), each))
    }
    const at = offsetsOf(state)
    const placed = written.flatMap((node): readonly PlacedCitation[] => {
      const key = nodes.get(node)?.getKey()
      return key === undefined ? [] : [{ key, items: node.items, at: at.get(node.items) ?? 0 }]
    })
    this.cites.set({ rendered, placed, byNode })
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }
}

/** What is as it was stays the same object, so that nothing is drawn anew for it. */
const kept = (before: SetCitation | undefined, now: SetCitation): SetCitation =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now

/** Where each citation's items stand in the brief's text. */
function offsetsOf(state: BriefState): ReadonlyMap<readonly CitationItem[], number> {
  const at = new Map<readonly CitationItem[], number>()
  for (const place of briefDraft(state).places)
    for (const node of place.nodes)
      if (node.kind === 'citation') at.set(node.items, startOffset(place, node.start))
  return at
}

/** Every citation in the order of the document, footnotes last. */
function citationsOf(root: BriefNode): readonly CitationNode[] {
  const citations: CitationNode[] = []
  const later: BriefNode[] = []
  const walk = (node: BriefNode, top: boolean): void => {
    if (node.type === 'citation') citations.push(node)
    if (node.type === 'footnote' && top) later.push(node)
    else if ('children' in node) for (const child of node.children) walk(child, node.type === 'root')
  }
  walk(root, false)
  for (const node of later) walk(node, false)
  return citations
}
