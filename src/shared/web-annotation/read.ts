import { z } from 'zod'
import { COLOURS, type Annotation } from '../contract/annotations.ts'
import { ANNOTATION_IRI, SOURCE_IRI } from './write.ts'

/** Where an annotation that was read says that its passage is; of code points, `end` exclusive. */
export interface Selected {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
  readonly position: { readonly start: number; readonly end: number } | null
}

/** An annotation as another program, or we ourselves, wrote it down. */
export interface ReadAnnotation {
  /** As the file names it; null where it does not. */
  readonly id: string | null
  /** Our own id, where it is one of ours. */
  readonly ours: string | null
  /** What may name the source, the surest first: our id or citekey, then addresses. */
  readonly sources: readonly string[]
  readonly segments: readonly Selected[]
  readonly comment: string | null
  readonly tags: readonly string[]
  readonly colour: Annotation['colour'] | null
  readonly attribution: Readonly<Record<string, string>>
}

export type ReadItem =
  | { readonly kind: 'annotation'; readonly annotation: ReadAnnotation }
  | { readonly kind: 'malformed'; readonly id: string | null; readonly why: string }

/**
 * The annotations in a JSON value: a W3C Web Annotation, an AnnotationPage or AnnotationCollection of them, a list, or
 * what Hypothesis' API (`rows`) or its own export (`annotations`) gives; none is read yet. Null where it is none of these.
 */
export function annotationsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as unknown[]
  if (!isRecord(value)) return null
  for (const key of ['items', 'rows', 'annotations', '@graph']) {
    const list = value[key]
    if (Array.isArray(list)) return list as unknown[]
  }
  if (isRecord(value['first'])) return annotationsIn(value['first'])
  return 'target' in value ? [value] : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item), item])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<Item>[])

const Selector = z.looseObject({ type: z.string().optional() })

const Target = z.union([
  z.string().transform((source) => ({ source, selector: [] as z.output<typeof Selector>[] })),
  z.looseObject({
    source: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).optional(),
    id: z.string().optional(),
    selector: oneOrMore(Selector).optional(),
    'verbatim:source': z.string().optional(),
    'verbatim:citekey': z.string().optional(),
  }),
])

const Body = z.union([
  z.string().transform((value) => ({ value, purpose: undefined })),
  z.looseObject({
    value: z.string().optional(),
    purpose: z.union([z.string(), z.array(z.string())]).optional(),
  }),
])

const Item = z.looseObject({
  id: z.string().nullable().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  target: oneOrMore(Target),
  body: oneOrMore(Body).nullable().optional(),
  bodyValue: z.string().optional(),
  /** Hypothesis' own. */
  uri: z.string().optional(),
  text: z.string().nullable().optional(),
  tags: z.array(z.string()).nullable().optional(),
  'verbatim:colour': z.enum(COLOURS).optional(),
  'verbatim:attribution': z.record(z.string(), z.string()).optional(),
})
type Item = z.output<typeof Item>

/** One of them; each is read by itself, so that a malformed one costs itself alone. */
export function readWebAnnotation(value: unknown): ReadItem {
  const parsed = Item.safeParse(value)
  const id = isRecord(value) && typeof value['id'] === 'string' ? value['id'] : null
  if (!parsed.success) return { kind: 'malformed', id, why: whyNot(parsed.error) }
  const item = parsed.data
  if (item.type !== undefined && ![item.type].flat().includes('Annotation'))
    return { kind: 'malformed', id, why: 'It is no annotation by its type.' }
  const segments = item.target.map(selectedBy)
  const wrong = segments.find((segment): segment is string => typeof segment === 'string')
  if (wrong !== undefined) return { kind: 'malformed', id, why: wrong }
  const { comment, tags } = saidIn(item)
  return {
    kind: 'annotation',
    annotation: {
      id,
      ours: id?.startsWith(ANNOTATION_IRI) === true ? id.slice(ANNOTATION_IRI.length) : null,
      sources: sourcesOf(item),
      segments: segments.filter((segment) => typeof segment !== 'string'),
      comment,
      tags,
      colour: item['verbatim:colour'] ?? null,
      attribution: item['verbatim:attribution'] ?? {},
    },
  }
}

function whyNot(error: z.ZodError): string {
  const path = error.issues[0]?.path.map(String).join('.') ?? ''
  return path === '' ? 'It is no annotation.' : `Its “${path}” is missing or is not what the model asks for.`
}

function sourcesOf(item: Item): string[] {
  const named = item.target.flatMap((target) => [
    ...('verbatim:source' in target && target['verbatim:source'] !== undefined
      ? [target['verbatim:source']]
      : []),
    ...('verbatim:citekey' in target && target['verbatim:citekey'] !== undefined
      ? [target['verbatim:citekey']]
      : []),
    ...[target.source ?? ('id' in target ? target.id : undefined) ?? []].flat(),
  ])
  const all = [...named, ...(item.uri === undefined ? [] : [item.uri])]
  return [...new Set(all.map((name) => (name.startsWith(SOURCE_IRI) ? name.slice(SOURCE_IRI.length) : name)))]
}

const Quote = z.looseObject({
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const Position = z
  .looseObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
  .refine(({ start, end }) => end > start)

/** What a target selects, or why it selects nothing that can be looked for. */
function selectedBy(target: z.output<typeof Target>): Selected | string {
  const selectors = (target.selector ?? []).flatMap(unwrapped)
  const quoted = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const placed = selectors.find(({ type }) => type === 'TextPositionSelector')
  const quote = Quote.safeParse(quoted).data
  const position = Position.safeParse(placed).data
  if (quote === undefined && position === undefined)
    return noSelector(quoted !== undefined || placed !== undefined)
  if (quote !== undefined && HALF.test(`${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`))
    return 'Its words hold half of a character.'
  return {
    quote:
      quote === undefined
        ? null
        : { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' },
    position: position === undefined ? null : { start: position.start, end: position.end },
  }
}

const noSelector = (broken: boolean): string =>
  broken
    ? 'Its selector gives neither words nor a range of the text.'
    : 'It selects no words: it has no selector by quote or by position.'

/** A selector and those that refine it, to a depth that no annotation needs. */
function unwrapped(selector: z.output<typeof Selector>): z.output<typeof Selector>[] {
  const found = [selector]
  while (found.length < MOST_REFINED) {
    const inner = Selector.safeParse(found.at(-1)?.['refinedBy']).data
    if (inner === undefined) break
    found.push(inner)
  }
  return found
}

const MOST_REFINED = 8
const HALF = /\p{Surrogate}/u

const isTag = ({ purpose }: { readonly purpose?: unknown }): boolean => [purpose].flat().includes('tagging')

/** Comments one under the other, and tags. */
function saidIn(item: Item): { readonly comment: string | null; readonly tags: readonly string[] } {
  const bodies = (item.body ?? []).flatMap(({ value, purpose }) =>
    value === undefined ? [] : [{ value, purpose }],
  )
  const comments = [
    ...bodies.filter((body) => !isTag(body)).map(({ value }) => value),
    item.bodyValue ?? '',
    item.text ?? '',
  ].filter((said) => said.trim() !== '')
  const tags = [...bodies.filter(isTag).map(({ value }) => value), ...(item.tags ?? [])].map((tag) =>
    tag.trim(),
  )
  return {
    comment: comments.length === 0 ? null : comments.join('\n\n').trim(),
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
  }
}
