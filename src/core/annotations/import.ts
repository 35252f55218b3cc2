import { prepare, type PreparedText } from '../../shared/verdict/prepared.ts'
import type { AnnotationImport, Attribution } from '../../shared/contract/annotations.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { inOrder, type Range } from '../../shared/anchoring/passage.ts'
import { codePointsOf, type CodePoints } from '../../shared/web-annotation/code-points.ts'
import {
  annotationsIn,
  readWebAnnotation,
  type ReadAnnotation,
  type ReadItem,
} from '../../shared/web-annotation/read.ts'
import {
  annotationsById,
  createAnnotation,
  findAnnotation,
  listAnnotations,
  type NewAnnotationRow,
} from '../db/annotations.ts'
import type { AnnotationId, RunId, SourceId, VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findSource, findSourcesByUrl } from '../db/sources.ts'
import { findVersion, readText } from '../db/versions.ts'
import type { Library } from '../library/library.ts'
import { anchorOf } from './current-text.ts'
import { placeSelected } from './place-selected.ts'

/** Milliseconds that annotations are placed at a time; storing them takes about as long again. */
const SLICE_MS = 15

/**
 * Annotations of other programs, or of our own export, put where their words stand in the library's sources, some at a
 * time, so that other calls have their turn. Each is reported by itself; those that can be placed are one step of undo.
 * Stops when `signal` aborts; what was imported is kept. Throws `REFUSED` `not-json` or `no-annotations` for what is no
 * file of annotations.
 */
export async function* importAnnotations(
  library: Library,
  { json }: { readonly json: string },
  signal?: AbortSignal,
): AsyncGenerator<AnnotationImport, void, undefined> {
  const items = annotationsIn(parsed(json))
  if (items === null) throw noAnnotations()
  const shelf = new Shelf(library.reader)
  const run = library.newRun()
  for (let next = 0; next < items.length;) {
    if (signal?.aborted === true) return
    const planned = planSome(items, next, shelf)
    const made = storeSome(library, planned, run)
    for (const [at, each] of planned.entries()) yield reported(each, next + at, made.get(each) ?? null)
    next += planned.length
    await new Promise(setImmediate)
  }
}

/** As many as a slice has time for, one at least. */
function planSome(items: readonly unknown[], first: number, shelf: Shelf): readonly Planned[] {
  const planned: Planned[] = []
  const started = performance.now()
  for (let at = first; at < items.length && planned.length < MOST_AT_ONCE; at += 1) {
    planned.push(plan(readWebAnnotation(items[at]), shelf))
    if (performance.now() - started >= SLICE_MS) break
  }
  return planned
}

/** Where placing them takes hardly any time, storing them is what others wait for. */
const MOST_AT_ONCE = 50

function storeSome(
  library: Library,
  planned: readonly Planned[],
  run: RunId,
): ReadonlyMap<Planned, AnnotationImport['annotation']> {
  const fresh = planned.filter((each) => each.kind === 'new')
  if (fresh.length === 0) return new Map()
  const ids = library.write(
    'import annotations',
    (writer) => fresh.map(({ row }) => createAnnotation(writer, row)),
    run,
  )
  const made = new Map(annotationsById(library.reader, ids).map((annotation) => [annotation.id, annotation]))
  return new Map(
    fresh.map((each, at) => {
      const annotation = made.get(ids[at] ?? '') ?? null
      each.twins.set(keyOf(each.row), ids[at] ?? null)
      return [each, annotation]
    }),
  )
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw refused(
        'not-json',
        'This file is no JSON, so no annotation could be read from it. Nothing was imported.',
      )
    throw error
  }
}

const noAnnotations = (): Failure =>
  refused(
    'no-annotations',
    'There are no Web Annotations in this file, nor an export of Hypothesis. Nothing was imported.',
  )

type Planned = { readonly id: string | null } & (
  | { readonly kind: 'new'; readonly row: NewAnnotationRow; readonly twins: Twins }
  | { readonly kind: 'duplicate'; readonly annotation: AnnotationImport['annotation'] }
  | { readonly kind: 'failed'; readonly error: NonNullable<AnnotationImport['error']> }
)

function reported(planned: Planned, index: number, made: AnnotationImport['annotation']): AnnotationImport {
  const { id } = planned
  switch (planned.kind) {
    case 'new':
      return { index, id, status: 'imported', annotation: made, error: null }
    case 'duplicate':
      return { index, id, status: 'duplicate', annotation: planned.annotation, error: null }
    case 'failed':
      return { index, id, status: 'failed', annotation: null, error: planned.error }
  }
}

function plan(item: ReadItem, shelf: Shelf): Planned {
  if (item.kind === 'malformed')
    return {
      id: item.id,
      kind: 'failed',
      error: { code: 'malformed', message: `${item.why} It was not imported.` },
    }
  const { annotation } = item
  const { id } = annotation
  try {
    const known = shelf.known(annotation)
    if (known !== null) return { id, kind: 'duplicate', annotation: known }
    const held = shelf.textOf(annotation)
    const segments = annotation.segments.map((selected) => placeSelected(held, selected))
    const row = rowOf(annotation, held, segments)
    const twin = held.twins.get(keyOf(row))
    if (twin !== undefined)
      return { id, kind: 'duplicate', annotation: twin === null ? null : shelf.made(twin) }
    held.twins.set(keyOf(row), null)
    return { id, kind: 'new', row, twins: held.twins }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'LIBRARY') throw error
    return { id, kind: 'failed', error: { code: error.reason, message: error.message } }
  }
}

function rowOf(annotation: ReadAnnotation, held: HeldText, segments: readonly Range[]): NewAnnotationRow {
  if (segments.length === 0 || !inOrder(segments)) throw tangled()
  return {
    source: held.source.id as SourceId,
    ...anchorOf({ version: { id: held.version }, text: held.text.raw }, segments),
    colour: annotation.colour ?? 'yellow',
    comment: annotation.comment,
    tags: annotation.tags,
    attribution: attributionFrom(annotation.attribution),
  }
}

const tangled = (): Failure =>
  refused('tangled', 'Its segments overlap or stand in no order. It was not imported.')

const FACTS = [
  'speaker',
  'role',
  'stance',
  'topic',
  'date',
  'place',
  'language',
  'quotedBy',
] as const satisfies readonly (keyof Attribution)[]

function attributionFrom(said: Readonly<Record<string, string>>): Partial<Attribution> | null {
  const known = FACTS.flatMap((fact) => {
    const value = said[fact]?.trim() ?? ''
    return value === '' ? [] : [[fact, value] as const]
  })
  return known.length === 0 ? null : Object.fromEntries(known)
}

const keyOf = ({
  segments,
  comment,
  tags,
}: Pick<NewAnnotationRow, 'segments' | 'comment' | 'tags'>): string =>
  JSON.stringify([segments.map(({ start, end }) => [start, end]), comment, [...tags].toSorted()])

/** What stands on a text already, by place and what is beside it; null while it is not stored yet. */
type Twins = Map<string, AnnotationId | null>

/** A source's current text, ready to be searched, and the annotations that stand on it. */
interface HeldText {
  readonly source: Source
  readonly version: VersionId
  readonly text: PreparedText
  readonly codePoints: CodePoints
  readonly twins: Twins
}

/** The sources that a file of annotations names; each is read once. */
class Shelf {
  readonly #reader: Reader
  readonly #sources = new Map<string, Source | null>()
  readonly #texts = new Map<string, HeldText>()

  constructor(reader: Reader) {
    this.#reader = reader
  }

  /** The annotation itself, when it came from this library and is still here. */
  known({ ours }: ReadAnnotation): AnnotationImport['annotation'] {
    return ours === null ? null : findAnnotation(this.#reader, ours)
  }

  made(id: AnnotationId): AnnotationImport['annotation'] {
    return findAnnotation(this.#reader, id)
  }

  textOf({ sources }: ReadAnnotation): HeldText {
    const source = sources.map((name) => this.#source(name)).find((found) => found !== null)
    if (source === undefined || source === null) throw unknownSource(sources)
    const before = this.#texts.get(source.id)
    if (before !== undefined) return before
    const version = findVersion(this.#reader, source.id as SourceId)
    if (version === null)
      throw refused('no-text', `The source ${source.citekey} has no text. The annotation was not imported.`)
    const raw = readText(this.#reader, version)
    const twins = listAnnotations(this.#reader, { source: source.id as SourceId })
    const held = {
      source,
      version: version.id,
      text: prepare(raw),
      codePoints: codePointsOf(raw),
      twins: new Map(twins.map((annotation) => [keyOf(annotation), annotation.id as AnnotationId])),
    }
    this.#texts.set(source.id, held)
    return held
  }

  #source(name: string): Source | null {
    const before = this.#sources.get(name)
    if (before !== undefined) return before
    const found =
      findSource(this.#reader, name) ??
      addresses(name)
        .map((url) => findSourcesByUrl(this.#reader, url)[0])
        .find((source) => source !== undefined) ??
      null
    this.#sources.set(name, found)
    return found
  }
}

/** An address as a page may be known by: with and without fragment, last stroke and `s` of https. */
function addresses(name: string): string[] {
  if (!/^https?:\/\//i.test(name)) return []
  const [whole = ''] = name.split('#', 1)
  const twice = [whole, whole.endsWith('/') ? whole.slice(0, -1) : `${whole}/`]
  return [...new Set([name, ...twice, ...twice.map(otherScheme)])]
}

const otherScheme = (url: string): string =>
  url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:')

const unknownSource = (sources: readonly string[]): Failure =>
  refused(
    'unknown-source',
    sources.length === 0
      ? 'It names no source. It was not imported.'
      : `Its source (${sources[0] ?? ''}) is not in this library. It was not imported; import the article first.`,
  )
