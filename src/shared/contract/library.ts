import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './failures.ts'

export const LibraryInfo = z.object({
  path: z.string(),
  id: z.string(),
  /** `PRAGMA user_version` of library.db. */
  schemaVersion: z.number().int(),
  counts: z.object({
    sources: z.number().int(),
    versions: z.number().int(),
    annotations: z.number().int(),
    briefs: z.number().int(),
  }),
  /** Of the whole library folder. */
  bytes: z.number().int(),
})
export type LibraryInfo = z.infer<typeof LibraryInfo>

export const VerifyReport = z.object({
  originals: z.number().int(),
  texts: z.number().int(),
  annotations: z.object({ anchored: z.number().int(), moved: z.number().int(), orphaned: z.number().int() }),
  /** How many linked quotes have each verdict. */
  quotes: z.record(z.string(), z.number().int()),
  damaged: z.array(z.object({ what: z.string(), id: z.string(), message: z.string() })),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const SearchHit = z.object({
  kind: z.enum(['source', 'annotation', 'brief']),
  id: z.string(),
  citekey: z.string().nullable(),
  title: z.string(),
  snippet: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  score: z.number(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** Rows that changed, own writes and those of another process. */
export const Change = z.object({ table: z.string(), ids: z.array(z.string()) })
export type Change = z.infer<typeof Change>

/** A source or brief that was removed and can be put back. */
export const Trashed = z.object({
  kind: z.enum(['source', 'brief']),
  id: z.string(),
  title: z.string(),
  /** Null for a brief. */
  citekey: z.string().nullable(),
  /** When it was removed, ISO 8601. */
  since: z.string(),
})
export type Trashed = z.infer<typeof Trashed>

export const library = {
  info: oc.errors(failures).input(z.object({})).output(LibraryInfo),
  verify: oc.errors(failures).input(z.object({})).output(VerifyReport),
  search: oc
    .errors(failures)
    .input(
      z.object({
        query: z.string().min(1),
        in: z.enum(['sources', 'annotations', 'briefs']).optional(),
        limit: z.number().int().positive().default(20),
      }),
    )
    .output(z.array(SearchHit)),
  changes: oc.errors(failures).input(z.object({})).output(eventIterator(Change)),
  /** What is in the trash, the last removed first. */
  trash: oc.errors(failures).input(z.object({})).output(z.array(Trashed)),
  undo: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ undone: z.string().nullable() })),
  redo: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ redone: z.string().nullable() })),
}
