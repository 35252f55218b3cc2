import { DocumentSchema } from '../../shared/document/schema.ts'
import { TEXT_VERSION, deriveText } from '../../shared/document/text.ts'
import { imagesOfBriefs } from '../db/brief-images.ts'
import type { Sha256 } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { eachVersion, listFiles, readDocument, readText, type VersionRow } from '../db/versions.ts'
import type { Library } from '../library/library.ts'
import { messageOf, type Damage } from './damage.ts'

/** Re-hashes every stored file, also one that only a version or a brief speaks of; gives how many there are. */
export async function verifyFiles(
  { reader, blobs }: Library,
  damaged: Damage[],
): Promise<{ readonly originals: number; readonly images: number }> {
  const originals = new Set<Sha256>([...eachVersion(reader)].map(({ originalSha256 }) => originalSha256))
  const inBriefs = imagesOfBriefs(reader)
  const stored = new Set([...originals, ...listFiles(reader).map((file) => file.sha256), ...inBriefs.keys()])
  for (const sha256 of stored) {
    const what = originals.has(sha256) ? 'original' : 'image'
    const title = inBriefs.get(sha256)
    const holder = title === undefined ? '' : ` The brief “${title}” holds it.`
    if (!blobs.has(sha256)) {
      damaged.push({
        what,
        id: sha256,
        message: `The file of this ${what} is gone from the library’s folder.${holder}`,
      })
    } else if (!(await blobs.verify(sha256))) {
      damaged.push({
        what,
        id: sha256,
        message: `The bytes of this ${what} are not those that were stored.${holder}`,
      })
    }
  }
  return { originals: originals.size, images: stored.size - originals.size }
}

/** Re-hashes the text and document of every version and derives the one from the other again. */
export function verifyVersions(reader: Reader, damaged: Damage[]): number {
  let texts = 0
  for (const version of eachVersion(reader)) {
    texts++
    const text = attempt('text', version.id, damaged, () => readText(reader, version))
    const document = attempt('document', version.id, damaged, () => readDocument(reader, version))
    if (text === null || document === null || derives(document, text, version)) continue
    const message = 'The text of this version is not the one that its document gives.'
    damaged.push({ what: 'text', id: version.id, message })
  }
  return texts
}

function derives(document: string, text: string, { textVersion }: VersionRow): boolean {
  if (textVersion !== TEXT_VERSION) return true
  return deriveText(DocumentSchema.parse(JSON.parse(document))).text === text
}

function attempt<T>(what: Damage['what'], id: string, damaged: Damage[], body: () => T): T | null {
  try {
    return body()
  } catch (error) {
    damaged.push({ what, id, message: messageOf(error) })
    return null
  }
}
