import type { OriginNotes } from '../../../../shared/document/origin.ts'
import type { FootnoteFinder } from './footnotes.ts'
import type { ImageCollector } from './images.ts'

/** What the conversion of one page shares. */
export interface Context {
  /** The page's own address, for relative links; null when unknown. */
  readonly base: string | null
  readonly images: ImageCollector
  /** Pictures that the page's styles hold as data, by the name of their variable. */
  readonly variables?: ReadonlyMap<string, string>
  readonly footnotes: FootnoteFinder
  /** Where the parts of the note begin that is being converted: they are bodies of notes everywhere else. */
  readonly open?: ReadonlySet<number>
  readonly notes: OriginNotes
}
