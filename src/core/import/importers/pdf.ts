import type { Document } from '../../../shared/document/document.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { Article, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import { languageOf } from '../language.ts'
import { buildBlocks } from './pdf/build.ts'
import { regionsOf } from './pdf/columns.ts'
import { flowOf } from './pdf/flow.ts'
import { labelsOf, withoutFurniture } from './pdf/furniture.ts'
import { headingLevels, textOf } from './pdf/headings.ts'
import { Hyphens } from './pdf/hyphens.ts'
import { loadPdfjs } from './pdf/library.ts'
import { metadataOf, outlineOf, titleByType } from './pdf/metadata.ts'
import { damaged, openPdf, type OpenPdf } from './pdf/open.ts'
import { settingOf } from './pdf/paragraphs.ts'
import { readPages, type ReadPages } from './pdf/read-pages.ts'

/** A PDF may begin with stray bytes. */
const HEAD = 1024

export const PDF: PackagedFormat = {
  importer: 'pdf',
  version: 1,
  mediaType: 'application/pdf',
  is: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).includes('%PDF-'),
  read: readPdf,
}

/**
 * Reads a PDF: its words in reading order, without running heads and page
 * numbers, with the page of each. `REFUSED` failures: `password`,
 * `wrong-password`, `damaged`, `no-text`.
 */
async function readPdf({ bytes, name, password }: PackagedOriginal): Promise<Article> {
  const pdfjs = await loadPdfjs()
  const open = await openPdf(pdfjs, bytes, { password: password ?? null, largestPicture: 0 })
  try {
    const read = await readPages(open.pdf, pdfjs)
    if (read.broken.length === read.pages.length) throw damaged()
    if (read.pages.every(({ words, turned }) => words.length + turned.length === 0)) throw noText()
    const warning = warningOf(read.broken, bytes)
    return { ...(await articleFrom(open, read, name)), ...(warning === null ? {} : { warning }) }
  } finally {
    await open.close()
  }
}

async function articleFrom({ pdf }: OpenPdf, read: ReadPages, name: string): Promise<Article> {
  const { pages, printed } = withoutFurniture(read.pages)
  const labels = labelsOf(printed, await pdf.getPageLabels())
  const ordered = pages.map(({ number, words, turned }) => ({ number, regions: regionsOf(words), turned }))
  const setting = settingOf(ordered.flatMap(({ regions }) => regions))
  const drafts = flowOf(ordered, setting)
  const metadata = await metadataOf(pdf, name)
  const sample = drafts.slice(0, 60).map(textOf).join('\n').slice(0, 4000)
  const hyphens = new Hyphens(
    drafts.flatMap(({ lines }) => lines.map(({ line }) => line)),
    languageOf(sample, metadata.language),
  )
  const noteLabels = new Set(
    drafts
      .filter(({ kind, marker }) => kind === 'note' && marker !== null)
      .map(({ lines, marker }) => `${String(lines[0]?.page)} ${marker?.label ?? ''}`),
  )
  const { blocks, notes } = buildBlocks({
    drafts,
    levels: headingLevels(drafts, setting, await outlineOf(pdf)),
    labels,
    context: { hyphens, hasNote: (page, label) => noteLabels.has(`${String(page)} ${label}`) },
  })
  const document: Document = {
    type: 'document',
    format: 1,
    language: metadata.language,
    direction: null,
    children: blocks,
    origins: [],
  }
  const title = metadata.title === '' ? titleByType(drafts, setting.body) : metadata.title
  return { document, notes, metadata: { ...metadata, title }, images: [] }
}

const noText = (): Failure =>
  refused(
    'no-text',
    'This PDF holds pictures of pages only, and no words. Nothing was imported. Run text recognition (OCR) on it, and import that.',
  )

/** A whole file ends in this mark. */
const END_MARK = '%%EOF'

function warningOf(broken: readonly number[], bytes: Uint8Array): Article['warning'] | null {
  const ended = Buffer.from(bytes.subarray(-4096)).includes(END_MARK)
  if (broken.length === 0 && ended) return null
  const lost =
    broken.length === 0
      ? 'its end is missing, so that pages may be too'
      : `${broken.length === 1 ? 'page' : 'pages'} ${broken.slice(0, 20).join(', ')} could not be read`
  return { code: 'damaged', message: `The file is damaged: ${lost}. The rest was imported.` }
}
