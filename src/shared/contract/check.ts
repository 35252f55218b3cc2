import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './failures.ts'
import { StoredBytes } from './stored-bytes.ts'

export const VERDICTS = [
  'verbatim',
  'normalised',
  'marked',
  'altered',
  'misattributed',
  'not-found',
  'translated',
  'orphaned',
  'too-short',
  'set-aside',
  'unclosed',
] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

/** Verdicts that make `check` exit 1. */
export const FAULTS: ReadonlySet<Verdict> = new Set(['altered', 'misattributed', 'not-found', 'orphaned'])

export const FOLDS = [
  'canonical',
  'compatibility',
  'space',
  'invisible',
  'quotes',
  'hyphen',
  'ellipsis',
  'line-hyphen',
  'script',
  'footnote',
  'final-stop',
] as const
export const FoldClass = z.enum(FOLDS)
export type FoldClass = z.infer<typeof FoldClass>

export const WARNINGS = [
  'negation',
  'number',
  'quantifier',
  'condition',
  'hedge',
  'cut-short',
  'two-speakers',
  'leaves-quotation',
  'attribution',
  'mostly-omitted',
  'older-version',
  'page',
  'absent',
  'in-trash',
  'secondary',
  'speaker-mismatch',
] as const
export const Warning = z.object({ code: z.enum(WARNINGS), message: z.string() })
export type Warning = z.infer<typeof Warning>
export type WarningCode = Warning['code']

export const DIFFERENCES = [
  'negation',
  'number',
  'name',
  'word',
  'order',
  'case',
  'spelling',
  'punctuation',
] as const

/** `insert` stands only in the draft, `delete` only in the source; together they rebuild both sides. */
export const DiffOperation = z.object({
  op: z.enum(['equal', 'insert', 'delete']),
  text: z.string(),
  class: z.enum(DIFFERENCES).optional(),
})
export type DiffOperation = z.infer<typeof DiffOperation>

export const ALTERATIONS = [
  'omission',
  'insertion',
  'replacement',
  'capital',
  'part',
  'sic',
  'emphasis',
] as const

/** Where a marked alteration stands: UTF-16 offsets into `quotation`. */
export const MarkedAlteration = z.object({
  kind: z.enum(ALTERATIONS),
  start: z.number().int(),
  end: z.number().int(),
})
export type MarkedAlteration = z.infer<typeof MarkedAlteration>

/** A place where the words stand: UTF-16 offsets into that version's text (or the source's title, `version` 0 where it has no text). */
export const Found = z.object({
  /** Citekey. */
  source: z.string(),
  version: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  field: z.enum(['text', 'title']),
})
export type Found = z.infer<typeof Found>

export const CheckedQuotation = z.object({
  /** Without its enclosing marks. */
  quotation: z.string(),
  /** UTF-16 offsets of the words in the decoded file (a brief's: in its text). */
  start: z.number().int(),
  end: z.number().int(),
  linked: z.boolean(),
  verdict: Verdict,
  /** Citekey that the draft cites. */
  cited: z.string().nullable(),
  /** Citekey of the first place found. */
  source: z.string().nullable(),
  annotation: z.string().nullable(),
  found: z.array(Found),
  diff: z.array(DiffOperation),
  folded: z.array(FoldClass),
  alterations: z.array(MarkedAlteration),
  warnings: z.array(Warning),
  speaker: z.string().nullable(),
})
export type CheckedQuotation = z.infer<typeof CheckedQuotation>

export const check = {
  brief: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(z.array(CheckedQuotation)),
  /** Any draft: its decoded text and how to read it. */
  draft: oc
    .errors(failures)
    .input(z.object({ text: z.string(), format: z.enum(['markdown', 'text', 'html']) }))
    .output(z.array(CheckedQuotation)),
  /** A Word document; offsets are in its text. `REFUSED` where it is none, or damaged. */
  docx: oc
    .errors(failures)
    .input(z.object({ file: StoredBytes }))
    .output(z.array(CheckedQuotation)),
}
