import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { USUAL_LOOK, type PdfLook } from '../../shared/contract/pdf-look.ts'
import { refused } from '../../shared/contract/failures.ts'
import type { Evidence, ExportWarning } from './evidence.ts'
import { readCoverage, readFonts } from './fonts.ts'
import { nestingWarnings } from './nesting.ts'
import { Pictures, type Picture } from './pictures.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { TypeCase } from './type-case.ts'
import type { TypstData } from './typst-data.ts'
import { typstData } from './typst-printer.ts'
import { TEMPLATE } from './typst-template.ts'

export interface Pdf {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly warnings: readonly ExportWarning[]
}

/**
 * Prints a brief as tagged PDF (PDF/UA-1) with the fonts of a folder. The same brief
 * gives the same bytes on every machine. Throws `REFUSED` with reason
 * `no-typesetter` where this machine has no typesetter, `not-printable` when it
 * cannot set the brief.
 */
export async function printPdf(
  brief: PrintedBrief,
  { image }: Pick<Evidence, 'image'>,
  fonts: string,
  look: PdfLook = USUAL_LOOK,
): Promise<Pdf> {
  const type = new TypeCase(await readCoverage(fonts))
  const pictures = new Pictures(image)
  const data = typstData(brief, look, type, pictures)
  const typesetter = await Typesetter.open(await readFonts(fonts, type.needed()))
  const printed = typesetter.print(data, pictures)
  const told = () => [...type.warnings(), ...nestingWarnings([brief, ...brief.notes])]
  if (printed !== null) return { ...printed, warnings: [...told(), ...printed.warnings] }
  const unset = pictures.held().filter(([, picture]) => !typesetter.shows(picture))
  const without = new Pictures((blob) => (unset.some(([id]) => id === blob) ? null : image(blob)))
  const plain = unset.length === 0 ? null : typesetter.print(typstData(brief, look, type, without), without)
  if (plain === null) throw notPrintable(typesetter.faults())
  return { ...plain, warnings: [...told(), ...plain.warnings] }
}

/** The template's files are held in memory; nothing is read from or written to this folder. */
const WORKSPACE = join(tmpdir(), 'verbatim-typesetter')

class Typesetter {
  readonly #compiler: NodeCompiler
  #faults: readonly unknown[] = []

  private constructor(compiler: NodeCompiler) {
    this.#compiler = compiler
  }

  /** Loaded when first needed: a machine without it can do everything but print PDF. */
  static async open(fontBlobs: Buffer[]): Promise<Typesetter> {
    try {
      const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
      return new Typesetter(NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] }))
    } catch (cause) {
      throw noTypesetter(cause)
    }
  }

  /** What the typesetter said of the brief it could not set last. */
  faults(): readonly unknown[] {
    return this.#faults
  }

  /** Whether a picture can be set at all. */
  shows({ path, bytes }: Picture): boolean {
    this.#compiler.mapShadow(join(WORKSPACE, path), Buffer.from(bytes))
    const { result } = this.#compiler.compile({
      mainFileContent: `#image("${path}")`,
      resetRead: true,
    })
    return result !== null
  }

  /** Null when the brief cannot be set, as with a damaged picture. */
  print(data: TypstData, pictures: Pictures): Pdf | null {
    const compiler = this.#compiler
    compiler.mapShadow(join(WORKSPACE, 'brief.json'), Buffer.from(JSON.stringify(data)))
    for (const { path, bytes } of pictures.all())
      compiler.mapShadow(join(WORKSPACE, path), Buffer.from(bytes))
    try {
      const compiled = compiler.compile({ mainFileContent: TEMPLATE, resetRead: true })
      const document = compiled.result
      const error = document === null ? compiled.takeError() : null
      if (error !== null) this.#faults = compiler.fetchDiagnostics(error)
      if (document === null) return null
      const [bytes, warnings] = this.#write(document, data)
      return { bytes, pages: document.numOfPages, warnings: [...warnings, ...pictureWarnings(pictures)] }
    } finally {
      // The cache is the process's own and would keep every brief that was ever printed.
      compiler.evictCache(0)
    }
  }

  /** Accessible PDF where the brief allows it; else tagged all the same, with a warning. */
  #write(document: NodeTypstDocument, { day }: TypstData): readonly [Buffer, readonly ExportWarning[]] {
    const creationTimestamp = Date.UTC(day[0], day[1] - 1, day[2]) / 1000
    try {
      return [this.#compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp }), []]
    } catch (cause) {
      const warning: ExportWarning = {
        code: 'not-accessible',
        message: `The PDF does not meet PDF/UA-1, the standard for accessible PDF: ${reasonOf(cause)}`,
      }
      return [this.#compiler.pdf(document, { creationTimestamp }), [warning]]
    }
  }
}

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return /message: "((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text
}

function pictureWarnings(pictures: Pictures): readonly ExportWarning[] {
  const count = pictures.leftOut()
  if (count === 0) return []
  const which = count === 1 ? 'One picture is' : `${count} pictures are`
  return [{ code: 'images-left-out', message: `${which} printed as a description only.` }]
}

const noTypesetter = (cause: unknown) =>
  refused(
    'no-typesetter',
    'PDF cannot be made on this machine: its typesetter has no build for it. Nothing was written. Export to Markdown instead.',
    { cause: String(cause) },
  )

const notPrintable = (faults: readonly unknown[]) =>
  refused(
    'not-printable',
    'This brief cannot be set as PDF. Nothing was written. Export it to Markdown instead.',
    { faults },
  )
