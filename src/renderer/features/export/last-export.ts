import type { ExportFormat } from '../../../shared/contract/exports.ts'
import type { Grant } from '../../../shared/contract/shell.ts'
import type { Choices } from './choices.ts'

/** A key that signs, in a file that the user chose. */
export interface ChosenKey {
  readonly grant: Grant
  readonly fingerprint: string
}

/** What an evidence package takes along. Kept nowhere: a key is not for a page to remember. */
export interface EvidenceChoice {
  readonly originals: boolean
  readonly key: ChosenKey | null
}

export const NO_EVIDENCE: EvidenceChoice = { originals: false, key: null }

/** What is exported: the formats, and how they look. */
export interface Asked {
  readonly formats: readonly ExportFormat[]
  readonly choices: Choices
  readonly evidence: EvidenceChoice
}

/** Where a format goes, and the file that it may replace there. */
export interface Place {
  readonly grant: Grant
  /** SHA-256 of the only file that may be replaced; undefined where the system's dialog has asked. */
  readonly replaces: string | undefined
}

/** An export that can be repeated: what was asked for, and each place with what was written there. */
export interface LastExport {
  readonly asked: Asked
  readonly places: readonly Place[]
}

/** By brief, for as long as the window lives: a place is granted by the system's dialog, and no grant outlives it. */
const lastOf = new Map<string, LastExport>()

export const lastExportOf = (brief: string): LastExport | null => lastOf.get(brief) ?? null

export const rememberExport = (brief: string, last: LastExport): void => void lastOf.set(brief, last)
