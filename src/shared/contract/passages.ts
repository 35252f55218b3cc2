import { z } from 'zod'
import { Verdict } from './check.ts'

/** A quote's passage as it stands in the library now, for the panel and for quotes just inserted. */
export const Passage = z.object({
  annotation: z.string(),
  /** The annotation's newest anchor; a quote pinned elsewhere asks for its own. */
  anchor: z.string(),
  source: z.string(),
  citekey: z.string(),
  title: z.string(),
  version: z.number().int(),
  /** UTF-16 offsets into that version's text. */
  start: z.number().int(),
  end: z.number().int(),
  exact: z.string(),
  /** Up to 300 characters on each side. */
  before: z.string(),
  after: z.string(),
  /** Paragraphs are the lines of the text, counted from 1. */
  paragraph: z.number().int(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  /** The source as a copied passage cites it. */
  cited: z.string(),
  /** How many versions the source has: an older `version` than that is not what it says now. */
  versions: z.number().int(),
  /** The source is in the trash. */
  inTrash: z.boolean(),
})
export type Passage = z.infer<typeof Passage>

/** A passage that may be quoted where an opening quotation mark was typed. */
export const Suggestion = z.object({
  /** The highlight that it is, or is in; null for words that nobody highlighted. */
  annotation: z.string().nullable(),
  source: z.string(),
  citekey: z.string(),
  title: z.string(),
  version: z.number().int(),
  /** UTF-16 offsets into that version's text. */
  start: z.number().int(),
  end: z.number().int(),
  exact: z.string(),
  /** Up to 300 characters on each side. */
  before: z.string(),
  after: z.string(),
  speaker: z.string().nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** A quote of a passage in a brief, as it was last saved. */
export const Use = z.object({
  annotation: z.string(),
  brief: z.string(),
  title: z.string(),
  /** UTF-16 offsets of the words shown, without marks, in the brief's text. */
  start: z.number().int(),
  end: z.number().int(),
  /** Those words, and up to 80 characters of the same paragraph on each side. */
  before: z.string(),
  words: z.string(),
  after: z.string(),
  verdict: Verdict,
})
export type Use = z.infer<typeof Use>
