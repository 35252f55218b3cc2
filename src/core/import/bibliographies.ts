import { refused } from '../../shared/contract/failures.ts'
import type { BibliographyFormat, Entries } from './bibliography.ts'
import { HEAD } from './bibliography.ts'
import { decode } from './decode.ts'
import { BIBTEX } from './importers/bibliography/bibtex.ts'
import { CSL_JSON } from './importers/bibliography/csl-json.ts'
import { RIS } from './importers/bibliography/ris.ts'
import { ZOTERO_RDF } from './importers/bibliography/zotero-rdf.ts'
import type { Original } from './read.ts'

const BIBLIOGRAPHIES: readonly BibliographyFormat[] = [BIBTEX, RIS, CSL_JSON, ZOTERO_RDF]
const MOST_ENTRIES = 50_000

/** The works in a bibliography, or null for any other original. `REFUSED` failures: `empty`, `too-large`. */
export async function readBibliography({ bytes, encoding }: Original): Promise<Entries | null> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  const format = BIBLIOGRAPHIES.find(({ is }) => is(head.replace(/^\u00ef\u00bb\u00bf/, '')))
  if (format === undefined) return null
  const entries = await format.read(decode(bytes, { html: false, encoding }).text)
  if (entries === null) return null
  if (entries.length === 0)
    throw refused('empty', 'There is no work in this bibliography. Nothing was imported.')
  if (entries.length > MOST_ENTRIES)
    throw refused('too-large', 'There are more than 50,000 works in this bibliography. Nothing was imported.')
  return { importer: format.importer, mediaType: format.mediaType, entries: [...entries] }
}
