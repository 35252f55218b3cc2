import { z } from 'zod'
import type { TextFormat } from '../../../shared/contract/sources.ts'
import { Entries } from '../bibliography.ts'
import { Extraction } from '../extraction.ts'
import type { Companion } from '../page-folder.ts'
import { Part } from '../several.ts'

/** What goes to the parsing process: one original at a time. */
export interface ParseRequest {
  readonly id: number
  /** Null for the original of the request before, which holds several articles. */
  readonly bytes: Uint8Array | null
  readonly name: string
  readonly encoding: string | null
  readonly as?: TextFormat | null
  readonly companions?: readonly Companion[]
  readonly password?: string | null
  /** The key of one article of an original that holds several. */
  readonly part: string | null
  /** True for the look of a saved page instead of its words. */
  readonly look?: boolean
}

/** The work is long and goes on: it is not given up yet. */
export const Working = z.strictObject({ outcome: z.literal('working'), id: z.number() })

/** What comes back. It is checked: the process that made it has read untrusted bytes. */
export const ParseReply = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('read'), id: z.number(), extraction: Extraction }),
  z.strictObject({ outcome: z.literal('parts'), id: z.number(), parts: z.array(Part) }),
  z.strictObject({ outcome: z.literal('entries'), id: z.number(), bibliography: Entries }),
  z.strictObject({ outcome: z.literal('look'), id: z.number(), look: z.string() }),
  z.strictObject({ outcome: z.literal('refused'), id: z.number(), reason: z.string(), message: z.string() }),
  Working,
  z.strictObject({ outcome: z.literal('fault'), id: z.number(), fault: z.string() }),
])
export type ParseReply = z.infer<typeof ParseReply>

/** How a process ended that nobody ended: by its heap's own limit, or in any other way. */
export type ParserEnd = 'out-of-memory' | 'crashed'

/**
 * A running parsing process as its shell gives it: a forked child for the
 * command line, a utility process for the app. Messages are structured clones.
 */
export interface ParserProcess {
  readonly send: (request: ParseRequest) => void
  readonly onReply: (listener: (reply: unknown) => void) => void
  /** Called once, when the process has ended for any reason. */
  readonly onEnd: (listener: (end: ParserEnd) => void) => void
  /** Ends it at once, even in the middle of a loop. */
  readonly end: () => void
  /** Its resident memory in bytes, or null where the system does not tell. */
  readonly memory: () => number | null
}

/** Starts parsing processes. The shell supplies it. */
export interface ParserHost {
  readonly start: () => ParserProcess
}
