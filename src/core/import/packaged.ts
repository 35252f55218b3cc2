import type { PackagedFormat } from './extraction.ts'
import { DOCX } from './importers/docx.ts'
import { EML } from './importers/eml.ts'
import { EPUB } from './importers/epub.ts'
import { MHTML } from './importers/mhtml.ts'
import { ODT } from './importers/odt.ts'
import { PDF } from './importers/pdf.ts'
import { WEBARCHIVE } from './importers/webarchive.ts'

/** The formats that are told by their bytes; the first that knows an original reads it. */
export const PACKAGED: readonly PackagedFormat[] = [PDF, DOCX, EPUB, ODT, WEBARCHIVE, MHTML, EML]
