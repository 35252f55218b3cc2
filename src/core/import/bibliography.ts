import { z } from 'zod'
import { Metadata } from './extraction.ts'

/** A work as a bibliography lists it. */
export const Entry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('work'),
    /** Its key in the file, or its number there. */
    name: z.string(),
    /** Of an entry that Verbatim wrote; the others get one by the rule. */
    citekey: z.string().nullable(),
    tags: z.array(z.string()),
    /** In lower case, `10.…`, or null. */
    doi: z.string().nullable(),
    facts: Metadata,
  }),
  /** One that cannot be read, or that gives no title. */
  z.strictObject({ kind: z.literal('broken'), name: z.string() }),
])
export type Entry = z.infer<typeof Entry>
export type Work = Extract<Entry, { kind: 'work' }>

/** What is found in a bibliography: works without their text. */
export const Entries = z.strictObject({
  importer: z.string(),
  mediaType: z.string(),
  entries: z.array(Entry),
})
export type Entries = z.infer<typeof Entries>

/** A format of bibliographies. */
export interface BibliographyFormat {
  readonly importer: string
  readonly mediaType: string
  /** Looks at the first `HEAD` characters. */
  readonly is: (head: string) => boolean
  /** Null for what turns out to be no bibliography. */
  readonly read: (text: string) => Promise<readonly Entry[] | null> | readonly Entry[] | null
}

export const HEAD = 8192
