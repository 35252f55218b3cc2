import {
  COLOURS,
  type Annotation,
  type Attribution,
  type Segment,
} from '../../shared/contract/annotations.ts'
import { actorNamed, addActorRole, topicNamed } from './actors.ts'
import { isWaiting, statusOf } from './anchoring.ts'
import type { AnchorId, AnnotationId, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { anchor, anchorSegment, annotation, annotationTag, attribution } from './schema/annotations.ts'
import type { VersionRow } from './versions.ts'
import { listVersions } from './versions.ts'
import type { Writer } from './writer.ts'

/** A place in a version. Offsets are UTF-16 units into its text; `prefix` and `suffix` hold up to 64. */
export interface NewAnchor {
  readonly version: VersionId
  readonly segments: readonly Segment[]
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export interface NewAnnotationRow extends NewAnchor {
  readonly source: SourceId
  readonly colour: Annotation['colour']
  readonly comment: string | null
  readonly tags: readonly string[]
  readonly attribution: Partial<Attribution> | null
}

export interface AnchorRow extends NewAnchor {
  readonly id: AnchorId
  readonly annotation: AnnotationId
  readonly createdAt: string
}

/** A new annotation with its first anchor; actors and topics are found by name or made. */
export function createAnnotation(writer: Writer, made: NewAnnotationRow): AnnotationId {
  const id = writer.ids.next('an')
  writer.insert(annotation, { id, sourceId: made.source, colour: made.colour, comment: made.comment })
  for (const name of new Set(made.tags)) {
    writer.insert(annotationTag, { id: writer.ids.next('row'), annotationId: id, name })
  }
  appendAnchor(writer, id, made)
  if (made.attribution) attribute(writer, id, made.attribution)
  return id
}

/** Says who said it, beside what was said before. */
export function attribute(writer: Writer, id: AnnotationId, said: Partial<Attribution>): void {
  const named = (name: string | null | undefined) => (name ? actorNamed(writer, name) : null)
  const speaker = named(said.speaker)
  if (speaker && said.role) addActorRole(writer, speaker, said.role)
  writer.insert(attribution, {
    id: writer.ids.next('row'),
    annotationId: id,
    actorId: speaker,
    role: said.role ?? null,
    stance: said.stance ?? null,
    topicId: said.topic ? topicNamed(writer, said.topic) : null,
    date: said.date ?? null,
    place: said.place ?? null,
    language: said.language ?? null,
    quotedBy: named(said.quotedBy),
  })
}

/** Every tag that an annotation or a source carries, by name. */
export function listTags(reader: Reader): string[] {
  return reader
    .sql<{ readonly name: string }>(
      `SELECT name FROM annotation_tag WHERE deleted_at IS NULL
       UNION SELECT name FROM source_tag WHERE deleted_at IS NULL ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
}

/**
 * Gives an annotation a newer place; the older ones stay as they are. `at` is when: a place that was found again has the
 * time of its version, whenever it was found, and one that a person chose its own.
 */
export function appendAnchor(writer: Writer, id: AnnotationId, place: NewAnchor, at?: string): AnchorId {
  const made = writer.ids.next('anc')
  const { version, segments, exact, prefix, suffix } = place
  writer.insert(anchor, { id: made, annotationId: id, versionId: version, exact, prefix, suffix }, at)
  for (const [position, { start, end }] of segments.entries()) {
    writer.insert(anchorSegment, { id: writer.ids.next('row'), anchorId: made, position, start, end })
  }
  return made
}

/** Takes an annotation out of sight. Its anchors stay, for the briefs that quote it. */
export function removeAnnotation(writer: Writer, id: AnnotationId): void {
  writer.remove(annotation, id)
}

interface StoredAnchor extends Omit<AnchorRow, 'segments'> {
  readonly segments: string
}

const ANCHORS = `
SELECT a.id, a.annotation_id AS annotation, a.version_id AS version, a.exact, a.prefix, a.suffix,
  a.created_at AS createdAt,
  (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset)) FROM (
    SELECT start_offset, end_offset FROM anchor_segment
    WHERE anchor_id = a.id AND deleted_at IS NULL ORDER BY position)) AS segments
FROM anchor a WHERE a.deleted_at IS NULL`

const anchorRow = ({ segments, ...row }: StoredAnchor): AnchorRow => ({
  ...row,
  segments: JSON.parse(segments) as Segment[],
})

/** An annotation's anchors, oldest first. */
export function listAnchors(reader: Reader, id: string): AnchorRow[] {
  return reader.sql<StoredAnchor>(`${ANCHORS} AND a.annotation_id = ? ORDER BY a.id`).all(id).map(anchorRow)
}

/** The newest of an annotation's anchors; null where it has none. */
export function newestAnchor(reader: Reader, id: string): AnchorRow | null {
  const row = reader
    .sql<StoredAnchor>(`${ANCHORS} AND a.annotation_id = ? ORDER BY a.id DESC LIMIT 1`)
    .get(id)
  return row === undefined ? null : anchorRow(row)
}

/** The id of that one alone. */
export const newestAnchorId = (reader: Reader, id: string): AnchorId | null =>
  reader
    .sql<{ readonly id: AnchorId }>(
      'SELECT id FROM anchor WHERE annotation_id = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1',
    )
    .get(id)?.id ?? null

/** The anchors of a source's annotations, by annotation, each oldest first; in one reading. */
export const anchorsOfSource = (
  reader: Reader,
  source: SourceId,
): ReadonlyMap<string, readonly AnchorRow[]> =>
  byAnnotation(
    reader
      .sql<StoredAnchor>(
        `${ANCHORS} AND a.annotation_id IN (SELECT id FROM annotation WHERE source_id = ?) ORDER BY a.id`,
      )
      .all(source),
  )

/** The anchors of these annotations, in the same way. */
export const anchorsOfAnnotations = (
  reader: Reader,
  ids: readonly string[],
): ReadonlyMap<string, readonly AnchorRow[]> =>
  byAnnotation(
    reader
      .sql<StoredAnchor>(`${ANCHORS} AND a.annotation_id IN (SELECT value FROM json_each(?)) ORDER BY a.id`)
      .all(JSON.stringify(ids)),
  )

const allAnchors = (reader: Reader): ReadonlyMap<string, readonly AnchorRow[]> =>
  byAnnotation(reader.sql<StoredAnchor>(`${ANCHORS} ORDER BY a.id`).all())

function byAnnotation(rows: readonly StoredAnchor[]): ReadonlyMap<string, readonly AnchorRow[]> {
  const found = new Map<string, AnchorRow[]>()
  for (const row of rows.map(anchorRow)) {
    const list = found.get(row.annotation) ?? []
    found.set(row.annotation, list)
    list.push(row)
  }
  return found
}

export function findAnchor(reader: Reader, id: string): AnchorRow | null {
  const row = reader.sql<StoredAnchor>(`${ANCHORS} AND a.id = ?`).get(id)
  return row ? anchorRow(row) : null
}

interface Row {
  readonly id: AnnotationId
  readonly source: SourceId
  readonly colour: Annotation['colour']
  readonly comment: string | null
  readonly tags: string
  readonly attribution: string | null
  readonly anchoredIn: VersionId | null
  readonly status: Annotation['status'] | null
}

const SELECT = `
SELECT n.id, n.source_id AS source, n.colour, n.comment,
  (SELECT json_group_array(name) FROM (SELECT name FROM annotation_tag
    WHERE annotation_id = n.id AND deleted_at IS NULL ORDER BY id)) AS tags,
  (SELECT json_object('speaker', who.name, 'role', t.role, 'stance', t.stance, 'topic', topic.name, 'date', t.date,
      'place', t.place, 'language', t.language, 'quotedBy', quoting.name)
    FROM attribution t LEFT JOIN actor who ON who.id = t.actor_id LEFT JOIN topic ON topic.id = t.topic_id
    LEFT JOIN actor quoting ON quoting.id = t.quoted_by
    WHERE t.annotation_id = n.id AND t.deleted_at IS NULL ORDER BY t.id DESC LIMIT 1) AS attribution,
  g.version_id AS anchoredIn, g.status
FROM annotation n JOIN source s ON s.id = n.source_id LEFT JOIN anchoring g ON g.annotation_id = n.id
WHERE n.deleted_at IS NULL`

/**
 * Annotations of a source, or of all that are not in the trash; in the order of their making. One whose rows are damaged
 * is left out, so that it hides no other; `damagedAnnotations` names it.
 */
export function listAnnotations(
  reader: Reader,
  { source }: { readonly source?: SourceId } = {},
): Annotation[] {
  const rows =
    source === undefined
      ? reader.sql<Row>(`${SELECT} AND s.deleted_at IS NULL ORDER BY n.id`).all()
      : reader.sql<Row>(`${SELECT} AND n.source_id = ? ORDER BY n.id`).all(source)
  const anchors = source === undefined ? allAnchors(reader) : anchorsOfSource(reader, source)
  return readEach(reader, rows, anchors).flatMap(({ made }) => made ?? [])
}

/** Those of some ids, in the order of their making; a damaged one is left out. */
export function annotationsById(reader: Reader, ids: readonly AnnotationId[]): Annotation[] {
  const chosen = JSON.stringify(ids)
  const rows = reader
    .sql<Row>(`${SELECT} AND n.id IN (SELECT value FROM json_each(?)) ORDER BY n.id`)
    .all(chosen)
  const anchors = anchorsOfAnnotations(reader, ids)
  return readEach(reader, rows, anchors).flatMap(({ made }) => made ?? [])
}

/** Annotations, also of sources in the trash, whose rows do not make one. */
export function damagedAnnotations(reader: Reader): AnnotationId[] {
  const rows = reader.sql<Row>(`${SELECT} ORDER BY n.id`).all()
  return readEach(reader, rows, allAnchors(reader)).flatMap(({ id, made }) => (made === null ? id : []))
}

function readEach(
  reader: Reader,
  rows: readonly Row[],
  anchors: ReadonlyMap<string, readonly AnchorRow[]>,
): { readonly id: AnnotationId; readonly made: Annotation | null }[] {
  const known = new Map<SourceId, readonly VersionRow[]>()
  return rows.map((row) => {
    const versions = known.get(row.source) ?? listVersions(reader, row.source)
    known.set(row.source, versions)
    return { id: row.id, made: annotationOf(row, versions, anchors.get(row.id) ?? []) }
  })
}

/** An annotation, that of a source in the trash too; null also where its rows are damaged. */
export function findAnnotation(reader: Reader, id: string): Annotation | null {
  const row = reader.sql<Row>(`${SELECT} AND n.id = ?`).get(id)
  return row ? annotationOf(row, listVersions(reader, row.source), listAnchors(reader, row.id)) : null
}

/** Null where the rows do not make an annotation: no anchor, no words, a colour that there is none of. */
function annotationOf(
  row: Row,
  versions: readonly VersionRow[],
  anchors: readonly AnchorRow[],
): Annotation | null {
  const numberOf = (id: VersionId): number => versions.find((version) => version.id === id)?.number ?? 0
  const newest = anchors.at(-1)
  const standsIn = newest === undefined ? 0 : numberOf(newest.version)
  if (!newest || newest.segments.length === 0 || standsIn === 0 || !isColour(row.colour)) return null
  const current = versions.find((version) => version.current)?.id
  const status = statusOf(row, anchors, current)
  const segments = status === 'orphaned' ? [] : newest.segments
  const old = status === 'moved' ? anchors.findLast(({ version }) => version !== newest.version) : undefined
  return {
    id: row.id,
    source: row.source,
    version: standsIn,
    start: segments[0]?.start ?? null,
    end: segments.at(-1)?.end ?? null,
    segments: [...segments],
    exact: newest.exact,
    prefix: newest.prefix,
    suffix: newest.suffix,
    status,
    comment: row.comment,
    tags: JSON.parse(row.tags) as string[],
    colour: row.colour,
    attribution: row.attribution === null ? null : (JSON.parse(row.attribution) as Attribution),
    ...(isWaiting(row, newest, current) ? { waiting: true as const } : {}),
    ...(old ? { old: { version: numberOf(old.version), ...spanOf(old), exact: old.exact } } : {}),
  }
}

const isColour = (colour: string): boolean => COLOURS.some((known) => known === colour)

const spanOf = ({ segments }: AnchorRow): Segment => ({
  start: segments[0]?.start ?? 0,
  end: segments.at(-1)?.end ?? 0,
})
