import type { CiteCluster, Engine, SortedCluster, SortedItems } from 'citeproc'
import CSL from 'citeproc'
import type { CslItem } from './csl-item.ts'
import { VERBATIM_FORMAT } from './output-format.ts'

/** citeproc's own word for our format. */
const FORMAT = 'verbatim'

CSL.Output.Formats[FORMAT] = VERBATIM_FORMAT
// It would print warnings to standard output, which is a program's to read.
CSL.debug = () => undefined

/**
 * Scripts whose names are written with a space, or a comma, between their parts; citeproc knows Latin (not all
 * of it), Greek, Cyrillic, Hebrew, Arabic and Thai, and sets every other name as Chinese ones are, without any.
 */
const SPACED =
  'a-zA-Z\u00c0-\u024f\u0370-\u058f\u0590-\u05d4\u05d6-\u06ff\u0750-\u077f\u0900-\u0dff\u0e01-\u0e5b' +
  '\u10a0-\u10ff\u1200-\u137f\u1c90-\u1cbf\u1e00-\u1fff\u200c-\u200e\u202a-\u202e'
CSL.ROMANESQUE_REGEXP = new RegExp(`[-0-9${SPACED}]`)
CSL.ROMANESQUE_NOT_REGEXP = new RegExp(`[^${SPACED}]`, 'g')
CSL.STARTSWITH_ROMANESQUE_REGEXP = new RegExp(`^[&${SPACED}]`)
CSL.ENDSWITH_ROMANESQUE_REGEXP = new RegExp(`[.;:&${SPACED}]$`)
CSL.ALL_ROMANESQUE_REGEXP = new RegExp(`^[${SPACED}]+$`)

/** Letters of accented Greek and Latin and of Armenian have initials too. */
CSL.NAME_INITIAL_REGEXP = new RegExp(
  CSL.NAME_INITIAL_REGEXP.source
    .replace('[A-Z', '[A-Z\\u0180-\\u024f\\u0531-\\u0556\\u1e00-\\u1fff')
    .replace('[a-zA-Z', '[a-zA-Z\\u0180-\\u024f\\u0530-\\u058a\\u1e00-\\u1eff'),
)
// It begins a given name that has no initial with a space, beside the one that parts it from the family name.
const initialize = CSL.Util.Names.doInitialize
CSL.Util.Names.doInitialize = function (state, names, terminator) {
  return initialize.call(this, state, names, terminator).trimStart()
}

/** A style and what it is to be used with. */
export interface EngineOptions {
  /** The style's tree as JSON. */
  readonly style: string
  /** BCP 47; a style that names a language of its own keeps to that. */
  readonly language: string
  /** The locale of a language as a tree in JSON; of one that has none, another's. */
  readonly locale: (language: string) => string
  readonly item: (id: string) => CslItem | undefined
  /** Mark addresses as links. */
  readonly links: boolean
}

/** A citation processor of its own. Throws where the style cannot be used. */
export function openEngine({ style, language, locale, item, links }: EngineOptions): Engine {
  const engine = new CSL.Engine(
    {
      retrieveLocale: locale,
      retrieveItem: (id) => {
        const found = item(id)
        if (found === undefined) throw new Error(`No item ${id} was given to the citation processor.`)
        return JSON.parse(JSON.stringify(found)) as object
      },
    },
    style,
    language,
  )
  engine.setOutputFormat(FORMAT)
  engine.opt.development_extensions['wrap_url_and_doi'] = links
  return engine
}

const POSITIONS = ['position', 'first-reference-note-number', 'near-note'] as const

/**
 * Says what of a cite's place is looked at when others come before it; citeproc keeps that for
 * all processors. A new note moves the number of every later one, and without this the
 * processor would write them all again for styles that never show such numbers.
 */
export function watchPositions(style: string): void {
  CSL.POSITION_TEST_VARS = POSITIONS.filter((name) => name === 'position' || style.includes(name))
}

/** Puts the cites of each cluster into the style's order, which needs all works to be known; false where all stood in it. */
export function sortAll(engine: Engine, clusters: readonly CiteCluster[]): boolean {
  const unsorted = clusters.filter((cluster) => !isInOrder(engine, cluster))
  for (const cluster of unsorted) {
    const { sortedItems } = cluster as SortedCluster
    sortedItems.splice(0, sortedItems.length, ...inOrder(engine, cluster))
  }
  return unsorted.length > 0
}

/** Whether they stand in that order. */
export function isInOrder(engine: Engine, cluster: CiteCluster): boolean {
  const { sortedItems } = cluster as SortedCluster
  return sortedItems.length < 2 || inOrder(engine, cluster).every((each, at) => each === sortedItems[at])
}

/** Whether works are known in the order in which they are first cited: as written where the style numbers them, else as it sorts them. */
export function isFirstCited(engine: Engine, clusters: readonly CiteCluster[]): boolean {
  const isNumbered = engine.opt.update_mode === CSL.NUMERIC
  const cited = clusters.flatMap((cluster) =>
    isNumbered
      ? cluster.citationItems.map(({ id }) => id)
      : (cluster as SortedCluster).sortedItems.map(([{ id }]) => id),
  )
  return [...new Set(cited)].join() === engine.registry.mylist.join()
}

/** By the style's keys; where they are the same, as their author wrote them. */
function inOrder(engine: Engine, cluster: CiteCluster): SortedItems {
  const { sortedItems, citationItems } = cluster as SortedCluster
  const written = citationItems.map(({ id }) => id)
  for (const [work, cite] of sortedItems) cite.sortkeys = CSL.getSortKeys.call(engine, work, 'citation_sort')
  return sortedItems
    .toSorted(([one], [other]) => written.indexOf(one.id) - written.indexOf(other.id))
    .toSorted(engine.citation.srt.compareCompositeKeys)
}
