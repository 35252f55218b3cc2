/** The parts of citeproc-js that are used here; it comes without types. */
declare module 'citeproc' {
  export interface CiteprocSystem {
    /** XML, or the same tree as JSON. */
    readonly retrieveLocale: (language: string) => string
    /** An object of its own at each call: the processor writes into it. */
    readonly retrieveItem: (id: string) => object
  }

  export interface CiteItem {
    readonly id: string
    readonly locator?: string
    readonly label?: string
    readonly prefix?: string
    readonly suffix?: string
    readonly 'suppress-author'?: boolean
  }

  export interface CiteCluster {
    readonly citationID: string
    readonly citationItems: readonly CiteItem[]
    readonly properties: { readonly noteIndex: number }
  }

  /** A cluster once the processor has it: its cites in the style's order. */
  export interface SortedCluster extends CiteCluster {
    readonly sortedItems: SortedItems
  }

  /** The clusters that read otherwise now: where each stands, what it reads, its id. */
  export type ProcessedClusters = readonly [object, readonly (readonly [number, string, string])[]]

  export type SortedItems = [work: { readonly id: string }, cite: { sortkeys: unknown }][]

  /** A citation's id and the number of its note, 0 in the text. */
  export type PlacedCitation = readonly [string, number]

  export interface BibliographySection {
    readonly include: readonly { readonly field: string; readonly value: string }[]
  }

  export class Engine {
    /** `style` as XML, or the same tree as JSON. Throws for a style that it cannot read. */
    constructor(system: CiteprocSystem, style: string, language?: string, forceLanguage?: boolean)
    readonly opt: {
      readonly development_extensions: Record<string, boolean>
      readonly xclass: string
      readonly update_mode: number
    }
    readonly registry: {
      readonly registry: Readonly<Record<string, RegistryEntry>>
      /** Ids in the order in which they are first cited. */
      readonly mylist: readonly string[]
      readonly getSortedIds: () => readonly string[]
    }
    readonly citation: {
      readonly srt: { readonly compareCompositeKeys: (one: unknown, other: unknown) => number }
    }
    readonly bibliography: { readonly opt: Readonly<Record<string, unknown>> }
    setOutputFormat(name: string): void
    /** Takes clusters in and writes some of them; each of them is sorted in place. */
    restoreProcessorState(citations: readonly CiteCluster[]): ProcessedClusters
    /** Writes a cluster that was taken in. */
    process_CitationCluster(sortedItems: SortedItems, citation: CiteCluster): string
    processCitationCluster(
      citation: CiteCluster,
      before: readonly PlacedCitation[],
      after: readonly PlacedCitation[],
    ): ProcessedClusters
    makeBibliography(section?: BibliographySection): readonly [object, readonly string[]] | false
  }

  /** What is known of an item that is cited. */
  export interface RegistryEntry {
    readonly id: string
    readonly seq: number
    readonly disambig: unknown
  }

  type Decoration = (
    this: { readonly system_id?: string | number },
    state: { readonly getTerm: (name: string) => string },
    text?: string,
  ) => string
  /** How the processor writes: its marks by name, `@font-style/italic` and so on. */
  export type OutputFormat = Readonly<
    Record<string, string | false | Decoration | ((text: string) => string)>
  >

  const CSL: {
    readonly Engine: typeof Engine
    readonly NUMERIC: number
    POSITION_TEST_VARS: readonly string[]
    readonly Output: { readonly Formats: Record<string, OutputFormat> }
    /** Letters of scripts whose names are written with spaces. */
    ROMANESQUE_REGEXP: RegExp
    ROMANESQUE_NOT_REGEXP: RegExp
    STARTSWITH_ROMANESQUE_REGEXP: RegExp
    ENDSWITH_ROMANESQUE_REGEXP: RegExp
    ALL_ROMANESQUE_REGEXP: RegExp
    /** A given name: its initial, the letters after it, and a full stop. */
    NAME_INITIAL_REGEXP: RegExp
    readonly Util: {
      readonly Names: {
        /** Of a given name, in parts, its initials, each with what `terminator` has after it. */
        doInitialize: (state: object, names: readonly string[], terminator: string) => string
      }
    }
    debug: (text: string) => void
    readonly getSortKeys: (this: Engine, work: object, of: 'citation_sort') => unknown
  }
  export default CSL
}
