import type { BriefNode } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { planCiting, type CitingNode } from '../../shared/citations/brief-clusters.ts'
import type { RenderedCitations } from '../../shared/contract/citations.ts'
import type { Services } from '../services.ts'
import { DEFAULT_STYLE } from './default-style.ts'
import { shown } from './styles.ts'

export interface RenderInput {
  readonly state: BriefState
  /** Instead of the brief's own. */
  readonly style?: string | undefined
  /** The brief's id: what was worked out for it before is used again. */
  readonly brief?: string | undefined
}

/** The citations of a brief as a style sets them. Throws `REFUSED` with reason `unknown-style`. */
export async function renderCitations(
  { citations }: Pick<Services, 'citations'>,
  { state, style: wanted, brief = '' }: RenderInput,
): Promise<RenderedCitations> {
  const { styles, works, warmed, forget } = await citations()
  const own = wanted === undefined && state.citationStyle !== null ? styles.find(state.citationStyle) : null
  const style = wanted === undefined ? (own ?? styles.named(DEFAULT_STYLE)) : styles.named(wanted)
  const citing = warmed(brief, style, state.language)
  const { workOf, citekeyOf, quoted, hasNote } = works()
  const { clusters, footnotes } = planCiting(state, { isNote: citing.isNote, workOf, quoted, hasNote })
  try {
    const rendering = citing.render(clusters, workOf)
    const indexes = indexesOf(state)
    return {
      style: shown(style),
      unknownStyle: wanted === undefined && own === null ? state.citationStyle : null,
      citations: clusters.map(({ node, note }, at) => ({
        of: node.type === 'citation' ? 'citation' : 'quote',
        index: indexes.get(node) ?? 0,
        note,
        runs: rendering.clusters[at]?.runs ?? [],
        dead: rendering.clusters[at]?.dead ?? [],
      })),
      footnotes: [...footnotes].map(([label, note]) => ({ label, note })),
      bibliography: rendering.bibliography.map(({ id, margin, runs }) => ({
        source: id,
        citekey: citekeyOf(id),
        margin,
        runs,
      })),
    }
  } catch (error) {
    forget(citing)
    throw error
  }
}

const isNote = ({ type }: BriefNode): boolean => type === 'footnote'

/** Of each citation, and of each linked quote, which one of its kind it is. */
function indexesOf(state: BriefState): ReadonlyMap<CitingNode, number> {
  const indexes = new Map<CitingNode, number>()
  const counts = { citation: 0, quote: 0 }
  const walk = (nodes: readonly BriefNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'citation') indexes.set(node, counts.citation++)
      else if (node.type === 'linked-quote' || node.type === 'linked-quote-block')
        indexes.set(node, counts.quote++)
      else if ('children' in node) walk(node.children)
    }
  }
  walk(state.root.children.filter((node) => !isNote(node)))
  walk(state.root.children.filter(isNote))
  return indexes
}
