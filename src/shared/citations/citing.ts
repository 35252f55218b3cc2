import type { CiteCluster, Engine, PlacedCitation, ProcessedClusters, SortedCluster } from 'citeproc'
import { BibliographyEntries, type BibliographyEntry } from './bibliography-entries.ts'
import type { Cluster, ParsedCluster, WorkOf } from './cluster.ts'
import { deadRuns, parseCluster } from './cluster.ts'
import type { CslItem } from './csl-item.ts'
import type { EngineOptions } from './engine.ts'
import { isFirstCited, isInOrder, openEngine, sortAll, watchPositions } from './engine.ts'
import { readRendered } from './rendered.ts'
import type { Run } from './run.ts'
import { joinedRuns, plainRun, runsOf } from './run.ts'
import { unshielded } from './shield.ts'

export interface RenderedCluster {
  readonly runs: readonly Run[]
  /** Citekeys that name nothing; they stand in `runs` as `[@key?]`. */
  readonly dead: readonly string[]
}

export interface Rendering {
  /** One for each cluster, in order. */
  readonly clusters: readonly RenderedCluster[]
  readonly bibliography: readonly BibliographyEntry[]
}

/** A cluster as the processor knows it. */
interface Placed {
  readonly key: string
  readonly cluster: CiteCluster
}

/** More new clusters than this are cheaper written with all the others. */
const FEW = 12

/**
 * A citation processor with a style, kept warm: given the clusters of a brief
 * again, it works on what differs. What it gives depends on what it is given
 * alone, not on what it was given before.
 */
export class Citing {
  private readonly options: Omit<EngineOptions, 'item' | 'links'>
  private works = new Map<string, CslItem>()
  private readonly engine: Engine
  private entries: BibliographyEntries
  private placed: readonly Placed[] = []
  private texts = new Map<string, readonly Run[]>()
  private ids = 0

  /** Throws where the style cannot be used. */
  constructor(options: Omit<EngineOptions, 'item' | 'links'>) {
    this.options = options
    this.engine = this.open()
    this.entries = new BibliographyEntries(this.engine)
  }

  /** The style sets citations in notes. */
  get isNote(): boolean {
    return this.engine.opt.xclass === 'note'
  }

  /** All clusters of a brief, in the order in which they are read. */
  render(clusters: readonly Cluster[], workOf: WorkOf): Rendering {
    const parsed = clusters.map((cluster) => parseCluster(cluster, workOf))
    if (!this.learn(parsed)) this.forget()
    const wanted = parsed.flatMap(({ cites }, at) => {
      const noteIndex = clusters[at]?.note ?? 0
      return cites.length === 0 ? [] : [{ key: JSON.stringify(cites), cites, noteIndex }]
    })
    this.place(wanted)
    let at = 0
    const rendered = parsed.map((each): RenderedCluster => {
      const id = each.cites.length === 0 ? undefined : this.placed[at++]?.cluster.citationID
      return withDead(id === undefined ? [] : (this.texts.get(id) ?? []), each)
    })
    return { clusters: rendered, bibliography: this.entries.read() }
  }

  private open(): Engine {
    return openEngine({ ...this.options, item: (id) => this.works.get(id), links: true })
  }

  /** Takes the works in; false where one is no longer what the processor was told. */
  private learn(parsed: readonly ParsedCluster[]): boolean {
    let isSame = true
    for (const work of parsed.flatMap(({ works }) => works)) {
      const known = this.works.get(work.id)
      if (known === work) continue
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(work)) isSame = false
      this.works.set(work.id, work)
    }
    return isSame
  }

  /** Empties the processor; opening another one would build the style anew. */
  private forget(): void {
    this.engine.restoreProcessorState([])
    this.entries = new BibliographyEntries(this.engine)
    this.placed = []
    this.texts = new Map()
  }

  private place(wanted: readonly Wanted[]): void {
    const { placed } = this
    const same = (one: Placed | undefined, other: Wanted | undefined) =>
      one !== undefined && one.key === other?.key
    let start = 0
    while (start < wanted.length && same(placed[start], wanted[start])) start += 1
    let end = 0
    const most = Math.min(placed.length, wanted.length) - start
    while (end < most && same(placed.at(-1 - end), wanted.at(-1 - end))) end += 1
    const fresh = wanted.length - start - end
    if (placed.length === 0 || fresh > FEW || this.losesWork(wanted)) return this.placeAll(wanted)
    const before = placed.slice(0, start)
    const after = end === 0 ? [] : placed.slice(-end)
    const isSame = fresh === 0 && placed.length === wanted.length && this.notesAre(wanted)
    if (isSame) return
    if (wanted.length === 0) return this.forget()
    try {
      this.placeFew(before, wanted.slice(start, wanted.length - end), after, wanted)
    } catch {
      // The processor has been seen to stumble over works that it knew before; taken in at once they are sound or fail again.
      this.placeAll(wanted)
    }
  }

  /** The processor does not forget a work without traces in how it tells others apart. */
  private losesWork(wanted: readonly Wanted[]): boolean {
    const kept = new Set(wanted.flatMap(({ cites }) => cites.map(({ id }) => id)))
    return this.placed.some(({ cluster }) => cluster.citationItems.some(({ id }) => !kept.has(id)))
  }

  private notesAre(wanted: readonly Wanted[]): boolean {
    return this.placed.every(({ cluster }, at) => cluster.properties.noteIndex === wanted[at]?.noteIndex)
  }

  private next({ key, cites, noteIndex }: Wanted): Placed {
    this.ids += 1
    const cluster = { citationID: `c${this.ids}`, citationItems: cites.map((cite) => ({ ...cite })) }
    return { key, cluster: { ...cluster, properties: { noteIndex } } }
  }

  /** Takes all in at once and writes each once: the work grows with their number alone. */
  private placeAll(wanted: readonly Wanted[]): void {
    watchPositions(this.options.style)
    this.forget()
    if (wanted.length === 0) return
    this.placed = wanted.map((each) => this.next(each))
    const clusters = this.placed.map(({ cluster }) => cluster)
    const written = new Map<string, string>()
    const note = ([, changed]: ProcessedClusters) => {
      for (const [, text, id] of changed) written.set(id, text)
    }
    note(this.engine.restoreProcessorState(clusters))
    const [first, ...others] = clusters
    const rest = others.map(({ citationID, properties }) => [citationID, properties.noteIndex] as const)
    // What tells works apart may depend on the order of cites, and that on what tells them apart.
    for (let round = 0; round < 3 && sortAll(this.engine, clusters); round += 1) {
      written.clear()
      if (first !== undefined) note(this.engine.processCitationCluster(first, [], rest))
    }
    for (const cluster of clusters) {
      const { sortedItems } = cluster as SortedCluster
      const text = written.get(cluster.citationID)
      this.write(cluster.citationID, text ?? this.engine.process_CitationCluster(sortedItems, cluster))
    }
  }

  private placeFew(
    before: readonly Placed[],
    fresh: readonly Wanted[],
    after: readonly Placed[],
    wanted: readonly Wanted[],
  ): void {
    const made = fresh.map((each) => this.next(each))
    this.placed = [...before, ...made, ...after]
    const numbers = wanted.map(({ noteIndex }) => noteIndex)
    const at = (placed: readonly Placed[], from: number): PlacedCitation[] =>
      placed.map(({ cluster }, index) => [cluster.citationID, numbers[from + index] ?? 0])
    // Where clusters only went or moved to other notes, one that stays is written again, and the rest follows.
    watchPositions(this.options.style)
    const touched = new Set<string>()
    const count = made.length === 0 ? 1 : made.length
    const first = made.length === 0 ? 0 : before.length
    for (let index = first; index < first + count; index += 1) {
      const one = this.placed[index]
      if (one === undefined) break
      const rest = made.length === 0 ? this.placed.slice(1) : after
      const preceding = at(this.placed.slice(0, index), 0)
      const following = at(rest, this.placed.length - rest.length)
      const cluster = { ...one.cluster, properties: { noteIndex: numbers[index] ?? 0 } }
      const [, changed] = this.engine.processCitationCluster(cluster, preceding, following)
      for (const [, text, id] of changed) this.write(id, text)
      for (const [, , id] of changed) touched.add(id)
      this.placed = this.placed.with(index, { key: one.key, cluster })
    }
    if (!this.isCanonical(touched)) this.placeAll(wanted)
  }

  /** Whether works and cites stand in the order that they have when all are taken in at once. */
  private isCanonical(touched: ReadonlySet<string>): boolean {
    const clusters = this.placed.map(({ cluster }) => cluster)
    return (
      isFirstCited(this.engine, clusters) &&
      clusters.every((cluster) => !touched.has(cluster.citationID) || isInOrder(this.engine, cluster))
    )
  }

  private write(id: string, text: string): void {
    this.texts.set(id, runsOf(readRendered(unshielded(text))))
  }
}

interface Wanted {
  readonly key: string
  readonly cites: ParsedCluster['cites']
  readonly noteIndex: number
}

function withDead(runs: readonly Run[], { dead }: ParsedCluster): RenderedCluster {
  if (dead.length === 0) return { runs, dead: [] }
  const parted = runs.length === 0 ? [] : [...runs, plainRun(' ')]
  return { runs: joinedRuns([...parted, ...deadRuns(dead)]), dead: dead.map(({ citekey }) => citekey) }
}
