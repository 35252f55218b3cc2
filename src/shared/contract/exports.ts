import { z } from 'zod'
import { CheckedQuotation } from './check.ts'
import { PdfLook } from './pdf-look.ts'
import { StoredBytes } from './stored-bytes.ts'

export const EXPORT_FORMATS = [
  'md',
  'verbatim',
  'pandoc',
  'obsidian',
  'pdf',
  'html',
  'docx',
  'evidence',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const ExportInput = z.object({
  brief: z.string(),
  format: z.enum(EXPORT_FORMATS),
  /** Absolute path; written beside and renamed, never half-written. */
  out: z.string(),
  force: z.boolean().default(false),
  /** SHA-256 of the file that may be replaced: one that was changed since is kept (`REFUSED` `changed-since`). */
  replaces: z.string().optional(),
  /** Refuse a brief with faults. */
  strict: z.boolean().default(false),
  /** Word documents only: the notes stand together at the end. */
  endnotes: z.boolean().default(false),
  /** A citation style by its id, instead of the brief’s own. */
  style: z.string().optional(),
  /** The same by the absolute path of a `.csl` file, which is read for this export alone. */
  styleFile: z.string().optional(),
  /** For a PDF; a Word document takes its paper and contents. */
  look: PdfLook.optional(),
  /** After the bibliography each quotation with its verdict, passage, source and version; not with `verbatim` and `evidence`. */
  appendix: z.boolean().default(false),
  /** The author’s comments on what is quoted, and its tags: in the appendix, else in a section of their own. */
  comments: z.boolean().default(false),
  /** Evidence: the sources’ original files too. */
  originals: z.boolean().default(false),
  /** Evidence: the absolute path of a key that signs the package. */
  sign: z.string().optional(),
  /** With `obsidian`: a note of each cited source, with all that is marked in it, beside the brief. */
  notes: z.boolean().default(false),
})

export const Exported = z.object({
  path: z.string(),
  bytes: z.number().int(),
  /** Of the file, by which a later export knows it again; none for a folder. */
  sha256: z.string().optional(),
  pages: z.number().int().optional(),
  /** Evidence: SHA-256 of the package’s list of hashes, by which others know that it is the same. */
  fingerprint: z.string().optional(),
  /** The other files that were written beside it: images, a bibliography, notes of sources. */
  beside: z.array(z.string()).optional(),
  faults: z.array(CheckedQuotation),
  /** What the reader of the export should know, such as characters that no font has. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type Exported = z.infer<typeof Exported>

export const PreviewInput = z.object({
  brief: z.string(),
  look: PdfLook,
  style: z.string().optional(),
  /** Shown once the whole brief is. */
  appendix: z.boolean().default(false),
  comments: z.boolean().default(false),
  /** The last page that is to be seen, from 1. */
  upTo: z.int().positive().max(10_000),
})

export const Preview = z.object({
  pdf: StoredBytes,
  pages: z.int(),
  /** Whether these are all pages of the brief. */
  whole: z.boolean(),
})
export type Preview = z.infer<typeof Preview>
