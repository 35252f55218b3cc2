import { dirname, join } from 'node:path'
import type { Image } from 'mdast'
import type { ExportFormat } from '../../shared/contract/exports.ts'
import type { PdfLook } from '../../shared/contract/pdf-look.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { quotationMarks } from '../../shared/brief/quotation-marks.ts'
import type { Citing } from '../../shared/citations/citing.ts'
import type { Appendix } from './appendix.ts'
import { appendixBlocks } from './appendix-blocks.ts'
import { refuseChanged } from './as-written.ts'
import { citedBrief, keyedBrief } from './cited-brief.ts'
import type {
  BesideFile,
  CitedSourceNote,
  Evidence,
  ExportWarning,
  QuoteContext,
  QuoteEvidence,
} from './evidence.ts'
import { sha256Of } from './evidence-package/manifest.ts'
import { layOut } from './lay-out.ts'
import { printFlavour } from './flavours.ts'
import type { Pdf } from './pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { stopped } from './stopped.ts'
import { printVerbatim } from './verbatim.ts'
import { refuseEarly } from './write-export.ts'
import { writeTogether } from './write-together.ts'

export interface ExportDeps {
  /** Absolute path of the folder of bundled fonts (`resources/fonts`). */
  readonly fonts: string
  /** Absolute path of the program that sets pages in a thread of its own; in this one without it. */
  readonly typesetter?: string | undefined
  /** Ends the setting of pages. */
  readonly signal?: AbortSignal | undefined
}

/** What one printer makes one file of. An evidence package is made of several (`evidence-package/`). */
export type PrintedFormat = Exclude<ExportFormat, 'evidence'>

export interface ExportRequest {
  readonly state: BriefState
  readonly evidence: Evidence
  /** A citation processor of this export's own. */
  readonly citing: Citing
  /** When the brief was last changed, ISO 8601: the only date an export carries. */
  readonly updatedAt: string
  readonly format: PrintedFormat
  readonly look: PdfLook
  /** Of a Word document: the notes stand together at the end. */
  readonly endnotes?: boolean
  /** Absolute path of the file to write. */
  readonly out: string
  /** Replace a file that is there. */
  readonly force: boolean
  /** SHA-256 of the only file that may be replaced. */
  readonly replaces?: string | undefined
  /** What stands after the bibliography; not in Verbatim Markdown, which comes back as a brief. */
  readonly appendix?: Appendix | undefined
  /** Every source that the brief cites or quotes, by citekey. */
  readonly cited?: () => readonly CitedSourceNote[]
  /** With `obsidian`: a note of each of them. */
  readonly notes?: boolean
}

export interface ExportResult {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** PDF only. */
  readonly pages?: number
  /** The absolute paths of the other files. */
  readonly beside?: string[]
  readonly warnings: readonly ExportWarning[]
}

/**
 * Prints a brief and writes it, with the files that belong to it, whole or not at all.
 * Throws `REFUSED` with the reasons of `writeTogether` and `printPdf`.
 */
export async function exportBrief(request: ExportRequest, deps: ExportDeps): Promise<ExportResult> {
  const { out, force, replaces } = request
  await refuseEarly(out, force)
  const { bytes, beside = [], ...rest } = await print(request, deps)
  const check = (): void => {
    if (deps.signal?.aborted === true) throw stopped()
  }
  check()
  await refuseChanged(out, replaces)
  const files = beside.map(({ path, ...file }) => ({ path: join(dirname(out), ...path), ...file }))
  await writeTogether([...files, { path: out, bytes }], { force, check })
  const others = files.length === 0 ? {} : { beside: files.map(({ path }) => path) }
  return { path: out, bytes: bytes.length, sha256: sha256Of(bytes), ...others, ...rest }
}

type Content = Pick<ExportRequest, 'state' | 'evidence' | 'citing' | 'updatedAt' | 'appendix'>

/** The pages of a brief as PDF, written nowhere. Throws as `setApart`. */
export async function printPages(content: Content, look: PdfLook, deps: ExportDeps): Promise<Pdf> {
  return setPages(laidOut(content), look, deps)
}

/** The same of a brief that is laid out. */
export async function setPages(
  { brief, evidence }: LaidOut,
  look: PdfLook,
  { fonts, typesetter, signal }: ExportDeps,
): Promise<Pdf> {
  // What sets pages is loaded only when some are asked for.
  if (typesetter === undefined) return (await import('./pdf.ts')).printPdf(brief, evidence, fonts, look)
  const { setApart } = await import('./typesetter/apart.ts')
  return setApart(typesetter, { brief, images: imagesOf(brief, evidence), fonts, look }, signal)
}

function imagesOf({ blocks, notes }: PrintedBrief, { image }: Evidence): ReadonlyMap<string, Uint8Array> {
  const images = new Map<string, Uint8Array>()
  const visit = (node: { readonly type: string }): void => {
    const blob = node.type === 'image' ? (node as Image).data?.blob : undefined
    const bytes = blob === undefined ? null : image(blob)
    if (blob !== undefined && bytes !== null) images.set(blob, bytes)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
  }
  blocks.forEach(visit)
  for (const note of notes) note.blocks.forEach(visit)
  return images
}

interface Printed {
  readonly bytes: Uint8Array
  readonly pages?: number
  readonly beside?: readonly BesideFile[]
  readonly warnings: readonly ExportWarning[]
}

async function print(request: ExportRequest, deps: ExportDeps): Promise<Printed> {
  const { format, look, endnotes } = request
  switch (format) {
    case 'verbatim':
      return printVerbatim(request.state, request.evidence)
    case 'md':
    case 'pandoc':
    case 'obsidian': {
      const { brief, evidence } = laidOut(request, format)
      return printFlavour(brief, format, evidence, request)
    }
    case 'html': {
      const { brief, evidence } = laidOut(request)
      const { html, warnings } = (await import('./html.ts')).printHtml(brief, evidence)
      return { ...printed(html), warnings }
    }
    case 'docx': {
      const { brief, evidence } = laidOut(request)
      return (await import('./docx.ts')).printDocx(brief, evidence, { ...look, endnotes: endnotes === true })
    }
    case 'pdf':
      return printPages(request, look, deps)
    default:
      return assertNever(format)
  }
}

export interface LaidOut {
  readonly brief: PrintedBrief
  readonly evidence: Evidence
}

/** A brief with its citations set, its notes numbered and its appendix behind it, ready to be printed. */
export function laidOut(
  { state, evidence: asked, citing, updatedAt, appendix }: Content,
  format: ExportFormat = 'md',
): LaidOut {
  const evidence = remembered(asked)
  const cited = format === 'pandoc' ? keyedBrief(state, evidence) : citedBrief(state, evidence, citing)
  const marks = quotationMarks(state.language)
  const brief = layOut(state, evidence, cited, marks, updatedAt, format === 'obsidian')
  const behind = appendix === undefined ? [] : appendixBlocks(appendix, state.language)
  return { evidence, brief: { ...brief, blocks: [...brief.blocks, ...behind] } }
}

/** Citations and layout ask for the same quotes; each reads a text. */
function remembered(evidence: Evidence): Evidence {
  const known = new Map<LinkedQuote, QuoteEvidence>()
  const contexts = new Map<LinkedQuote, QuoteContext>()
  return {
    ...evidence,
    context: (quote) => {
      const found = contexts.get(quote) ?? evidence.context(quote)
      contexts.set(quote, found)
      return found
    },
    quote: (quote) => {
      const found = known.get(quote) ?? evidence.quote(quote)
      known.set(quote, found)
      return found
    },
  }
}

const printed = (text: string): Printed => ({ bytes: new TextEncoder().encode(text), warnings: [] })

function assertNever(format: never): never {
  throw new Error(`There is no printer for ${String(format)}.`)
}
