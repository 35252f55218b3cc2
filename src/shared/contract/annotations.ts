import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './failures.ts'

export const COLOURS = ['yellow', 'blue', 'green', 'orange', 'violet'] as const

/** Who said a passage. Speaker and topic are names of actor and topic rows. */
export const Attribution = z.object({
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  stance: z.string().nullable(),
  topic: z.string().nullable(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  language: z.string().nullable(),
  quotedBy: z.string().nullable(),
})
export type Attribution = z.infer<typeof Attribution>

/** UTF-16 offsets into the version's text; `end` is exclusive. */
export const Segment = z.object({ start: z.number().int(), end: z.number().int() })
export type Segment = z.infer<typeof Segment>

export const Annotation = z.object({
  id: z.string(),
  /** The source's citekey is a user's fact and may change; this is its id. */
  source: z.string(),
  version: z.number().int(),
  /** Null when orphaned. */
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  segments: z.array(Segment),
  exact: z.string(),
  /** Up to 64 characters on each side. */
  prefix: z.string(),
  suffix: z.string(),
  status: z.enum(['anchored', 'moved', 'orphaned']),
  comment: z.string().nullable(),
  tags: z.array(z.string()),
  colour: z.enum(COLOURS),
  attribution: Attribution.nullable(),
  /** The passage before it moved; only with status `moved`. */
  old: z
    .object({ version: z.number().int(), start: z.number().int(), end: z.number().int(), exact: z.string() })
    .optional(),
  /** It was not looked for yet in the source's current version: `orphaned` until then. */
  waiting: z.literal(true).optional(),
})
export type Annotation = z.infer<typeof Annotation>

const Place = z.union([
  z.object({ quote: z.string().min(1), prefix: z.string().optional(), suffix: z.string().optional() }),
  Segment,
])

const NewAnnotation = z.object({
  source: z.string(),
  place: Place,
  comment: z.string().optional(),
  tags: z.array(z.string()).default([]),
  colour: z.enum(COLOURS).default('yellow'),
  speaker: z.string().optional(),
  role: z.string().optional(),
  stance: z.string().optional(),
  topic: z.string().optional(),
  /** When it was said, as precise as known: `2024`, `2024-03`, `2024-03-14`. */
  date: z.string().optional(),
  /** Where it was said. */
  placeSaid: z.string().optional(),
})
export type NewAnnotation = z.infer<typeof NewAnnotation>

/** What is left out stays as it is; null, or no tags, takes a fact away. */
const AnnotationChange = z.object({
  annotation: z.string(),
  comment: z.string().nullable().optional(),
  tags: z.array(z.string()).optional(),
  colour: z.enum(COLOURS).optional(),
  speaker: z.string().nullable().optional(),
  role: z.string().nullable().optional(),
  stance: z.string().nullable().optional(),
  topic: z.string().nullable().optional(),
  /** When it was said, as precise as known: `2024`, `2024-03`, `2024-03-14`. */
  date: z.string().nullable().optional(),
  /** Where it was said. */
  place: z.string().nullable().optional(),
})
export type AnnotationChange = z.infer<typeof AnnotationChange>

/** Names already in the library, for completing what is being typed. */
export const KnownNames = z.object({
  actors: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), roles: z.array(z.string()) })),
  topics: z.array(z.string()),
  tags: z.array(z.string()),
})
export type KnownNames = z.infer<typeof KnownNames>

export const ANNOTATION_FORMATS = ['jsonld', 'csv', 'md'] as const
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number]

/** What became of one annotation of a file. */
export const AnnotationImport = z.object({
  /** Its place in the file, from 0. */
  index: z.number().int(),
  /** As the file names it. */
  id: z.string().nullable(),
  status: z.enum(['imported', 'duplicate', 'failed']),
  annotation: Annotation.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type AnnotationImport = z.infer<typeof AnnotationImport>

/** A place of the source's current version that a lost or moved annotation may have come to. */
export const AnnotationCandidate = z.object({
  start: z.number().int(),
  end: z.number().int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** How much of the passage and its surroundings stands there, from 0 to 1. */
  likeness: z.number(),
})
export type AnnotationCandidate = z.infer<typeof AnnotationCandidate>

/** A passage of a version; UTF-16 offsets into its text. */
const PassageOfVersion = z.object({
  version: z.number().int(),
  segments: z.array(Segment),
  exact: z.string(),
})

/** How often a brief quotes an annotation. */
export const BriefTouched = z.object({
  brief: z.string(),
  title: z.string(),
  quotes: z.number().int(),
  /** How many of these show an older version than the current one. */
  older: z.number().int(),
  /** The words of the first one, as the brief shows them. */
  words: z.string(),
})
export type BriefTouched = z.infer<typeof BriefTouched>

/** What became of an annotation of an older version in the current one. */
export const Migrated = z.object({
  annotation: z.string(),
  colour: z.enum(COLOURS),
  /** `stayed`: the same words; `moved`: found, but words changed; `lost`: no place. */
  outcome: z.enum(['stayed', 'moved', 'lost']),
  /** What a person said to it: the place in the current version is right, or the older version is kept. */
  decided: z.enum(['taken', 'kept']).nullable(),
  old: PassageOfVersion,
  /** Null for one that is lost. */
  now: PassageOfVersion.nullable(),
  touched: z.array(BriefTouched),
})
export type Migrated = z.infer<typeof Migrated>

export const Migration = z.object({
  /** The source's current version, and the one before it; null where there is none. */
  version: z.number().int(),
  before: z.number().int().nullable(),
  /** How many were not looked for yet in the current version; nothing is told of the others until there are none. */
  waiting: z.number().int(),
  /** In the order of the older text. Annotations that were made in the current version are none of them. */
  annotations: z.array(Migrated),
})
export type Migration = z.infer<typeof Migration>

/** How far the annotations of new versions are. */
export const MigrationProgress = z.object({
  /** Annotations that were looked for by this call, and all that it knows of. */
  done: z.number().int(),
  all: z.number().int(),
  /** The id of a source whose annotations were all looked for now, or null. */
  source: z.string().nullable(),
})
export type MigrationProgress = z.infer<typeof MigrationProgress>

/**
 * `take`: the place in the current version is right, and the quotes in briefs move to it. `keep`: the older version
 * counts, for the annotation and its quotes. `place`: a place that a person chose, in the current version.
 */
export const Settling = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('take'), annotations: z.array(z.string()).min(1) }),
  z.object({ decision: z.literal('keep'), annotations: z.array(z.string()).min(1) }),
  z.object({ decision: z.literal('place'), annotation: z.string(), segments: z.array(Segment).min(1) }),
])
export type Settling = z.infer<typeof Settling>

export const Settled = z.object({
  annotations: z.array(Annotation),
  /** Briefs whose quotes moved or were pinned. */
  briefs: z.array(z.string()),
  /** Briefs that could not be read, and were left as they are. */
  unread: z.array(z.string()),
})
export type Settled = z.infer<typeof Settled>

export const annotations = {
  create: oc.errors(failures).input(NewAnnotation).output(Annotation),
  /**
   * Puts an annotation on other words of its source's current version: a range that was drawn anew, or a place for one
   * that was lost. Its older places stay, for the briefs that quote them. One step of undo.
   */
  move: oc
    .errors(failures)
    .input(z.object({ annotation: z.string(), segments: z.array(Segment).min(1) }))
    .output(Annotation),
  /**
   * Makes one annotation of several of a source: their passages together, their comments, tags and attributions joined.
   * It is the one that briefs quote, else one that moved, else the first in the text, and `moved` where any is. One step of undo. Throws `REFUSED`: `quoted` when
   * briefs quote more than one of them, `two-sources`, `orphaned`.
   */
  merge: oc
    .errors(failures)
    .input(z.object({ annotations: z.array(z.string()).min(2) }))
    .output(Annotation),
  /**
   * Parts an annotation at an offset: it keeps the words before, and a new one with the same colour, tags and
   * attribution has those after. One step of undo. Throws `REFUSED` `no-words` where one side has none, `orphaned`.
   */
  split: oc
    .errors(failures)
    .input(z.object({ annotation: z.string(), at: z.number().int() }))
    .output(z.object({ first: Annotation, second: Annotation })),
  /** Where in the current version an annotation may belong, likest first. */
  candidates: oc
    .errors(failures)
    .input(z.object({ annotation: z.string() }))
    .output(z.array(AnnotationCandidate)),
  /** What became of a source's annotations in its current version, and which quotes are touched. */
  migration: oc
    .errors(failures)
    .input(z.object({ source: z.string() }))
    .output(Migration),
  /**
   * Looks for every annotation that waits in its source's current version, source by source, with other calls between.
   * It ends when none waits; when it is broken off, those that were found stay found, and the next call goes on.
   */
  migrate: oc.errors(failures).input(z.object({})).output(eventIterator(MigrationProgress)),
  /** A person's decision on annotations of an older version, as one step of undo. `REFUSED`: `no-place`, `no-older-version`. */
  settle: oc.errors(failures).input(Settling).output(Settled),
  update: oc.errors(failures).input(AnnotationChange).output(Annotation),
  /** One that briefs quote is refused with `quoted`, unless `force`: `detail` lists the briefs. */
  remove: oc
    .errors(failures)
    .input(z.object({ annotation: z.string(), force: z.boolean().default(false) }))
    .output(z.object({})),
  names: oc.errors(failures).input(z.object({})).output(KnownNames),
  /** W3C Web Annotations as JSON-LD, a table as CSV, or Markdown; of one source or of all. */
  export: oc
    .errors(failures)
    .input(z.object({ source: z.string().optional(), format: z.enum(ANNOTATION_FORMATS) }))
    .output(z.object({ text: z.string() })),
  /** The same, written to the file `out` (an absolute path), whole or not at all; `force` replaces one that is there. */
  exportFile: oc
    .errors(failures)
    .input(
      z.object({
        source: z.string().optional(),
        format: z.enum(ANNOTATION_FORMATS),
        out: z.string(),
        force: z.boolean().default(false),
      }),
    )
    .output(z.object({ path: z.string(), bytes: z.number().int() })),
  /**
   * Annotations from a JSON text: W3C Web Annotations or what Hypothesis exports. All that can be placed are stored as
   * one step of undo; every other one says why not. Broken off, it keeps what was stored.
   */
  import: oc
    .errors(failures)
    .input(z.object({ json: z.string() }))
    .output(eventIterator(AnnotationImport)),
  /** The same from the file at `path`. */
  importFile: oc
    .errors(failures)
    .input(z.object({ path: z.string() }))
    .output(eventIterator(AnnotationImport)),
  list: oc
    .errors(failures)
    .input(z.object({ source: z.string().optional() }))
    .output(z.array(Annotation)),
}
