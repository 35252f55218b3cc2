import type { CheckedQuotation, DiffOperation, Verdict, Warning } from '../../../shared/contract/check.ts'
import type { Attribution } from '../../../shared/contract/annotations.ts'
import type { Change } from './changes.ts'
import type { ReadPlace, TextForm } from './reading.ts'

/* What evidence.json holds. docs/formats/evidence.schema.json describes the same. */

/** Where the words of a quotation stand. Offsets are UTF-16 units of the source's text, or title; the end is excluded. */
export interface ProvingPassage {
  /** The `key` of a source of the package. */
  readonly source: string
  /** Counted from 1; 0 for the title of a source without a text. */
  readonly version: number
  readonly field: 'text' | 'title'
  readonly start: number
  readonly end: number
  readonly exact: string
  /** 300 units on each side, or what there is. */
  readonly before: string
  readonly after: string
}

export interface ProvenQuotation {
  /** From 1, in the order of the brief's Markdown. */
  readonly number: number
  /** As the brief shows them, without enclosing marks. */
  readonly words: string
  readonly linked: boolean
  readonly annotation: string | null
  readonly verdict: Verdict
  /** Whether the package's own checkers can follow how the words come from the passage. */
  readonly proven: boolean
  /** The key of the source that the brief cites for it, or a citekey that names none. */
  readonly cited: string | null
  readonly passage: ProvingPassage | null
  /** What makes the words of the passage; null where the checkers cannot tell. */
  readonly alterations: readonly Change[] | null
  /** Of an altered quotation. */
  readonly diff: readonly DiffOperation[]
  readonly folded: CheckedQuotation['folded']
  readonly warnings: readonly Warning[]
  readonly speaker: string | null
  /** Who said it, when and where, as the annotation has it. */
  readonly attribution: Attribution | null
  readonly places: Readonly<Record<TextForm, ReadPlace | null>>
}

export interface ProvingVersion {
  readonly number: number
  readonly current: boolean
  readonly importedAt: string
  readonly importer: string
  readonly encoding: string | null
  readonly url: string | null
  readonly characters: number
  /** Of the original bytes. */
  readonly sha256: string
  readonly textSha256: string
  /** Paths in the package. */
  readonly text: string
  readonly original: string | null
}

export interface CustodyProof {
  readonly at: string
  readonly kind: string
  readonly who: string
  readonly version: number | null
  readonly sha256: string | null
  readonly detail: unknown
}

export interface ProvingSource {
  /** The citekey; with a number behind it where two sources of the package share one. */
  readonly key: string
  readonly citekey: string
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publication: string | null
  readonly published: string | null
  readonly publishedAt: string | null
  readonly modified: string | null
  readonly archivedAt: string | null
  readonly url: string | null
  readonly language: string | null
  readonly type: string
  readonly versions: readonly ProvingVersion[]
  readonly custody: readonly CustodyProof[]
}

export interface BriefFile {
  readonly path: string
  readonly sha256: string
}

export interface EvidenceFile {
  readonly $schema: string
  readonly format: 'verbatim-evidence'
  readonly version: 1
  readonly brief: {
    readonly id: string
    readonly title: string
    readonly language: string | null
    readonly updatedAt: string
    readonly citationStyle: string
    readonly files: Readonly<Record<TextForm | 'pdf', BriefFile>>
  }
  /** SHA-256 of the public key that signs the package, or null. */
  readonly signer: string | null
  readonly summary: {
    readonly quotations: number
    readonly proven: number
    /** Passages between quotation marks that are none of the quotations. */
    readonly others: number
    readonly verdicts: Readonly<Record<string, number>>
  }
  readonly quotations: readonly ProvenQuotation[]
  readonly sources: readonly ProvingSource[]
}

/** A file of a package; `path` has `/` between its parts and no part that leads elsewhere. */
export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array
}
