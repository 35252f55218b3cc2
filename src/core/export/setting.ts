import type { Pictures } from './pictures.ts'
import type { TypeCase } from './type-case.ts'
import type { Direction, Voice } from './typst-data.ts'
import { directionOfText, voiceOfText } from './voice.ts'

/** What setting a brief keeps in mind while it walks through it. */
export interface Setting {
  readonly type: TypeCase
  readonly pictures: Pictures
  readonly voice: Voice
  readonly direction: Direction
  /** Notes that were referred to. */
  readonly referred: Set<string>
  /** Depths of the headings that the last one stands under, itself last. */
  readonly headings: number[]
  readonly inList: boolean
  /** How many lists and block quotations stand around. */
  readonly depth: number
  /** The number of each citekey's entry in the bibliography. */
  readonly entries: ReadonlyMap<string, number>
}

/** Where a text stands: in which voice, and how long a word may be before it is broken. */
export interface Place {
  readonly voice: Voice
  /** In UTF-16 units. */
  readonly longest: number
  readonly dir: Direction
  /** What a citation style made: its italics are no emphasis. */
  readonly cited?: boolean
  /** Words of the other direction stand in the same line. */
  readonly mixed: boolean
}

/** Words longer than this may be broken in the full measure. */
export const LONGEST_WORD = 32

/** The same in a table of so many columns: what fits when all of them want more than their share. */
export const longestWordInCell = (columns: number): number =>
  Math.max(5, Math.min(16, Math.floor((columns > 7 ? 90 : 70) / columns) - 1))

/** How a block with this text differs from the brief around it. */
export function styleOf(
  text: string,
  setting: Setting,
  spoken: Voice | null = null,
): { voice?: Voice; dir?: Direction } {
  const voice = spoken ?? voiceOfText(text, setting.voice)
  const dir = directionOfText(text)
  return {
    ...(voice === null || voice.script === setting.voice.script ? {} : { voice }),
    ...(dir === null || dir === setting.direction ? {} : { dir }),
  }
}

/**
 * The level of a heading in the outline: one deeper than the heading it stands
 * under. Accessible PDF allows no level to be skipped, a brief may skip one.
 */
export function levelAt(depth: number, headings: number[]): number {
  while ((headings.at(-1) ?? 0) >= depth) headings.pop()
  headings.push(depth)
  return headings.length
}
