import { z } from 'zod'
import { refused } from '../contract/failures.ts'
import type { RootNode } from './nodes.ts'
import { Root } from './schema.ts'

/** The number of the stored form that this program writes. A change of form raises it and adds a step. */
export const BRIEF_FORMAT = 1

/** A brief as it is stored: Lexical's serialised `root`, closed by our schema, with what stands above it. */
export interface BriefState {
  readonly format: typeof BRIEF_FORMAT
  readonly title: string
  /** BCP 47; null when the draft does not say. */
  readonly language: string | null
  /** Id of a CSL style (`apa`), or null for the library's own. */
  readonly citationStyle: string | null
  /**
   * Fields of the front matter that have no place of their own, kept for the way out. The product reads one of them,
   * `set-aside` (`set-aside-words.ts`).
   */
  readonly extra: { readonly [key: string]: Json }
  readonly root: RootNode
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export const BriefState: z.ZodType<BriefState> = z.strictObject({
  format: z.literal(BRIEF_FORMAT),
  title: z.string(),
  language: z.string().min(1).nullable(),
  citationStyle: z.string().min(1).nullable(),
  extra: z.record(z.string(), z.json()),
  root: Root,
})

type Step = (state: Record<string, unknown>) => Record<string, unknown>

/** Step `n` turns format `n` into format `n + 1`. Pure, and never changed once released. */
const STEPS: ReadonlyMap<number, Step> = new Map()

const Numbered = z.looseObject({ format: z.number().int().positive() })

/**
 * A stored brief in today's form. Throws `REFUSED` with reason `newer-brief` for a
 * format this program does not know, `damaged-brief` for what is no brief at all.
 */
export function upgrade(stored: unknown): BriefState {
  const numbered = Numbered.safeParse(stored)
  if (!numbered.success) throw damaged(numbered.error.issues)
  let state: Record<string, unknown> = numbered.data
  for (let format = numbered.data.format; format !== BRIEF_FORMAT; format += 1) {
    const step = STEPS.get(format)
    if (step === undefined) throw newer(format)
    state = { ...step(state), format: format + 1 }
  }
  const checked = BriefState.safeParse(state)
  if (!checked.success) throw damaged(checked.error.issues)
  return checked.data
}

const newer = (format: number) =>
  refused(
    'newer-brief',
    `This brief was written by a newer Verbatim (format ${format}). Nothing was changed. Open it with that version.`,
    { format },
  )

const damaged = (issues: readonly unknown[]) =>
  refused(
    'damaged-brief',
    'This brief cannot be read: its stored form is damaged. Nothing was changed. Restore it from a backup.',
    { issues: issues.slice(0, 5) },
  )
