/** A font as far as reading needs it. */
export interface Face {
  readonly bold: boolean
  readonly italic: boolean
  /** Letters stand one below the other. */
  readonly vertical: boolean
}

/**
 * A letter, or what else one piece of type stands for, where it stands on the
 * page. All lengths are in points. `along` runs the way the words are read,
 * `across` from line to line: for text that is not turned, right and down.
 */
export interface Glyph {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly baseline: number
  readonly size: number
  readonly face: Face
  /** Counts the pieces of text of a page in the order in which they are drawn. */
  readonly item: number
  /** The file itself says that this is no content: a running head, a page number. */
  readonly artifact: boolean
  /** How the text is turned, in degrees clockwise; `down` for vertical writing. */
  readonly turn: Turn
}

export type Turn = number | 'down'
