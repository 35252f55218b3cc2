import type { Exported, ExportFormat } from '../../shared/contract/exports.ts'
import { FAULTS } from '../../shared/contract/check.ts'
import { USUAL_LOOK, type PdfLook } from '../../shared/contract/pdf-look.ts'
import { refused } from '../../shared/contract/failures.ts'
import { sourcesOfBrief } from '../citations/bibliography.ts'
import { listAnnotations } from '../db/annotations.ts'
import { openSnapshot } from '../db/snapshot.ts'
import { libraryPaths } from '../library/paths.ts'
import { checkState } from '../check/check-brief.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { DEFAULT_STYLE } from '../citations/default-style.ts'
import { readStyleFile } from '../citations/style-file.ts'
import type { UsableStyle } from '../citations/styles.ts'
import type { Services } from '../services.ts'
import { appendixOf } from './appendix.ts'
import { openBrief } from './briefs.ts'
import { contentOf } from './content.ts'
import { refuseChanged } from '../export/as-written.ts'
import { checkedQuotes } from './evidence.ts'
import { nameOlderVersions } from './moved-quotes.ts'

export interface ExportInput {
  readonly brief: string
  readonly format: ExportFormat
  /** Absolute path. */
  readonly out: string
  readonly force: boolean
  /** SHA-256 of the only file that may be replaced. */
  readonly replaces?: string | undefined
  /** Write nothing when a quotation has a fault. */
  readonly strict: boolean
  /** With `obsidian`: a note of each cited source beside the brief. */
  readonly notes?: boolean | undefined
  /** A citation style by its id, instead of the brief's own. */
  readonly style?: string | undefined
  /** The same by the absolute path of a `.csl` file. */
  readonly styleFile?: string | undefined
  readonly look?: PdfLook | undefined
  /** Of a Word document: its notes stand together at the end. */
  readonly endnotes?: boolean
  /** Every quotation with its verdict, passage and source, after the bibliography. */
  readonly appendix?: boolean
  /** The author's comments and tags, there or in a section of their own. */
  readonly comments?: boolean
  /** Evidence: the original files too. */
  readonly originals?: boolean | undefined
  /** Evidence: the absolute path of a key that signs. */
  readonly sign?: string | undefined
}

/** As `exportBriefAsIs`, of the library as it is when asked, whatever is written to it meanwhile. */
export async function exportBrief(
  services: Services,
  input: ExportInput,
  signal?: AbortSignal,
): Promise<Exported> {
  const { library } = services
  const snapshot = openSnapshot(libraryPaths(library.path).database, library.path)
  try {
    const asItWas = { ...services, library: { ...library, reader: snapshot.reader } }
    return await exportBriefAsIs(asItWas, input, signal)
  } finally {
    snapshot.close()
  }
}

/**
 * Checks a brief and writes it to a file. Throws `REFUSED`: `unknown-brief`,
 * `unknown-style`, those of a style's file (`style-file.ts`), `faults` with `strict`,
 * and what the writing throws.
 */
export async function exportBriefAsIs(
  services: Services,
  input: ExportInput,
  signal?: AbortSignal,
): Promise<Exported> {
  const { library, fonts, typesetter } = services
  const { row, state } = openBrief(library, input.brief)
  const { style, warnings: unknown } = await styleFor(services, state, input)
  const rows = checkState(library.reader, state)
  const faults = rows.filter(({ verdict }) => FAULTS.has(verdict))
  if (input.strict && faults.length > 0) throw faulty(faults.length, faults)
  const { format, out, force, replaces, look = USUAL_LOOK, endnotes = false } = input
  const { appendix = false, comments = false } = input
  await refuseChanged(out, replaces)
  if (format === 'evidence') {
    const { exportEvidence } = await import('./export-evidence.ts')
    const asked = { ...input, row, state, style, rows, look }
    const { warnings, ...written } = await exportEvidence(services, asked, signal)
    return { ...written, faults, warnings: [...unknown, ...warnings] }
  }
  const printed = NAMES_VERSIONS.has(format) ? nameOlderVersions(library.reader, state) : state
  const checked = checkedQuotes(printed, rows)
  const content = await contentOf(services, printed, style, row.updatedAt, checked)
  const cited = () =>
    sourcesOfBrief(library.reader, state).map((source) => ({
      source,
      annotations: listAnnotations(library.reader, { source: source.id }),
    }))
  // Printers and their fonts are loaded only when something is printed.
  const { exportBrief: write } = await import('../export/export-brief.ts')
  const { warnings, ...written } = await write(
    {
      ...content,
      format,
      look,
      endnotes,
      out,
      force,
      replaces,
      cited,
      notes: input.notes ?? false,
      ...(appendix || comments
        ? { appendix: appendixOf(library.reader, rows, checked, content.evidence, { appendix, comments }) }
        : {}),
    },
    { fonts, typesetter, signal },
  )
  return { ...written, faults, warnings: [...(format === 'verbatim' ? [] : unknown), ...warnings] }
}

/** Formats whose quotes are linked again when they come back: to the version that they are of. */
const NAMES_VERSIONS: ReadonlySet<ExportFormat> = new Set(['verbatim', 'docx'])

/** The style that was asked for, else the brief's own, else the default, with a warning where the brief's is not here. */
export async function styleFor(
  { citations }: Services,
  state: BriefState,
  { style, styleFile }: Pick<ExportInput, 'style' | 'styleFile'>,
): Promise<{ readonly style: UsableStyle; readonly warnings: Exported['warnings'] }> {
  const { styles, tryOut } = await citations()
  if (styleFile !== undefined) {
    const { style: read } = await readStyleFile(styleFile)
    const usable = styles.usable(read.id, read, true)
    tryOut(usable)
    return { style: usable, warnings: [] }
  }
  if (style !== undefined) return { style: styles.named(style), warnings: [] }
  const own = state.citationStyle === null ? null : styles.find(state.citationStyle)
  if (own !== null || state.citationStyle === null)
    return { style: own ?? styles.named(DEFAULT_STYLE), warnings: [] }
  const fallback = styles.named(DEFAULT_STYLE)
  const message = `This library has no citation style “${state.citationStyle}”, which the brief names; its citations are set in ${fallback.title}.`
  return { style: fallback, warnings: [{ code: 'unknown-style', message }] }
}

const faulty = (count: number, faults: unknown) =>
  refused(
    'faults',
    `${count === 1 ? 'A quotation of this brief has a fault' : `${count} quotations of this brief have faults`}. ` +
      'Nothing was written. “verbatim check” tells which; without --strict it is written all the same.',
    { faults },
  )
