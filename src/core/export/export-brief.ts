import type { ExportFormat } from '../../shared/contract/briefs.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Evidence, ExportWarning } from './evidence.ts'

export interface ExportDeps {
  /** Absolute path of the folder of bundled fonts (`resources/fonts`). */
  readonly fonts: string
}

export interface ExportRequest {
  readonly state: BriefState
  readonly evidence: Evidence
  /** When the brief was last changed, ISO 8601: the only date an export carries. */
  readonly updatedAt: string
  readonly format: ExportFormat
  /** Absolute path of the file to write. */
  readonly out: string
  /** Replace a file that is there. */
  readonly force: boolean
}

export interface ExportResult {
  readonly path: string
  readonly bytes: number
  /** PDF only. */
  readonly pages?: number
  readonly warnings: readonly ExportWarning[]
}
