import type { Client } from '../core/router.ts'
import type { Arguments, Options } from './arguments.ts'
import type { Output } from './output.ts'

/** What a command is given. */
export interface Call {
  readonly given: Arguments
  readonly out: Output
  /** Opens the library at the first call; `create` makes it where there is none. */
  readonly library: (how?: { readonly create: boolean }) => Promise<Client>
  /**
   * From this call on Ctrl+C ends the command in good order: the signal aborts.
   * Commands that never ask for it end at once, which no transaction minds.
   */
  readonly interruption: () => AbortSignal
}

export interface Command {
  /** The words that call it: `brief import`. */
  readonly name: string
  /** What follows the name in its usage line. */
  readonly usage: string
  /** A paragraph or two for `--help`. */
  readonly about: string
  readonly example: string
  readonly options: Options
  /** How many words it takes. */
  readonly words: { readonly least: number; readonly most: number }
  /** Gives the exit code: 0 all well, 1 something failed or a fault was found. */
  readonly run: (call: Call) => Promise<0 | 1>
}
