import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { AffectedBrief } from './briefs.ts'
import { DiffOperation } from './check.ts'
import { failures } from './failures.ts'
import { StoredBytes } from './stored-bytes.ts'

/** One imported article, report, book or page, as the command line and the app show it. */
export const Source = z.object({
  id: z.string(),
  citekey: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  publication: z.string().nullable(),
  /** ISO 8601 date, as precise as known (`2024`, `2024-03`, `2024-03-14`), or null. */
  published: z.string().nullable(),
  /** The moment, where it is known: ISO 8601 with its own zone (`2024-03-14T09:30:00+01:00`), on the day of `published`; or null. */
  publishedAt: z.string().nullable(),
  /** Its last change: an ISO 8601 date, or a moment with its own zone, or null. */
  modified: z.string().nullable(),
  /** When an archive captured it (ISO 8601 with zone), or null: no date of publication. */
  archivedAt: z.string().nullable(),
  url: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  /** What kind of work it is: `article` unless known better. */
  type: z.string(),
  /** The importer that read the current version: `text`, `markdown`, `html` …; null without a version. */
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  words: z.number().int(),
  /** How many versions there are; they count from 1. None: the source is known from a bibliography and has no text yet. */
  versions: z.number().int(),
  /** SHA-256 of the current version's original bytes, in hexadecimal; null without a version. */
  sha256: z.string().nullable(),
  importedAt: z.string(),
  /** Which story it belongs to, shared by the copies of one report (an id of this library, which may change with them); null when alone. */
  story: z.string().nullable(),
  tags: z.array(z.string()),
})
export type Source = z.infer<typeof Source>

export const ImportOutcome = z.object({
  path: z.string(),
  status: z.enum(['imported', 'duplicate', 'new-version', 'skipped', 'failed']),
  source: Source.nullable(),
  /** Why it failed or was skipped; of what was imported, what of it could not be read. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  ms: z.number(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** What became of an original that was not a file: a clipboard's, or one read again. */
export const Kept = z.object({ status: z.enum(['imported', 'duplicate', 'new-version']), source: Source })
export type Kept = z.infer<typeof Kept>

/** An image that belongs to a version; `width` and `height` in pixels, 0 where they are not known. */
export const SourceImage = z.object({
  sha256: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})
export type SourceImage = z.infer<typeof SourceImage>

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Words of a text may be read as one of these where its content was taken for another. */
export const TEXT_FORMATS = ['text', 'markdown', 'html'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]

/** The id of a run: of all that is imported under it, `undoImport` takes everything back. Whoever imports makes it up. */
const RunId = z.string().regex(/^run_[0-9a-f]{32}$/)

const ImportInput = z.object({
  /** Absolute paths, or `-` for standard input. Only a trusted shell may call this; pages never name paths. */
  paths: z.array(z.string()).min(1),
  tags: z.array(z.string()).default([]),
  encoding: z.string().optional(),
  /** Opens locked files of this import. It is never stored. */
  password: z.string().optional(),
  asVersionOf: z.string().optional(),
  /** The run that it belongs to; without one it is a run of its own. All of a run is one step of undo. */
  run: RunId.optional(),
  /** What the files are to be read as, whatever they look like. */
  as: z.enum(TEXT_FORMATS).optional(),
  /** True makes sources of their own, though the library holds the same bytes, page or file. */
  asOwnSource: z.boolean().optional(),
  /** Of a file of several articles only these, by their keys or addresses. */
  only: z.array(z.string()).optional(),
})

/** What stays when an import is taken back, and what a user has made of it since. */
export const StaysBecause = z.enum(['quoted', 'annotated', 'cited', 'edited', 'newer-version'])
export type StaysBecause = z.infer<typeof StaysBecause>

export const ImportUndone = z.object({
  /** How many sources were taken out, or had a version or tags taken back. */
  sources: z.number().int(),
  kept: z.array(z.object({ source: Source, why: StaysBecause })),
})
export type ImportUndone = z.infer<typeof ImportUndone>

/** Files that were found at one of several places, by its number among them from 0. */
export const Surveyed = z.object({
  place: z.number().int(),
  /** The place itself is a folder. */
  folder: z.boolean(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int() })),
})
export type Surveyed = z.infer<typeof Surveyed>

/** An article of an original that holds several, before anything of it is imported. */
export const PartOfOriginal = z.object({
  key: z.string(),
  /** A page's address. */
  name: z.string(),
  title: z.string().nullable(),
  /** When it was saved, ISO 8601, or null. */
  date: z.string().nullable(),
  bytes: z.number().int(),
})
export type PartOfOriginal = z.infer<typeof PartOfOriginal>

const SourceEdit = z.object({
  source: z.string(),
  title: z.string().optional(),
  authors: z.array(z.string()).optional(),
  publication: z.string().optional(),
  published: z.string().optional(),
  publishedAt: z.string().optional(),
  modified: z.string().optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  citekey: z.string().optional(),
  tags: z.array(z.string()).optional(),
})

/** SOURCE is an id or a citekey; versions count from 1, without `version` the current one. */
const SourceVersion = z.object({ source: z.string(), version: z.number().int().positive().optional() })

/** One of a source's versions. */
export const VersionOfSource = z.object({
  number: z.number().int(),
  current: z.boolean(),
  importedAt: z.string(),
  importer: z.string(),
  encoding: z.string().nullable(),
  words: z.number().int(),
  /** SHA-256 of its original bytes and of its text, in hexadecimal. */
  sha256: z.string(),
  textSha256: z.string(),
})
export type VersionOfSource = z.infer<typeof VersionOfSource>

export const sources = {
  import: oc.errors(failures).input(ImportInput).output(eventIterator(ImportOutcome)),
  /** The files that an import of these places will look at, as they are found. Nothing is read or stored. */
  survey: oc
    .errors(failures)
    .input(z.object({ paths: z.array(z.string()).min(1) }))
    .output(eventIterator(Surveyed)),
  /** The articles in a web archive; null for a file of one article. Nothing is stored. */
  contents: oc
    .errors(failures)
    .input(z.object({ path: z.string() }))
    .output(z.object({ parts: z.array(PartOfOriginal).nullable() })),
  /** Takes a whole run back, except for sources that a user has made something of since. `REFUSED`: `unknown-run`. */
  undoImport: oc
    .errors(failures)
    .input(z.object({ run: RunId }))
    .output(ImportUndone),
  /** Does again what was taken back of a run. `REFUSED`: `unknown-run`. */
  redoImport: oc
    .errors(failures)
    .input(z.object({ run: RunId }))
    .output(z.object({ sources: z.number().int() })),
  /** Makes a source of its own of a source's current version. `REFUSED`: `only-version`, `annotated`. */
  separate: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(Source),
  list: oc
    .errors(failures)
    .input(z.object({ query: z.string().optional(), limit: z.number().int().positive().optional() }))
    .output(z.array(Source)),
  get: oc.errors(failures).input(SourceVersion).output(Source),
  text: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ text: z.string() })),
  /** The document is checked when it is written; see `src/shared/document`. */
  document: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ document: z.unknown() })),
  /** Oldest first. */
  versions: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(z.array(VersionOfSource)),
  /** The word diff between two versions of a source: `delete` stands only in `from`, `insert` only in `to`. */
  diff: oc
    .errors(failures)
    .input(
      z.object({ source: z.string(), from: z.number().int().positive(), to: z.number().int().positive() }),
    )
    .output(z.object({ diff: z.array(DiffOperation) })),
  original: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ bytes: Bytes })),
  /** The same as a file, which a page can take as it is. */
  originalFile: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ file: StoredBytes })),
  /**
   * A saved page as it was, as one file of HTML: its pictures and styles inside, nothing that runs, nothing to fetch.
   * `REFUSED`: `no-look` where the original is no page.
   */
  look: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ file: StoredBytes })),
  /** Whether the original's bytes are those that were stored; re-hashed. */
  integrity: oc
    .errors(failures)
    .input(SourceVersion)
    .output(z.object({ original: z.enum(['whole', 'changed', 'missing']) })),
  /** The images that a version's document shows, in no order. */
  images: oc.errors(failures).input(SourceVersion).output(z.array(SourceImage)),
  image: oc
    .errors(failures)
    .input(SourceVersion.extend({ sha256: z.string() }))
    .output(z.object({ file: StoredBytes })),
  /** What a clipboard holds: of both, the page is kept. */
  paste: oc
    .errors(failures)
    .input(
      z.object({
        html: z.string().optional(),
        text: z.string().optional(),
        tags: z.array(z.string()).default([]),
      }),
    )
    .output(Kept),
  /** Reads the stored original again in another encoding, as a new version. */
  reread: oc
    .errors(failures)
    .input(z.object({ source: z.string(), encoding: z.string() }))
    .output(Kept),
  edit: oc.errors(failures).input(SourceEdit).output(Source),
  /**
   * Puts a source into the trash, as one step of undo. One that briefs quote is refused with `quoted`, unless `force`:
   * `detail` is what this gives else, the briefs that quote it.
   */
  remove: oc
    .errors(failures)
    .input(z.object({ source: z.string(), force: z.boolean().default(false) }))
    .output(z.object({ affected: z.array(AffectedBrief) })),
  /** Takes a source out of the trash with its highlights, and with it its quotes' verdicts. `REFUSED`: `not-in-trash`. */
  restore: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(Source),
}
