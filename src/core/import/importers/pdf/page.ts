import type { Line } from './lines.ts'
import type { Word } from './words.ts'

/** A page as it was read, before its parts are put in order. Lengths as in `Glyph`. */
export interface ReadPage {
  /** Counts from 1. */
  readonly number: number
  /** Where the page begins and ends across its lines, and how wide it is. */
  readonly top: number
  readonly bottom: number
  readonly words: readonly Word[]
  /** Lines that are turned another way than most of the page. */
  readonly turned: readonly Line[]
}
