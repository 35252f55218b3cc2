import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { Evidence, ExportWarning } from '../evidence.ts'
import { printMarkdown } from '../markdown.ts'
import type { Pdf } from '../pdf.ts'
import type { PrintedBrief } from '../printed-brief.ts'
import { refuseEarly, writeExport } from '../write-export.ts'
import { printEvidencePage } from './evidence-page.ts'
import { copiesFor, inOrder, sha256Of, SUMS, sumsOf } from './manifest.ts'
import { PackageSources } from './package-sources.ts'
import { dataAddress } from './picture-address.ts'
import type { EvidenceFile, PackageFile, ProvenQuotation, ProvingSource } from './proof.ts'
import type { Provenance } from './provenance.ts'
import { judgedQuotation, placedQuotations } from './quotations.ts'
import { readingOf, unlistedIn, type TextForm } from './reading.ts'
import { signatureFile, type Signer } from './signing.ts'
import { wellFormed } from './well-formed.ts'
import { refuseEarlyFolder, writeFolder } from './write-folder.ts'

export interface EvidenceRequest {
  readonly brief: PrintedBrief
  readonly evidence: Evidence
  readonly provenance: Provenance
  /** Every quotation of the brief as it was checked, in the order of its text. */
  readonly rows: readonly CheckedQuotation[]
  /** What the brief's citations name. */
  readonly cited: readonly string[]
  readonly id: string
  readonly updatedAt: string
  readonly citationStyle: string
  readonly originals: boolean
  readonly signer: Signer | null
  /** Sets the brief's pages. */
  readonly pdf: () => Promise<Pdf>
  /** Absolute path of the files that every package has. */
  readonly fixed: string
}

export interface EvidencePackage {
  readonly files: readonly PackageFile[]
  readonly pages: number
  readonly warnings: readonly ExportWarning[]
  /** SHA-256 of the list of hashes: it stands for the whole package. */
  readonly fingerprint: string
}

/** Quotations are judged anew in portions: other work goes on between them. */
const PORTION = 50

/**
 * Makes every file of a package. The same brief and library give the same bytes. `check` is asked on the way and
 * throws to stop it.
 */
export async function evidencePackage(
  request: EvidenceRequest,
  check: () => void = () => undefined,
): Promise<EvidencePackage> {
  const { rows, signer, fixed } = request
  if (rows.length === 0)
    throw refused(
      'no-quotations',
      'This brief has no quotations, so there is nothing to prove. Nothing was written. Export it in another format.',
    )
  const sources = new PackageSources(request.provenance)
  // Pages are set in a thread of their own meanwhile.
  const [forms, judged] = await Promise.all([printedForms(request), judgedAll(request, sources, check)])
  for (const citekey of request.cited) {
    const source = request.provenance.source(citekey)
    if (source !== null) sources.take(source)
  }
  const readings = { markdown: readingOf(forms.markdown, 'markdown'), html: readingOf(forms.html, 'html') }
  const quotations = placedQuotations(judged, readings)
  const packed = sources.pack(request.originals)
  const printed = filesOf(forms)
  const content = evidenceFile(request, printed, quotations, packed.sources, readings)
  const files = [
    ...printed,
    ...packed.files,
    file('evidence.json', json(content)),
    ...(await fixedFiles(fixed)),
  ]
  const sums = sumsOf(files)
  const listed = [...files, file(SUMS, sums)]
  const whole = signer === null ? listed : [...listed, file('signature.json', signatureFile(signer, sums))]
  return {
    files: inOrder([...whole, file('evidence.js', copiesFor(whole))]),
    pages: forms.pages,
    warnings: [...forms.warnings, ...unconfirmed(quotations)],
    fingerprint: sha256Of(sums),
  }
}

async function judgedAll({ rows, provenance }: EvidenceRequest, sources: PackageSources, check: () => void) {
  const judged = []
  for (const [index, row] of rows.entries()) {
    judged.push(judgedQuotation(row, sources, provenance))
    if ((index + 1) % PORTION !== 0) continue
    await new Promise(setImmediate)
    check()
  }
  return judged
}

/** A zip where the name ends so, else a folder; whole or not at all. Gives the bytes of all files, and the hash of a zip. */
export async function writePackage(
  out: string,
  { files }: EvidencePackage,
  how: { readonly force: boolean; readonly check?: () => void },
): Promise<{ readonly bytes: number; readonly sha256?: string }> {
  if (!isZip(out)) {
    await writeFolder(out, files, how)
    return { bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) }
  }
  const { zipped } = await import('./zip.ts')
  let bytes = 0
  const hash = createHash('sha256')
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of zipped(files, how.check)) {
      bytes += piece.length
      hash.update(piece)
      yield piece
    }
  }
  await writeExport(out, counted(), how)
  return { bytes, sha256: hash.digest('hex') }
}

/** Throws what `writePackage` would about the place, before anything is made for it. */
export const refuseEarlyPackage = (out: string, force: boolean): Promise<void> =>
  isZip(out) ? refuseEarly(out, force) : refuseEarlyFolder(out, force)

const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip')

interface Forms {
  readonly markdown: string
  readonly html: string
  readonly pdf: Uint8Array
  readonly pages: number
  readonly warnings: readonly ExportWarning[]
}

async function printedForms({ brief, evidence, pdf }: EvidenceRequest): Promise<Forms> {
  const setting = pdf()
  const html = printEvidencePage(brief, (blob) => dataAddress(evidence.image(blob)))
  const markdown = wellFormed(printMarkdown(brief))
  const { bytes, pages, warnings } = await setting
  return { markdown, html, pdf: bytes, pages, warnings }
}

const filesOf = ({ markdown, html, pdf }: Forms): readonly PackageFile[] => [
  file('brief.md', markdown),
  file('brief.html', html),
  { path: 'brief.pdf', bytes: pdf },
]

function evidenceFile(
  { brief, id, updatedAt, citationStyle, signer }: EvidenceRequest,
  printed: readonly PackageFile[],
  quotations: readonly ProvenQuotation[],
  sources: readonly ProvingSource[],
  readings: Readonly<Record<TextForm, string>>,
): EvidenceFile {
  const named = (path: string) => ({
    path,
    sha256: sha256Of(printed.find((each) => each.path === path)?.bytes ?? ''),
  })
  const { title, language } = brief
  return {
    $schema: 'evidence.schema.json',
    format: 'verbatim-evidence',
    version: 1,
    brief: {
      id,
      title,
      language,
      updatedAt,
      citationStyle,
      files: { markdown: named('brief.md'), html: named('brief.html'), pdf: named('brief.pdf') },
    },
    signer: signer?.fingerprint ?? null,
    summary: {
      quotations: quotations.length,
      proven: quotations.filter(({ proven }) => proven).length,
      others: unlistedIn({
        readings,
        places: quotations.map(({ places }) => places),
        passages: quotations.map(({ passage }) => passage?.exact ?? ''),
        titles: sources.map((source) => source.title),
      }),
      verdicts: countsOf(quotations),
    },
    quotations,
    sources,
  }
}

function countsOf(quotations: readonly ProvenQuotation[]): Readonly<Record<string, number>> {
  const verdicts = quotations.map(({ verdict }) => verdict).toSorted()
  return Object.fromEntries(
    [...new Set(verdicts)].map((code) => [code, verdicts.filter((each) => each === code).length]),
  )
}

/** True quotations that the simple rules of a package's checkers cannot follow; the author should know. */
function unconfirmed(quotations: readonly ProvenQuotation[]): readonly ExportWarning[] {
  const count = quotations.filter(
    ({ verdict, proven }) => !proven && ['verbatim', 'normalised', 'marked'].includes(verdict),
  ).length
  if (count === 0) return []
  const which = count === 1 ? 'One true quotation is' : `${count} true quotations are`
  const message = `${which} beyond the simple rules by which a package is checked again, and count there as not proven.`
  return [{ code: 'not-confirmable', message }]
}

const FIXED = ['index.html', 'verify.mjs', 'evidence.schema.json'] as const

const fixedFiles = (folder: string): Promise<readonly PackageFile[]> =>
  Promise.all(
    FIXED.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))) })),
  )

const file = (path: string, text: string): PackageFile => ({ path, bytes: new TextEncoder().encode(text) })

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
