import type { VerifyReport } from '../../shared/contract/library.ts'
import { recordCustody } from '../db/custody.ts'
import type { Library } from '../library/library.ts'
import type { Damage } from './damage.ts'
import { verifyAnnotations } from './verify-annotations.ts'
import { verifyQuotes } from './verify-quotes.ts'
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
  const { originals, images } = await verifyFiles(library, damaged)
  const texts = verifyVersions(library.reader, damaged)
  const annotations = verifyAnnotations(library.reader, damaged)
  const quotes = verifyQuotes(library, damaged)
  const report: VerifyReport = { originals, images, texts, annotations, quotes, damaged }
  library.writeQuietly((writer) => recordCustody(writer, { kind: 'verify', detail: { ...report } }))
  return report
}
