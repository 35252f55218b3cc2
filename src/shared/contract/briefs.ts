import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CheckedQuotation } from './check.ts'
import { failures } from './failures.ts'

export const Brief = z.object({
  id: z.string(),
  title: z.string(),
  words: z.number().int(),
  quotes: z.number().int(),
  citations: z.number().int(),
  updatedAt: z.string(),
})
export type Brief = z.infer<typeof Brief>

export const EXPORT_FORMATS = ['md', 'verbatim', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const ExportInput = z.object({
  brief: z.string(),
  format: z.enum(EXPORT_FORMATS),
  /** Absolute path; written beside and renamed, never half-written. */
  out: z.string(),
  force: z.boolean().default(false),
  /** Refuse a brief with faults. */
  strict: z.boolean().default(false),
})

export const Exported = z.object({
  path: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().optional(),
  faults: z.array(CheckedQuotation),
  /** What the reader of the export should know, such as characters that no font has. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type Exported = z.infer<typeof Exported>

export const briefs = {
  list: oc.errors(failures).input(z.object({})).output(z.array(Brief)),
  get: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** `markdown` is Verbatim Markdown; `name` serves as title where it has none. */
  import: oc
    .errors(failures)
    .input(z.object({ markdown: z.string(), name: z.string(), folder: z.string().nullable().default(null) }))
    .output(Brief),
  export: oc.errors(failures).input(ExportInput).output(Exported),
}
