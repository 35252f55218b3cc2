import type { Document } from '../../../shared/document/document.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { Article, PackagedFormat, PackagedOriginal, Recognition } from '../extraction.ts'
import { languageOf } from '../language.ts'
import { withEndnotes } from './pdf/endnotes.ts'
import { buildBlocks, noteId } from './pdf/build.ts'
import { Gutters, regionsOf } from './pdf/columns.ts'
import { flowOf } from './pdf/flow.ts'
import { labelsOf, withoutFurniture } from './pdf/furniture.ts'
import { headingLevels, textOf } from './pdf/headings.ts'
import { Hyphens } from './pdf/hyphens.ts'
import { loadPdfjs, type Pdfjs } from './pdf/library.ts'
import { metadataOf, outlineOf, titleByType } from './pdf/metadata.ts'
import { damaged, openPdf, type OpenPdf } from './pdf/open.ts'
import type { ReadPage } from './pdf/page.ts'
import { settingOf } from './pdf/paragraphs.ts'
import { readPages, type ReadPages } from './pdf/read-pages.ts'
import { isMostlyRightToLeft } from './pdf/script.ts'
import { readScanned, type ScannedPages } from './pdf/scanned.ts'

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
async function readPdf({ bytes, name, password, progress }: PackagedOriginal): Promise<Article> {
  const pdfjs = await loadPdfjs()
  const options = { password: password ?? null, largestPicture: 0 }
  const open = await openPdf(pdfjs, bytes, options)
  try {
    const typed = await readPages(open.pdf, pdfjs)
    if (typed.broken.length === typed.pages.length) throw damaged()
    const empty = typed.pages.filter(hasNoWords).map((page) => page.number)
    const scanned =
      empty.length === 0
        ? null
        : await pagesFromPictures(pdfjs, bytes, { ...options, largestPicture: LARGEST_SCAN }, empty, progress)
    if (scanned === null && empty.length === typed.pages.length) throw noText()
    const pages = typed.pages.map((page) => scanned?.pages.get(page.number) ?? page)
    const article = await articleFrom(open, { ...typed, pages }, name)
    const warning = warningOf(typed.broken, bytes) ?? recognisedWarning(scanned?.recognition)
    return {
      ...article,
      ...(warning === undefined ? {} : { warning }),
      ...(scanned === null ? {} : { recognition: scanned.recognition }),
    }
  } finally {
    await open.close()
  }
}

const hasNoWords = ({ words, turned }: ReadPage): boolean => words.length + turned.length === 0

/** In pixels: a newspaper's page at 600 dots per inch. */
const LARGEST_SCAN = 160_000_000

/** Opened anew: before, all pictures were passed over. */
async function pagesFromPictures(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  options: Parameters<typeof openPdf>[2],
  numbers: readonly number[],
  progress: PackagedOriginal['progress'],
): Promise<ScannedPages | null> {
  const open = await openPdf(pdfjs, bytes, options)
  try {
    return await readScanned(open.pdf, pdfjs, numbers, () => progress?.())
  } finally {
    await open.close()
  }
}

async function articleFrom({ pdf }: OpenPdf, read: ReadPages, name: string): Promise<Article> {
  const given = await pdf.getPageLabels()
  const { pages, printed } = withoutFurniture(read.pages, given)
  const labels = labelsOf(printed, given)
  const seen = new Gutters()
  for (const { words } of pages) regionsOf(words, seen)
  const gutters = seen.learnt()
  const ordered = pages.map(({ number, words, turned }) => ({
    number,
    regions: regionsOf(words, gutters),
    turned,
  }))
  const setting = settingOf(ordered.flatMap(({ regions }) => regions))
  const flow = flowOf(ordered, setting)
  const metadata = await metadataOf(pdf, name)
  const sample = flow.slice(0, 60).map(textOf).join('\n').slice(0, 4000)
  const hyphens = new Hyphens(
    flow.flatMap(({ lines }) => lines.map(({ line }) => line)),
    languageOf(sample, metadata.language),
  )
  const levels = headingLevels(flow, setting, await outlineOf(pdf))
  const drafts = withEndnotes(flow, (draft) => levels.has(draft))
  const ids = new Set(drafts.filter(({ kind, marker }) => kind === 'note' && marker !== null).map(noteId))
  const noteFor = (page: number, label: string): string | null =>
    [`note-${String(page)}-${label}`, `note-end-${label}`].find((id) => ids.has(id)) ?? null
  const { blocks, notes } = buildBlocks({
    drafts,
    levels,
    labels,
    context: { hyphens, noteFor },
  })
  const document: Document = {
    type: 'document',
    format: 1,
    language: metadata.language,
    direction: isMostlyRightToLeft(sample.split(' ')) ? 'rtl' : null,
    children: blocks,
    origins: [],
  }
  const title = metadata.title === '' ? titleByType(drafts, setting.body) : metadata.title
  return { document, notes, metadata: { ...metadata, title }, images: [] }
}

const noText = (): Failure =>
  refused(
    'no-text',
    'This PDF holds no words, and none could be recognised in its pictures. Nothing was imported. Run text recognition (OCR) on it in another program, and import that.',
  )

/** A whole file ends in this mark. */
const END_MARK = '%%EOF'

function recognisedWarning(recognition: Recognition | undefined): Article['warning'] {
  if (recognition === undefined) return undefined
  const { pages, confidence } = recognition
  const which = pages === 1 ? 'one page' : `${String(pages)} pages`
  return {
    code: 'recognised',
    message: `The words of ${which} were recognised from pictures, with a confidence of ${String(confidence)} %. Compare what you quote with the original.`,
  }
}

function warningOf(broken: readonly number[], bytes: Uint8Array): Article['warning'] {
  const ended = Buffer.from(bytes.subarray(-4096)).includes(END_MARK)
  if (broken.length === 0 && ended) return undefined
  const lost =
    broken.length === 0
      ? 'its end is missing, so that pages may be too'
      : `${broken.length === 1 ? 'page' : 'pages'} ${broken.slice(0, 20).join(', ')} could not be read`
  return { code: 'damaged', message: `The file is damaged: ${lost}. The rest was imported.` }
}
