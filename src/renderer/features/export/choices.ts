import { z } from 'zod'
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/contract/exports.ts'
import { PdfLook, USUAL_LOOK } from '../../../shared/contract/pdf-look.ts'
import { useKept } from '../../app/kept.ts'
import type { IconName } from '../../ui/icons.tsx'

/** A line of the dialog; where it stands for several formats, one of them is its flavour. */
export interface Kind {
  readonly name: 'pdf' | 'word' | 'markdown' | 'web' | 'evidence'
  readonly icon: IconName
  readonly formats: readonly ExportFormat[]
}

export const KINDS: readonly Kind[] = [
  { name: 'pdf', icon: 'print', formats: ['pdf'] },
  { name: 'word', icon: 'brief', formats: ['docx'] },
  { name: 'markdown', icon: 'note', formats: ['md', 'verbatim', 'pandoc', 'obsidian'] },
  { name: 'web', icon: 'book', formats: ['html'] },
  { name: 'evidence', icon: 'package', formats: ['evidence'] },
]

/** What was chosen for the last export, and is for the next. */
const Choices = z.object({
  formats: z.array(z.enum(EXPORT_FORMATS)),
  /** The flavour of Markdown, ticked or not. */
  flavour: z.enum(EXPORT_FORMATS),
  look: PdfLook,
  /** A Word document's notes stand together at its end. */
  endnotes: z.boolean().default(false),
  /** Each quotation with its verdict, passage and source at the end. */
  appendix: z.boolean().default(false),
  /** The author's comments and tags. */
  comments: z.boolean().default(false),
})
export type Choices = z.infer<typeof Choices>

export const useChoices = () =>
  useKept<Choices>('export', Choices, {
    formats: ['pdf'],
    flavour: 'md',
    look: USUAL_LOOK,
    endnotes: false,
    appendix: false,
    comments: false,
  })

/** Formats that have no place for what stands behind the bibliography: a brief that comes back, and a package that has it anyway. */
const WITHOUT_MORE: ReadonlySet<ExportFormat> = new Set(['verbatim', 'evidence'])

export const takesMore = (format: ExportFormat): boolean => !WITHOUT_MORE.has(format)

/** The format that a line stands for, whether it is ticked or not. */
export const formatOf = ({ formats }: Kind, { flavour }: Choices): ExportFormat =>
  formats.find((format) => format === flavour) ?? formats[0] ?? 'md'

export const isTicked = (kind: Kind, { formats }: Choices): boolean =>
  kind.formats.some((format) => formats.includes(format))

export function ticked(kind: Kind, choices: Choices, is: boolean): Choices {
  const others = choices.formats.filter((format) => !kind.formats.includes(format))
  return { ...choices, formats: is ? [...others, formatOf(kind, choices)] : others }
}

/** Another flavour takes the place of the one before. */
export function flavoured(kind: Kind, choices: Choices, flavour: ExportFormat): Choices {
  const next = { ...choices, flavour }
  return isTicked(kind, choices) ? ticked(kind, next, true) : next
}

/** Whether a brief with so many quotations has nothing to write as a line says. */
export const isOff = ({ name }: Kind, quotations: number): boolean => name === 'evidence' && quotations === 0

/** The chosen formats in the order of the lines, of a brief with so many quotations. */
export const formatsIn = (choices: Choices, quotations: number): readonly ExportFormat[] =>
  KINDS.filter((kind) => isTicked(kind, choices) && !isOff(kind, quotations)).map((kind) =>
    formatOf(kind, choices),
  )
