import { z } from 'zod'
import { Grant } from './shell.ts'

/** What is asked of the text's size: by the menu bar, or by a key. */
export const TextSizeStep = z.enum(['larger', 'smaller', 'usual'])
export type TextSizeStep = z.infer<typeof TextSizeStep>

/** What the menu bar asks for of the brief that is worked in. */
export const BriefAct = z.enum(['export', 'export-again', 'copy-markdown', 'copy-rich-text', 'print'])
export type BriefAct = z.infer<typeof BriefAct>

/**
 * What a shell tells its page, by `window.postMessage` through the preload. The
 * two ports travel beside a `connected`.
 */
export const Told = z.discriminatedUnion('verbatim', [
  /** The ports, `[core, shell]`; `platform` names keys and the order of buttons. */
  z.object({ verbatim: z.literal('connected'), platform: z.enum(['mac', 'windows', 'linux']) }),
  /** The core ended; another is being started. What was asked of it is lost, what was stored is not. */
  z.object({ verbatim: z.literal('lost') }),
  /** The library cannot be opened, with its one sentence; the second port is there. */
  z.object({
    verbatim: z.literal('unopened'),
    platform: z.enum(['mac', 'windows', 'linux']),
    reason: z.string(),
    message: z.string(),
  }),
  /** The window is to close: the page answers by the shell's `leave`. */
  z.object({ verbatim: z.literal('closing') }),
  /** From the menu bar. */
  z.object({ verbatim: z.literal('text-size'), step: TextSizeStep }),
  /** From the menu bar: focus mode on, or off again. */
  z.object({ verbatim: z.literal('focus-mode') }),
  /** From the menu bar: what this program is, and whose works it comes with. */
  z.object({ verbatim: z.literal('about') }),
  /** From the menu bar, for the brief that is worked in. */
  z.object({ verbatim: z.literal('brief'), act: BriefAct }),
  /** Files that were dropped on the window. */
  z.object({ verbatim: z.literal('dropped'), files: z.array(Grant) }),
])
export type Told = z.infer<typeof Told>
