import type { Citations } from './citations/citations.ts'
import type { Parser } from './import/parser/parser.ts'
import type { Library } from './library/library.ts'
import type { Log } from './log.ts'

/** What the procedures work with. */
export interface Services {
  readonly library: Library
  readonly parser: Parser
  /** The bytes that the shell was given on standard input. */
  readonly standardInput: () => Promise<Uint8Array>
  /** Absolute path of the folder of bundled fonts. */
  readonly fonts: string
  /** Absolute path of the program that sets pages in a thread of its own; in this one without it. */
  readonly typesetter: string | undefined
  /** Loaded when first needed: most of what is done with a library cites nothing. */
  readonly citations: () => Promise<Citations>
  readonly log: Log
}
