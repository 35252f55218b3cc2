import type { OriginNotes } from '../../../../shared/document/origin.ts'
import type { FootnoteFinder } from './footnotes.ts'
import type { ImageCollector } from './images.ts'

/** What the conversion of one page shares. */
export interface Context {
  /** The page's own address, for relative links; null when unknown. */
  readonly base: string | null
  readonly images: ImageCollector
  readonly footnotes: FootnoteFinder
  readonly notes: OriginNotes
}
