import { dirname, join } from 'node:path'
import { citedKeys } from '../../shared/brief/counts.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Exported } from '../../shared/contract/exports.ts'
import type { PdfLook } from '../../shared/contract/pdf-look.ts'
import type { CheckedQuotation } from '../../shared/contract/check.ts'
import type { UsableStyle } from '../citations/styles.ts'
import type { BriefRow } from '../db/briefs.ts'
import {
  evidencePackage,
  refuseEarlyPackage,
  writePackage,
} from '../export/evidence-package/evidence-package.ts'
import { refuseChanged } from '../export/as-written.ts'
import { readKey } from '../export/evidence-package/signing.ts'
import { laidOut, setPages } from '../export/export-brief.ts'
import { stopped } from '../export/stopped.ts'
import type { Services } from '../services.ts'
import { contentOf } from './content.ts'
import { provenanceFrom } from './provenance.ts'

export interface EvidenceInput {
  readonly row: BriefRow
  readonly state: BriefState
  readonly style: UsableStyle
  /** Its quotations as they were just checked. */
  readonly rows: readonly CheckedQuotation[]
  readonly look: PdfLook
  readonly out: string
  readonly force: boolean
  readonly replaces?: string | undefined
  readonly originals?: boolean | undefined
  readonly sign?: string | undefined
}

/**
 * Writes a brief's evidence package. Throws `REFUSED`: `no-quotations`, `no-key`,
 * `not-a-key`, `stopped`, `originals-too-large`, `damaged-text`, `damaged-original`, and what
 * printing and writing throw.
 */
export async function exportEvidence(
  services: Services,
  { row, state, style, rows, look, out, force, replaces, originals, sign }: EvidenceInput,
  signal?: AbortSignal,
): Promise<Omit<Exported, 'faults'>> {
  const { library, fonts, typesetter } = services
  await refuseEarlyPackage(out, force)
  const signer = sign === undefined ? null : await readKey(sign)
  const laid = laidOut(await contentOf(services, state, style, row.updatedAt))
  const check = (): void => {
    if (signal?.aborted === true) throw stopped()
  }
  const asked = {
    ...laid,
    pdf: () => setPages(laid, look, { fonts, typesetter, signal }),
    provenance: provenanceFrom(library),
    rows,
    cited: citedKeys(state),
    id: row.id,
    updatedAt: row.updatedAt,
    citationStyle: style.id,
    originals: originals ?? false,
    signer,
    fixed: join(dirname(fonts), 'evidence'),
  }
  const made = await evidencePackage(asked, check)
  check()
  await refuseChanged(out, replaces)
  const written = await writePackage(out, made, { force, check })
  const { pages, warnings, fingerprint } = made
  return { path: out, ...written, pages, fingerprint, warnings: [...warnings] }
}
