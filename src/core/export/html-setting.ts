import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { Evidence } from './evidence.ts'
import type { HeadingPlaces } from './heading-places.ts'
import type { HeldPictures } from './held-pictures.ts'
import type { HtmlAttributes } from './html-tree.ts'
import type { Manner } from './manner.ts'

/** What printing a page keeps in mind while it walks through the brief. */
export interface HtmlSetting {
  readonly evidence: Evidence
  readonly pictures: HeldPictures
  readonly places: HeadingPlaces
  /** Depths of the headings that the last one stands under, itself last. */
  readonly headings: number[]
  /** The level of the brief's own first headings. */
  readonly top: number
  /** How often each note was referred to, by its label. */
  readonly referred: Map<string, number>
  /** Linked quotes of the block that is being printed: they unfold below it. */
  readonly quotes: LinkedQuote[]
  /** Inside such a block. */
  readonly within: boolean
  readonly manner: Manner
}

/** The attributes that tell how words differ from what stands around them. */
export const differing = ({ lang, dir }: Manner, around: Manner): HtmlAttributes => ({
  lang: lang === around.lang ? null : lang,
  dir: dir === around.dir ? null : dir,
})
