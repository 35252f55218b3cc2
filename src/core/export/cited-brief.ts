import type { CslItem } from '../../shared/citations/csl-item.ts'
import type { CitationItem, LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { CitingNode } from '../../shared/citations/brief-clusters.ts'
import { planCiting } from '../../shared/citations/brief-clusters.ts'
import type { BibliographyEntry } from '../../shared/citations/bibliography-entries.ts'
import type { Citing, RenderedCluster } from '../../shared/citations/citing.ts'
import type { Evidence } from './evidence.ts'
import { speakerNote } from './source-note.ts'

/** The citations of a brief as its style sets them. */
export interface CitedBrief {
  /** They stand in notes. */
  readonly isNote: boolean
  /** What a node's citation reads; null where it has none of its own. */
  readonly of: (node: CitingNode) => CitedPlace | null
  readonly bibliography: readonly CitedEntry[]
}

export interface CitedPlace extends Pick<RenderedCluster, 'runs'> {
  /** The citekeys of the sources that it names. */
  readonly citekeys: readonly string[]
  /** Set where the reader of the export is to set citations itself. */
  readonly keys?: readonly CitationItem[]
}

export interface CitedEntry extends Omit<BibliographyEntry, 'id'> {
  readonly citekey: string
}

/** Sets every citation of a brief, and of its linked quotes, in a style. */
export function citedBrief(state: BriefState, evidence: Evidence, citing: Citing): CitedBrief {
  const works = new Map<string, CslItem | null>()
  const citekeys = new Map<string, string>()
  const workOf = (citekey: string): CslItem | null => {
    const known = works.get(citekey)
    if (known !== undefined) return known
    const cited = evidence.work(citekey)
    works.set(citekey, cited?.item ?? null)
    if (cited !== null) citekeys.set(cited.item.id, cited.citekey)
    return cited?.item ?? null
  }
  const { clusters } = planCiting(state, {
    isNote: citing.isNote,
    quoted: (node) => quotedItem(node, evidence),
    workOf,
    hasNote: (node) => speakerNote(evidence.quote(node)).length > 0,
  })
  const rendering = citing.render(clusters, workOf)
  const named = (citekey: string): string[] => {
    const known = citekeys.get(workOf(citekey)?.id ?? '')
    return known === undefined ? [] : [known]
  }
  const places = new Map(
    clusters.map(({ node, items }, at): [CitingNode, CitedPlace] => [
      node,
      {
        runs: rendering.clusters[at]?.runs ?? [],
        citekeys: [...new Set(items.flatMap(({ citekey }) => named(citekey)))],
      },
    ]),
  )
  return {
    isNote: citing.isNote,
    of: (node) => places.get(node) ?? null,
    bibliography: rendering.bibliography.map(({ id, ...entry }) => ({
      ...entry,
      citekey: citekeys.get(id) ?? id,
    })),
  }
}

/** Every citation by its keys, as they are now, for a reader that sets them itself and makes the bibliography. */
export function keyedBrief(state: BriefState, evidence: Evidence): CitedBrief {
  const { clusters } = planCiting(state, {
    isNote: false,
    quoted: (node) => quotedItem(node, evidence),
    workOf: (citekey) => evidence.work(citekey)?.item ?? null,
    hasNote: (node) => speakerNote(evidence.quote(node)).length > 0,
  })
  const places = new Map(
    clusters.map(({ node, items }): [CitingNode, CitedPlace] => {
      const keys = items.map((item) => ({
        ...item,
        citekey: evidence.work(item.citekey)?.citekey ?? item.citekey,
      }))
      return [node, { runs: [], citekeys: keys.map(({ citekey }) => citekey), keys }]
    }),
  )
  return { isNote: false, of: (node) => places.get(node) ?? null, bibliography: [] }
}

/** What a linked quote cites; null where its source is not known. */
function quotedItem(node: LinkedQuote, evidence: Evidence): CitationItem | null {
  const { source, locator } = evidence.quote(node)
  return source === null
    ? null
    : { citekey: source.id, locator, prefix: '', suffix: '', suppressAuthor: false }
}
