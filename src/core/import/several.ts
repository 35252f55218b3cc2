import { z } from 'zod'
import { PartOfOriginal } from '../../shared/contract/sources.ts'
import type { Article, PackagedOriginal } from './extraction.ts'

/**
 * One of the articles in an original that holds several. Its key tells it from
 * the others of the same bytes for good: it belongs to the identity of a version.
 */
export const Part = PartOfOriginal.strict()
export type Part = PartOfOriginal

/** What is found in an original of several articles, which are then read one by one. */
export const Parts = z.strictObject({ parts: z.array(Part) })
export type Parts = z.infer<typeof Parts>

/** An opened original of several articles. */
export interface Container {
  readonly parts: readonly Part[]
  /** `REFUSED` failures say why this one cannot be read; the others still can. */
  readonly read: (key: string) => ReadPart | Promise<ReadPart>
}

export interface ReadPart {
  readonly article: Article
  /** WHATWG name in lower case, or null for what is no text. */
  readonly encoding: string | null
}

/** A format of originals that hold several articles: web archives. */
export interface ContainerFormat {
  /** Its name in the library. */
  readonly importer: string
  /** Goes up when the same bytes would give other documents. */
  readonly version: number
  /** Of the original file. */
  readonly mediaType: string
  /** Looks at the content, never at the name. */
  readonly is: (bytes: Uint8Array) => boolean
  /** `REFUSED` failures say why it cannot be opened. */
  readonly open: (original: PackagedOriginal) => Container | Promise<Container>
}
