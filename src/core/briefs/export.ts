import type { Exported, ExportFormat } from '../../shared/contract/briefs.ts'
import { FAULTS } from '../../shared/contract/check.ts'
import { refused } from '../../shared/contract/failures.ts'
import { checkState } from '../check/check-brief.ts'
import type { Services } from '../services.ts'
import { openBrief } from './briefs.ts'
import { evidenceFrom } from './evidence.ts'
import { nameOlderVersions } from './moved-quotes.ts'

export interface ExportInput {
  readonly brief: string
  readonly format: ExportFormat
  /** Absolute path. */
  readonly out: string
  readonly force: boolean
  /** Write nothing when a quotation has a fault. */
  readonly strict: boolean
}

/**
 * Checks a brief and writes it to a file. Throws `REFUSED`: `unknown-brief`,
 * `faults` with `strict`, and what the writing throws.
 */
export async function exportBrief({ library, fonts }: Services, input: ExportInput): Promise<Exported> {
  const { row, state } = openBrief(library, input.brief)
  const faults = checkState(library.reader, state).filter(({ verdict }) => FAULTS.has(verdict))
  if (input.strict && faults.length > 0) throw faulty(faults.length, faults)
  const { format, out, force } = input
  const printed = format === 'verbatim' ? nameOlderVersions(library.reader, state) : state
  const evidence = evidenceFrom(library, state.language)
  // Printers and their fonts are loaded only when something is printed.
  const { exportBrief: write } = await import('../export/export-brief.ts')
  const { warnings, ...written } = await write(
    { state: printed, evidence, updatedAt: row.updatedAt, format, out, force },
    { fonts },
  )
  return { ...written, faults, warnings: [...warnings] }
}

const faulty = (count: number, faults: unknown) =>
  refused(
    'faults',
    `${count === 1 ? 'A quotation of this brief has a fault' : `${count} quotations of this brief have faults`}. ` +
      'Nothing was written. “verbatim check” tells which; without --strict it is written all the same.',
    { faults },
  )
