import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { AffectedBrief } from './briefs.ts'
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
  /** Stored files beside the originals: of saved pages, and those that briefs hold. */
  images: z.number().int(),
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

/** A thing in the trash that briefs outside of it speak of. */
export const TrashedAndUsed = Trashed.extend({ affected: z.array(AffectedBrief) })

/** What emptying the trash takes away for good. */
export const TrashContents = z.object({
  /** What goes and is used nowhere. */
  unused: z.array(Trashed),
  /** Sources that briefs quote or cite, also briefs that stay in the trash. */
  used: z.array(TrashedAndUsed),
  /** How many highlights the sources of each have. */
  highlights: z.object({ unused: z.number().int(), used: z.number().int() }),
})
export type TrashContents = z.infer<typeof TrashContents>

export const Emptied = z.object({
  emptied: z.array(Trashed),
  /** What was spared since briefs use it. */
  kept: z.array(TrashedAndUsed),
  /** Of the files that nothing speaks of any more. */
  bytes: z.number().int(),
})
export type Emptied = z.infer<typeof Emptied>

export const BIBLIOGRAPHY_FORMATS = ['bibtex', 'biblatex', 'ris', 'csl-json'] as const
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number]

/** How the writing of a whole library goes on. */
export const LibraryExport = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    what: z.enum(['sources', 'briefs', 'originals', 'data']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({
    kind: z.literal('done'),
    path: z.string(),
    files: z.number().int(),
    bytes: z.number().int(),
    /** What could not be shown, or was gone already: a sentence each. */
    warnings: z.array(z.string()),
  }),
])
export type LibraryExport = z.infer<typeof LibraryExport>

/** How the making of a library out of an exported folder goes on. */
export const LibraryRestore = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    what: z.enum(['checking', 'data', 'originals']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({
    kind: z.literal('done'),
    path: z.string(),
    counts: LibraryInfo.shape.counts,
    /** Stored files that were gone already when the folder was written. */
    missing: z.number().int(),
  }),
])
export type LibraryRestore = z.infer<typeof LibraryRestore>

/** Which sources a bibliography lists: those that are named, those that a brief cites or quotes, else all. */
const BibliographyChoice = z.object({
  format: z.enum(BIBLIOGRAPHY_FORMATS),
  /** Citekeys or ids. */
  sources: z.array(z.string()).optional(),
  brief: z.string().optional(),
})

export const library = {
  /** `REFUSED`: `unknown-source`, `unknown-brief`, and what opening the brief throws. */
  bibliography: oc
    .errors(failures)
    .input(BibliographyChoice)
    .output(z.object({ text: z.string(), entries: z.number().int() })),
  /** The same as a file. Throws what writing an export throws. */
  exportBibliography: oc
    .errors(failures)
    .input(BibliographyChoice.extend({ out: z.string(), force: z.boolean().default(false) }))
    .output(z.object({ path: z.string(), bytes: z.number().int(), entries: z.number().int() })),
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
  /** What emptying the trash would take away, of all in it or of what has been there for so many days. */
  trashContents: oc
    .errors(failures)
    .input(z.object({ olderThanDays: z.number().nonnegative().default(0) }))
    .output(TrashContents),
  /**
   * Erases what is named, where it is in the trash: texts, originals, highlights, briefs with their revisions. It is
   * no step of undo, and no earlier step brings any of it back. What briefs use is spared, unless `usedToo`.
   */
  emptyTrash: oc
    .errors(failures)
    .input(z.object({ ids: z.array(z.string()), usedToo: z.boolean().default(false) }))
    .output(Emptied),
  /** The whole library as a new folder of plain files. `REFUSED`: `exists`, and what writing throws. */
  exportAll: oc
    .errors(failures)
    .input(z.object({ out: z.string() }))
    .output(eventIterator(LibraryExport)),
  /**
   * Another library, made of a folder that `exportAll` wrote; `to` is where there is none yet. `REFUSED`: `no-export`,
   * `newer-export`, `damaged-export`, `exists`, and what writing throws.
   */
  restore: oc
    .errors(failures)
    .input(z.object({ folder: z.string(), to: z.string() }))
    .output(eventIterator(LibraryRestore)),
  undo: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ undone: z.string().nullable() })),
  redo: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ redone: z.string().nullable() })),
}
