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
  /** The moment, with its zone, where the page tells it; on the day of `published`. */
  publishedAt: z.string().nullable(),
  /** Last change, a moment with its zone where the page tells it. */
  modified: z.string().nullable(),
  /** When an archive captured it, with zone; no date of its own. */
  archivedAt: z.string().nullable(),
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
  publishedAt: null,
  modified: null,
  archivedAt: null,
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

/** How words that stand in an original as pictures were read. */
export const Recognition = z.strictObject({
  engine: z.string(),
  language: z.string(),
  /** How many pages were read so. */
  pages: z.number().int(),
  /** Of their words on average, 0 to 100. */
  confidence: z.number(),
})
export type Recognition = z.infer<typeof Recognition>

/** Everything that reading one original gave: what the parsing process hands back. */
export const Extraction = z.strictObject({
  /** The importer that read it: `text`, `markdown`, `html` … */
  importer: z.string(),
  /** Goes up when the importer would read the same bytes otherwise. */
  importerVersion: z.number().int(),
  /** Of the original. */
  mediaType: z.string(),
  /** WHATWG name in lower case, or null for formats that are no text. */
  encoding: z.string().nullable(),
  document: DocumentSchema,
  text: z.string(),
  textVersion: z.number().int(),
  metadata: Metadata,
  images: z.array(ExtractedImage),
  /** Present where words were read from pictures of pages. */
  recognition: Recognition.optional(),
  /** What could not be read of it, as one sentence for the user; absent where all was. */
  warning: z.strictObject({ code: z.string(), message: z.string() }).optional(),
})
export type Extraction = z.infer<typeof Extraction>

/** A saved page, with all that is needed to show it as it was. */
export interface SavedPage {
  readonly text: string
  readonly resources: Resources
  /** What its relative addresses are relative to, where it is known. */
  readonly base: string | null
}

/** What an importer gives; the pipeline derives the rest. */
export interface Article {
  /** Its origin map is still empty; `notes` say what goes in. */
  readonly document: Document
  readonly notes: OriginNotes
  readonly metadata: Metadata
  readonly images: readonly ExtractedImage[]
  /** Of the words inside a packaged original, where they have one: the WHATWG name in lower case. */
  readonly encoding?: string | null
  readonly recognition?: Recognition
  readonly warning?: Extraction['warning']
  /** The page that it was read from; absent where there was none. */
  readonly page?: SavedPage
}

/** Gives what stands at an address as a page writes it, from inside the original; null for all else. Nothing is fetched. */
export type Resources = (address: string) => Uint8Array | null

/** The decoded original as importers of texts get it. `name` is the file's name, for a title of last resort. */
export interface DecodedOriginal {
  readonly text: string
  readonly name: string
  /** What was saved with a page. */
  readonly resources?: Resources
  /** The page's own address, where what it was saved in tells it. */
  readonly url?: string | null
  /** True where all of the page is the article: a message, a selection. Nothing is looked for in it. */
  readonly whole?: boolean
}

/** An original that is no plain text, as its importer gets it. */
export interface PackagedOriginal {
  readonly bytes: Uint8Array
  readonly name: string
  /** The name of the encoding that the user chose for the words inside, or null to find out. */
  readonly encoding: string | null
  /** Of a locked file. */
  readonly password?: string | null
  /** To be called between the steps of long work, so that it is not given up. */
  readonly progress?: () => void
}

/** A format that is told by its bytes: pages saved with their pictures, documents, books. */
export interface PackagedFormat {
  /** Its name in the library. */
  readonly importer: string
  /** Goes up when the same bytes would give another document. */
  readonly version: number
  /** Of the original file, for the library and for export. */
  readonly mediaType: string
  /** Looks at the content; the name decides only where the content does not. */
  readonly is: (bytes: Uint8Array, name: string) => boolean
  /** `REFUSED` failures say why it cannot be read. */
  readonly read: (original: PackagedOriginal) => Article | Promise<Article>
}
