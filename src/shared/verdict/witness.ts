/** One version of a source, as quotations are held against it. */
export interface Witness {
  readonly sourceId: string
  readonly citekey: string
  /** Counts from 1; 0 for a source without a text. */
  readonly version: number
  readonly current: boolean
  readonly inTrash: boolean
  readonly title: string
  /** The outlet that published it, when known: words "told" to another one are second-hand. */
  readonly publication: string | null
  readonly text: string
  /** Page of a UTF-16 offset for paged sources (PDF, EPUB with page list), else absent. */
  readonly pageAt?: ((offset: number) => string | null) | undefined
  /** Texts of one wire story share it; null when alone. */
  readonly story: string | null
}

/** The library as the judge sees it. Synchronous: every answer is read from the stored text. */
export interface Shelf {
  /** All versions of a source, the current one first; empty for an unknown citekey. */
  readonly cited: (citekey: string) => readonly Witness[]
  /**
   * A superset of the versions whose text or title may hold all of these words
   * (typographic folding and word boundaries of quotations.md), current versions first.
   */
  readonly holdingAll: (words: readonly string[]) => Iterable<Witness>
  /**
   * A superset of the versions in whose text some window may be like these words (`findSimilar`), those that may share
   * most with it first.
   */
  readonly resembling: (keys: readonly string[]) => Iterable<Resembling>
  /** The annotation that names a speaker and has most letters of a range of a witness's text, or null for none. */
  readonly annotationAt: (witness: Witness, start: number, end: number) => AttributedPassage | null
}

export interface Resembling {
  readonly witness: Witness
  /** No window of its text shares more of the words than this. */
  readonly atMost: number
}

/** The passage that a linked quote is pinned to, re-read from the stored text. */
export interface PinnedPassage {
  readonly witness: Witness
  /** See `passageWords`. */
  readonly exact: string
  /** UTF-16 offsets into the witness's text. */
  readonly segments: readonly { readonly start: number; readonly end: number }[]
  readonly speaker: Speaker | null
}

/** An actor and every name it goes by. */
export interface Speaker {
  readonly name: string
  readonly aliases: readonly string[]
}

export interface AttributedPassage {
  readonly annotation: string
  readonly speaker: Speaker | null
}
