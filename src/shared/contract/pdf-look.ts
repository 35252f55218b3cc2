import { z } from 'zod'

/** How the pages of a PDF look: a brief in serif type with wide margins, a memo with a head of its own, or an article. */
export const DESIGNS = ['brief', 'memo', 'article'] as const
export const PAPERS = ['a4', 'letter'] as const

export const PdfLook = z.object({
  design: z.enum(DESIGNS).default('brief'),
  paper: z.enum(PAPERS).default('a4'),
  /** A table of contents stands before the text. */
  contents: z.boolean().default(false),
})
export type PdfLook = z.infer<typeof PdfLook>

export const USUAL_LOOK: PdfLook = { design: 'brief', paper: 'a4', contents: false }
