import type { ListedSource } from './bibliography/listed-work.ts'
import type { CslItem } from '../../shared/citations/csl-item.ts'
import type { Annotation, Attribution } from '../../shared/contract/annotations.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { Verdict } from '../../shared/contract/check.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'

/** What stands behind a linked quote, re-read from the library for this export. */
export interface QuoteEvidence {
  /**
   * The words to print, without quotation marks: the passage with its alterations,
   * or what the brief shows in its place (`asWritten`, the author's translation).
   * Paragraphs are parted by a line feed.
   */
  readonly words: string
  /** BCP 47 of `words`; null when unknown. */
  readonly language: string | null
  /** The passage itself, when `words` are a translation of it. */
  readonly original: { readonly words: string; readonly language: string | null } | null
  /** Null when the annotation or its source is gone. */
  readonly source: Source | null
  readonly attribution: Attribution | null
  /** Where in the source, ready to print (`p. 3`, `para. 4`); null when unknown. */
  readonly locator: string | null
}

/** What a reader may ask about a linked quote besides its source. */
export interface QuoteContext {
  /** Null when it was not judged. */
  readonly verdict: Verdict | null
  /** One sentence each. */
  readonly warnings: readonly string[]
  /** Null when it is gone. */
  readonly passage: PassageContext | null
}

/** The words that a quotation is held against, as its source has them, and up to 300 characters on either side. */
export interface PassageContext {
  /** In order, and without a gap; `held` are those words. */
  readonly pieces: readonly { readonly text: string; readonly held: boolean }[]
  /** The text goes on before, and after. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

/** A source as citations name it. */
export interface CitedWork {
  readonly item: CslItem
  /** As it is now. */
  readonly citekey: string
}

/** A source that the brief cites or quotes, with all that is marked in it. */
export interface CitedSourceNote {
  readonly source: ListedSource
  readonly annotations: readonly Annotation[]
}

/** Answers of the library that an export needs. Synchronous and the same each time it is asked. */
export interface Evidence {
  readonly quote: (quote: LinkedQuote) => QuoteEvidence
  readonly context: (quote: LinkedQuote) => QuoteContext
  /** The work that a citekey or the id of a source names; null when nothing has it. */
  readonly work: (citekey: string) => CitedWork | null
  /** The bytes of an image of the library; null when it is gone or damaged. */
  readonly image: (blob: string) => Uint8Array | null
}

/** A file that an export has beside its own. */
export interface BesideFile {
  /** Names of folders and the file, from the export's folder on; each safe on every file system. */
  readonly path: readonly string[]
  readonly bytes: Uint8Array
  /** Whether a file that is there may be replaced. Unless given, it may. */
  readonly mayReplace?: (there: Uint8Array) => boolean
  /** Named by its content, and so shared by exports. */
  readonly isShared?: boolean
}

/** Something the reader of the export should know; the export itself succeeded. */
export interface ExportWarning {
  readonly code:
    | 'characters-replaced'
    | 'characters-left-out'
    | 'images-left-out'
    | 'images-damaged'
    | 'nesting-flattened'
    | 'not-accessible'
    | 'not-confirmable'
  readonly message: string
}
