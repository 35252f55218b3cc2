import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DiffOperation } from './check.ts'
import { failures } from './failures.ts'
import { Source } from './sources.ts'

/** Another source of a story. Likeness only groups: no quotation is true or false by it. */
export const StoryMate = z.object({
  source: Source,
  /** Of all runs of four words in both texts the share that both have, 0 to 1; null where a text is too short or too long to be compared, or the story has more than 40 others. */
  likeness: z.number().nullable(),
  /** Of the runs of the shorter text the share that stands in the other, 0 to 1; null likewise. */
  contained: z.number().nullable(),
  /** True where a person said that the two are one story. */
  said: z.boolean(),
})
export type StoryMate = z.infer<typeof StoryMate>

/** The sources that hold copies of one report: an agency's words in two papers. */
export const Story = z.object({
  source: Source,
  /** The other sources, the likest first; empty when it is alone. */
  others: z.array(StoryMate),
  /** Sources of which a person said that they are another story. */
  parted: z.array(Source),
})
export type Story = z.infer<typeof Story>

/** Both are ids or citekeys. */
const Pair = z.object({ source: z.string(), other: z.string() })

export const stories = {
  of: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(Story),
  /** The word diff from the source's current text to the other's: `delete` stands only in the source, `insert` only in the other. */
  differences: oc
    .errors(failures)
    .input(Pair)
    .output(z.object({ diff: z.array(DiffOperation) })),
  /** Keeps a person's word that two sources are one story or are not; gives the source's story as it is then. */
  say: oc
    .errors(failures)
    .input(Pair.extend({ same: z.boolean() }))
    .output(Story),
}
