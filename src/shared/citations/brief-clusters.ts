import type {
  BriefNode,
  CitationItem,
  CitationNode,
  FootnoteNode,
  LinkedQuoteBlockNode,
  LinkedQuoteNode,
} from '../brief/nodes.ts'
import type { BriefState } from '../brief/state.ts'
import type { Cluster, WorkOf } from './cluster.ts'

export type CitingNode = CitationNode | LinkedQuoteNode | LinkedQuoteBlockNode

/** A place of a brief that cites, with its node. */
export interface BriefCluster extends Cluster {
  readonly node: CitingNode
}

export interface Planning {
  /** The style sets citations in notes. */
  readonly isNote: boolean
  /** What a linked quote cites; null where its source is not known. */
  readonly quoted: (quote: LinkedQuoteNode | LinkedQuoteBlockNode) => CitationItem | null
  readonly workOf: WorkOf
  /** In a style without notes: whether a quote has one all the same, for who speaks or for its original words. */
  readonly hasNote: (quote: LinkedQuoteNode | LinkedQuoteBlockNode) => boolean
}

/** A brief as its citations and notes are set. */
export interface CitingPlan {
  readonly clusters: readonly BriefCluster[]
  /** The number of each of the author's footnotes, by its label. */
  readonly footnotes: ReadonlyMap<string, number>
}

/**
 * Every place of a brief that cites, in the order in which they are read: what
 * stands in a note comes where the note is first referred to. Notes are numbered
 * as an export numbers them: each citation and quote of the text has one, and each
 * quote inside a note; a citation inside a note stands in that. The author's footnotes
 * are counted among them.
 */
export function planCiting(state: BriefState, planning: Planning): CitingPlan {
  const walk = new ClusterWalk(state, planning)
  return walk.all()
}

/** Where a walk is: in the text, or in the author's note of this number. */
interface Where {
  readonly note: number | null
  /** Orders what is found: when the text, or the note it stands in, was come to. */
  readonly at: number | null
}

class ClusterWalk {
  private readonly planning: Planning
  private readonly state: BriefState
  private readonly footnotes: ReadonlyMap<string, FootnoteNode>
  private readonly met = new Map<string, number>()
  private readonly waiting: { readonly footnote: FootnoteNode; readonly where: Where }[] = []
  private readonly found: { readonly cluster: BriefCluster; readonly at: number }[] = []
  private notes = 0
  private clock = 0

  constructor(state: BriefState, planning: Planning) {
    this.state = state
    this.planning = planning
    this.footnotes = new Map(
      state.root.children.flatMap((node) => (node.type === 'footnote' ? [[node.label, node]] : [])),
    )
  }

  all(): CitingPlan {
    const body = this.state.root.children.filter(({ type }) => type !== 'footnote')
    this.walk(body, { note: null, at: null })
    this.settle()
    for (const label of this.footnotes.keys()) this.refer(label, { note: null, at: null })
    this.settle()
    const found = this.found.toSorted((one, other) => one.at - other.at)
    return { clusters: found.map(({ cluster }) => cluster), footnotes: this.met }
  }

  /** Bodies of notes may refer to further ones. */
  private settle(): void {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift())
      this.walk(next.footnote.children, next.where)
  }

  private walk(nodes: readonly BriefNode[], where: Where): void {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'citation') this.cite(node, node.items, where)
      else if (node.type === 'linked-quote' || node.type === 'linked-quote-block')
        this.quote(node, nodes.slice(index + 1), where)
      else if (node.type === 'footnote-reference') this.refer(node.label, where)
      else if ('children' in node) this.walk(node.children, where)
    }
  }

  private refer(label: string, where: Where): void {
    const footnote = this.footnotes.get(label)
    if (footnote === undefined || this.met.has(label)) return
    const note = this.nextNote()
    this.met.set(label, note)
    this.waiting.push({ footnote, where: { note, at: where.at ?? this.tick() } })
  }

  private cite(node: CitationNode, items: readonly CitationItem[], { note, at }: Where): void {
    const isNote = this.planning.isNote
    const number = isNote ? (note ?? this.nextNote()) : null
    this.add({ node, items, note: number }, at)
  }

  private quote(
    node: LinkedQuoteNode | LinkedQuoteBlockNode,
    following: readonly BriefNode[],
    { at }: Where,
  ): void {
    const { isNote, quoted, hasNote } = this.planning
    // In a style without notes the note that a quote may have is not the style's: it is only counted.
    const counted = isNote || hasNote(node) ? this.nextNote() : null
    const number = isNote ? counted : null
    const item = quoted(node)
    if (item === null || (!isNote && this.isCitedAlready(item, following))) return
    this.add({ node, items: [item], note: number }, at)
  }

  /** A citation of the same source that follows right after the quote stands for it. */
  private isCitedAlready({ citekey }: CitationItem, following: readonly BriefNode[]): boolean {
    const next = following.find((node) => node.type !== 'text' || node.text.trim() !== '')
    if (next?.type !== 'citation') return false
    const { workOf } = this.planning
    const id = workOf(citekey)?.id
    return next.items.some((item) => workOf(item.citekey)?.id === id)
  }

  private add(cluster: BriefCluster, at: number | null): void {
    const isLater = this.planning.isNote && cluster.note !== null
    this.found.push({ cluster, at: isLater ? (cluster.note ?? 0) : (at ?? this.tick()) })
  }

  private nextNote(): number {
    this.notes += 1
    return this.notes
  }

  private tick(): number {
    this.clock += 1
    return this.clock
  }
}
