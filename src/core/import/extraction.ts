import { z } from 'zod'
import type { Document } from '../../shared/document/document.ts'
import type { OriginNotes } from '../../shared/document/origin.ts'
import { DocumentSchema } from '../../shared/document/schema.ts'

/** What an article says about itself. Dates are ISO 8601, as precise as known; `language` is BCP 47. */
export const Metadata = z.strictObject({
  title: z.string(),
  authors: z.array(z.string()),
  publication: z.string().nullable(),
  published: z.string().nullable(),
  /** Canonical address, http or https. */
  url: z.string().nullable(),
  language: z.string().nullable(),
  type: z.string(),
  /** Where the story was filed from ("ISLAMABAD"). */
  place: z.string().nullable(),
})
export type Metadata = z.infer<typeof Metadata>

export const NO_METADATA: Metadata = {
  title: '',
  authors: [],
  publication: null,
  published: null,
  url: null,
  language: null,
  type: 'article',
  place: null,
}

/** An image that stood inside the original, kept as a blob of its own. */
export const ExtractedImage = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
})
export type ExtractedImage = z.infer<typeof ExtractedImage>

/** Everything that reading one original gave: what the parsing process hands back. */
export const Extraction = z.strictObject({
  /** The importer that read it: `text`, `markdown`, `html` … */
  importer: z.string(),
  /** Goes up when the importer would read the same bytes otherwise. */
  importerVersion: z.number().int(),
  /** WHATWG name in lower case, or null for formats that are no text. */
  encoding: z.string().nullable(),
  document: DocumentSchema,
  text: z.string(),
  textVersion: z.number().int(),
  metadata: Metadata,
  images: z.array(ExtractedImage),
})
export type Extraction = z.infer<typeof Extraction>

/** What an importer gives; the pipeline derives the rest. */
export interface Article {
  /** Its origin map is still empty; `notes` say what goes in. */
  readonly document: Document
  readonly notes: OriginNotes
  readonly metadata: Metadata
  readonly images: readonly ExtractedImage[]
}

/** The decoded original as importers get it. `name` is the file's name, for a title of last resort. */
export interface DecodedOriginal {
  readonly text: string
  readonly name: string
}
