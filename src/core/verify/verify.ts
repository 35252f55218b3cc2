import { VERDICTS } from '../../shared/contract/check.ts'
import type { VerifyReport } from '../../shared/contract/library.ts'
import { recordCustody } from '../db/custody.ts'
import { listBriefs } from '../db/briefs.ts'
import { checkBrief } from '../check/check-brief.ts'
import type { Library } from '../library/library.ts'
import { isOnDamagedText, messageOf, type Damage } from './damage.ts'
import { verifyAnnotations } from './verify-annotations.ts'
import { verifyFiles, verifyVersions } from './verify-stored.ts'

/**
 * Reads everything again: hashes of originals, images, documents and texts, the
 * place of every annotation, the verdict of every linked quote. Damage is told
 * one by one and stops nothing. Leaves an entry in the custody log.
 */
export async function verifyLibrary(library: Library): Promise<VerifyReport> {
  const damaged: Damage[] = library.broken().map((table) => ({
    what: 'library',
    id: table,
    message: `Entries of the table “${table}” speak of others that are gone. Restore the library from a backup.`,
  }))
  const originals = await verifyFiles(library, damaged)
  const texts = verifyVersions(library.reader, damaged)
  const annotations = verifyAnnotations(library.reader, damaged)
  const quotes = verifyQuotes(library, damaged)
  const report: VerifyReport = { originals, texts, annotations, quotes, damaged }
  library.writeQuietly((writer) => recordCustody(writer, { kind: 'verify', detail: { ...report } }))
  return report
}

/** How many linked quotes have each verdict; every verdict is named. */
function verifyQuotes(library: Library, damaged: Damage[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]))
  for (const { id } of listBriefs(library.reader)) {
    try {
      for (const { linked, verdict } of checkBrief(library, id)) {
        if (linked) counts[verdict] = (counts[verdict] ?? 0) + 1
      }
    } catch (error) {
      if (!isOnDamagedText(error)) damaged.push({ what: 'brief', id, message: messageOf(error) })
    }
  }
  return counts
}
