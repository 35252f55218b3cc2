import type { Attribution } from '../../../shared/contract/annotations.ts'
import type { Found } from '../../../shared/contract/check.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import type { CustodyProof } from './proof.ts'

/** A version as the library has it, its text read again and its hash checked. */
export interface StoredVersion {
  readonly number: number
  readonly current: boolean
  readonly importedAt: string
  readonly importer: string
  readonly encoding: string | null
  readonly url: string | null
  /** What its file was called; null where that is not known. */
  readonly fileName: string | null
  readonly sha256: string
  readonly textSha256: string
  readonly originalBytes: number
}

/** Answers of the library that a package needs; the same each time they are asked for. */
export interface Provenance {
  /** By citekey, one it had before, or id; in the trash too. Null when nothing has it. */
  readonly source: (key: string) => Source | null
  /** The sources that have a citekey now: more than one where it clashes. */
  readonly sourcesNamed: (citekey: string) => readonly Source[]
  readonly versions: (source: string) => readonly StoredVersion[]
  /** Throws `REFUSED` `damaged-text`. */
  readonly text: (version: StoredVersion) => string
  /** Throws `REFUSED` `damaged-original`. */
  readonly original: (version: StoredVersion) => Uint8Array
  readonly custody: (source: string) => readonly CustodyProof[]
  /** The source of an annotation and who speaks there; null when it is gone. */
  readonly annotation: (
    id: string,
  ) => { readonly source: string; readonly attribution: Attribution | null } | null
}

/** The words at a found place. */
export type FoundPlace = Pick<Found, 'source' | 'version' | 'start' | 'end' | 'text' | 'field'>
