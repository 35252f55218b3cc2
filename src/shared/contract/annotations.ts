import { oc } from '@orpc/contract'
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
  /** Where in the current version an annotation may belong, likest first. */
  candidates: oc
    .errors(failures)
    .input(z.object({ annotation: z.string() }))
    .output(z.array(AnnotationCandidate)),
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
  /**
   * Annotations from a JSON text: W3C Web Annotations or what Hypothesis exports. All that can be placed are stored as
   * one step of undo; every other one says why not.
   */
  import: oc
    .errors(failures)
    .input(z.object({ json: z.string() }))
    .output(z.array(AnnotationImport)),
  list: oc
    .errors(failures)
    .input(z.object({ source: z.string().optional() }))
    .output(z.array(Annotation)),
}
