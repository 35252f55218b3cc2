import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BriefState } from '../brief/state.ts'
import { RUN_STYLES } from '../citations/run.ts'
import { failures } from './failures.ts'

/** A style that citations can be set in. */
export const CitationStyle = z.object({
  /** What a brief calls it (`citationStyle`, `citation-style`). */
  id: z.string(),
  title: z.string(),
  /** Its citations stand in notes. */
  isNote: z.boolean(),
  /** The user added it; the others come with the program. */
  added: z.boolean(),
})
export type CitationStyle = z.infer<typeof CitationStyle>

/** A stretch of rendered text in one dress; a line feed begins a line of its own. */
export const RenderedRun = z.object({
  text: z.string(),
  styles: z.array(z.enum(RUN_STYLES)).readonly(),
  /** An http or https address, or null. */
  url: z.string().nullable(),
})

export const RenderedCitations = z.object({
  /** The style that was used: the one asked for, else the brief’s, else the default. */
  style: CitationStyle,
  /** The brief names a style that is not there; the default was used. */
  unknownStyle: z.string().nullable(),
  /**
   * Every citation, and every linked quote that cites its source itself, in the
   * order in which they are read: what stands in a footnote where that is first
   * referred to.
   */
  citations: z.array(
    z.object({
      of: z.enum(['citation', 'quote']),
      /** Which one of its kind it is in the state, from 0, footnotes last: document order of the nodes. */
      index: z.number().int(),
      /** The number of its note, as an export numbers notes; null in the text. */
      note: z.number().int().nullable(),
      runs: z.array(RenderedRun).readonly(),
      /** Citekeys that nothing in the library has; they read `[@key?]`. */
      dead: z.array(z.string()).readonly(),
    }),
  ),
  /** The author's own footnotes, as an export numbers them: among the notes of citations and quotes. */
  footnotes: z.array(z.object({ label: z.string(), note: z.number().int() })),
  bibliography: z.array(
    z.object({
      /** The source’s id. */
      source: z.string(),
      citekey: z.string(),
      /** What stands in the margin, such as a number. */
      margin: z.array(RenderedRun).readonly(),
      runs: z.array(RenderedRun).readonly(),
    }),
  ),
})
export type RenderedCitations = z.infer<typeof RenderedCitations>

export const citations = {
  /** All styles: those that come with the program, then those that the user added. */
  styles: oc.errors(failures).input(z.object({})).output(z.array(CitationStyle)),
  /**
   * Adds a `.csl` file, by its absolute path; one that calls itself the same takes
   * the place of the one before. `REFUSED`: `unreadable`, `no-style` (with why),
   * `unknown-parent`; nothing is stored then.
   */
  addStyle: oc
    .errors(failures)
    .input(z.object({ path: z.string() }))
    .output(CitationStyle),
  /** Takes an added style away, as one step of undo. `REFUSED`: `unknown-style`, `bundled-style`, `style-in-use`. */
  removeStyle: oc
    .errors(failures)
    .input(z.object({ style: z.string() }))
    .output(CitationStyle),
  /**
   * The citations of a brief as it stands in an editor, saved or not. `brief` is
   * its id: what was worked out for it before is used again. `REFUSED`: `unknown-style`.
   */
  render: oc
    .errors(failures)
    .input(z.object({ state: BriefState, style: z.string().optional(), brief: z.string().optional() }))
    .output(RenderedCitations),
}
