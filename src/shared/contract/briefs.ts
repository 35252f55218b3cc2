import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BriefState } from '../brief/state.ts'
import { LINT_RULES } from '../lint/lint.ts'
import { TEMPLATES } from '../brief/templates.ts'
import { CheckedQuotation, DiffOperation } from './check.ts'
import { failures } from './failures.ts'
import { Passage, Suggestion, Use } from './passages.ts'
import { Exported, ExportInput, Preview, PreviewInput } from './exports.ts'
import { StoredBytes } from './stored-bytes.ts'

export const Brief = z.object({
  id: z.string(),
  title: z.string(),
  words: z.number().int(),
  quotes: z.number().int(),
  citations: z.number().int(),
  updatedAt: z.string(),
})
export type Brief = z.infer<typeof Brief>

/** A brief's stored form as JSON: a text crosses to the core at once, where a tree of 100,000 words is walked node by node. */
const StateText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('The brief is no JSON.')
      return z.NEVER
    }
  })
  .pipe(BriefState)

/** Something that a brief lacks, by one of the rules. */
const LintFinding = z.object({
  rule: z.enum(LINT_RULES),
  /** UTF-16 offsets into the brief's text. */
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  citekey: z.string().nullable(),
})
/** What a new brief begins with: a template of the product, or one of the author's own. */
export const TemplateChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('given'), name: z.enum(TEMPLATES) }),
  z.object({ kind: z.literal('own'), brief: z.string() }),
])
export type TemplateChoice = z.infer<typeof TemplateChoice>

/** A brief that its author made a template. */
export const OwnTemplate = z.object({ brief: z.string(), title: z.string() })
export type OwnTemplate = z.infer<typeof OwnTemplate>

const OpenBrief = z.object({ brief: Brief, state: BriefState })
export type OpenBrief = z.infer<typeof OpenBrief>

/** A brief that quotes or cites what is to be removed. */
/** A brief as it was kept at a pause. */
export const Revision = z.object({
  id: z.string(),
  brief: z.string(),
  /** ISO 8601. */
  at: z.string(),
  title: z.string(),
  /** Null where its stored form cannot be read. */
  words: z.number().int().nullable(),
})
export type Revision = z.infer<typeof Revision>

/** A brief that quotes what is to be removed. */
export const AffectedBrief = z.object({
  id: z.string(),
  title: z.string(),
  /** How many of its linked quotes are from there. */
  quotes: z.number().int(),
  /** How often its citations name it. */
  citations: z.number().int(),
  /** The first words of the first of the quotes; empty where there is none, or the brief cannot be read. */
  words: z.string(),
})
export type AffectedBrief = z.infer<typeof AffectedBrief>

/** The most bytes that an image of a brief may have. */
export const MOST_IMAGE_BYTES = 20 * 1024 * 1024

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const briefs = {
  create: oc
    .errors(failures)
    .input(
      z.object({
        title: z.string(),
        language: z.string().min(1).nullable().default(null),
        template: TemplateChoice.nullable().default(null),
      }),
    )
    .output(OpenBrief),
  /** The author's own templates, by title. */
  templates: oc.errors(failures).input(z.object({})).output(z.array(OwnTemplate)),
  /** A copy of a brief as a template. `REFUSED` as `open`. */
  saveAsTemplate: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** The working copy. Throws `REFUSED`: `unknown-brief`, `damaged-brief`, `newer-brief`. */
  open: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(OpenBrief),
  /**
   * Saves the working copy as one types; no step of undo. `seen` is the
   * `updatedAt` last seen: a copy saved elsewhere since is not written over
   * (`REFUSED` `changed-elsewhere`). With `revision` the copy is kept as one.
   */
  save: oc
    .errors(failures)
    .input(
      z.object({
        brief: z.string(),
        state: StateText,
        seen: z.string(),
        revision: z.boolean().default(false),
      }),
    )
    .output(Brief),
  /**
   * Every quotation of a brief as it stands in an editor, saved or not. `again`
   * is for while one types: what was found before is said again where neither
   * the quotation nor the library has changed.
   */
  check: oc
    .errors(failures)
    .input(z.object({ state: BriefState, again: z.boolean().default(false) }))
    .output(z.array(CheckedQuotation)),
  /** The passages of annotations, or of one anchor each; unknown ones are left out. */
  passages: oc
    .errors(failures)
    .input(z.object({ quotes: z.array(z.object({ annotation: z.string(), anchor: z.string().optional() })) }))
    .output(z.array(Passage)),
  /** What a brief in an editor lacks besides true quotations. `today` is an ISO 8601 date. */
  lint: oc
    .errors(failures)
    .input(
      z.object({
        state: BriefState,
        rules: z.array(z.enum(LINT_RULES)),
        days: z.number().int().positive(),
        today: z.iso.date(),
      }),
    )
    .output(z.array(LintFinding)),
  /** Passages that go on as was typed after an opening quotation mark, likeliest first. */
  suggest: oc
    .errors(failures)
    .input(
      z.object({
        typed: z.string().min(1).max(400),
        sources: z.array(z.string()).default([]),
        limit: z.number().int().positive().max(50).default(8),
      }),
    )
    .output(z.array(Suggestion)),
  /** Every quote of a source's annotations. A brief that is damaged, or of a newer form, is left out: opening it says so. */
  uses: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(z.array(Use)),
  /** The briefs that quote or cite a source, the first made first. */
  using: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(z.array(AffectedBrief)),
  /**
   * Keeps an image for briefs, by its content; `blob` is what an image node names. What no brief shows is bytes and no
   * more, so this is no step of undo. `REFUSED`: `not-an-image` (PNG, JPEG, GIF, WebP and AVIF are), `image-too-large`.
   */
  keepImage: oc
    .errors(failures)
    .input(z.object({ file: StoredBytes }))
    .output(z.object({ blob: Sha256 })),
  /** The bytes of such an image, hashed again. `REFUSED`: `unknown-image`, `damaged-original`. */
  image: oc
    .errors(failures)
    .input(z.object({ blob: Sha256 }))
    .output(z.object({ file: StoredBytes })),
  list: oc.errors(failures).input(z.object({})).output(z.array(Brief)),
  get: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** Puts a brief into the trash, as one step of undo; gives it as it was. */
  remove: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** Takes a brief out of the trash. `REFUSED`: `not-in-trash`. */
  restore: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** `markdown` is Verbatim Markdown; `name` serves as title where it has none. */
  /** The words that can be read of a brief that does not open, as it does not open: damaged, or of a newer form. */
  salvaged: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(z.object({ title: z.string(), text: z.string() })),
  /** Those words as a new brief, with the blocks that are whole; the brief itself stays as it is. */
  salvage: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(Brief),
  /** Those words as a plain text file. Throws what writing an export throws. */
  salvageToFile: oc
    .errors(failures)
    .input(z.object({ brief: z.string(), out: z.string(), force: z.boolean().default(false) }))
    .output(z.object({ path: z.string(), bytes: z.number().int() })),
  /** A brief's revisions, newest first, those older than `before` (an id). `REFUSED`: `unknown-revision`. */
  revisions: oc
    .errors(failures)
    .input(
      z.object({
        brief: z.string(),
        before: z.string().nullable().default(null),
        limit: z.number().int().positive().default(30),
      }),
    )
    .output(z.array(Revision)),
  /** `REFUSED`: `unknown-revision`, `damaged-brief`, `newer-brief`. */
  revision: oc
    .errors(failures)
    .input(z.object({ revision: z.string() }))
    .output(z.object({ revision: Revision, state: BriefState })),
  /** Word by word from the revision to the stored working copy. `REFUSED` as `revision`. */
  revisionDiff: oc
    .errors(failures)
    .input(z.object({ revision: z.string() }))
    .output(z.object({ diff: z.array(DiffOperation) })),
  /**
   * The working copy becomes the revision, as one step of undo; the copy before is kept as a revision first, which
   * undo does not take away. `REFUSED` as `revision`, and `unknown-brief` for one in the trash.
   */
  restoreRevision: oc
    .errors(failures)
    .input(z.object({ revision: z.string() }))
    .output(Brief),
  import: oc
    .errors(failures)
    .input(z.object({ markdown: z.string(), name: z.string(), folder: z.string().nullable().default(null) }))
    .output(Brief),
  export: oc.errors(failures).input(ExportInput).output(Exported),
  /** A brief in an editor, or a part of it, for the clipboard: with its notes, citations and bibliography. */
  copied: oc
    .errors(failures)
    .input(z.object({ brief: z.string(), state: StateText }))
    .output(z.object({ markdown: z.string(), html: z.string() })),
  /** The stored brief as a page of HTML for a printer. `REFUSED` as `open`. */
  page: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(z.object({ file: StoredBytes })),
  /** About how many bytes the originals are that an evidence package may take along. `REFUSED` as `open`. */
  originals: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(z.object({ bytes: z.int() })),
  /** The first pages of a brief as a PDF of them would show them. */
  preview: oc.errors(failures).input(PreviewInput).output(Preview),
}
