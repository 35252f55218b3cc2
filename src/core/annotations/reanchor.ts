import { passageAt, type Range } from '../../shared/anchoring/passage.ts'
import { reanchor, type Reanchored } from '../../shared/anchoring/reanchor.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { prepare, type PreparedText } from '../../shared/verdict/prepared.ts'
import {
  appendAnchor,
  listAnchors,
  listAnnotations,
  setAnchoring,
  type AnchorRow,
} from '../db/annotations.ts'
import type { AnnotationId, SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findVersion, findVersionById, readText, type VersionRow } from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'

/** Where all segments of an annotation stand in a version; none when orphaned. */
export interface Placed {
  readonly status: Annotation['status']
  readonly segments: readonly Range[]
}

/** Finds each annotation of a source in its newest version; what is found gets an anchor there. */
export function reanchorSource(writer: Writer, source: SourceId): void {
  const current = findVersion(writer, source)
  if (current === null) return
  const text = prepare(readText(writer, current))
  for (const { id } of listAnnotations(writer, { source })) {
    const newest = listAnchors(writer, id).at(-1)
    if (!newest || newest.version === current.id) continue
    const placed = placeIn(text, newest, textOfAnchor(writer, newest))
    if (placed.status !== 'orphaned') append(writer, newest.annotation, current, text.raw, placed.segments)
    setAnchoring(writer, newest.annotation, current.id, placed.status)
  }
}

/** Finds the passage of an anchor, whose own version reads `from`, in another text. */
export function placeIn(text: PreparedText, anchor: AnchorRow, from: string): Placed {
  const found = anchor.segments.map((segment) => reanchor(text, passageAt(from, segment)))
  if (!found.every(isPlaced) || !inOrder(found)) return { status: 'orphaned', segments: [] }
  const moved = found.some(({ status }) => status === 'moved')
  return {
    status: moved ? 'moved' : 'anchored',
    segments: found.map(({ start, end }) => ({ start, end })),
  }
}

type PlacedSegment = Exclude<Reanchored, { status: 'orphaned' }>

const isPlaced = (found: Reanchored): found is PlacedSegment => found.status !== 'orphaned'

const inOrder = (segments: readonly Range[]): boolean =>
  segments.every(({ start }, at) => start >= (segments[at - 1]?.end ?? 0))

export function textOfAnchor(reader: Reader, anchor: AnchorRow): string {
  const version = findVersionById(reader, anchor.version)
  if (version === null) throw new Error(`Anchor ${anchor.id} is in no version`)
  return readText(reader, version)
}

function append(
  writer: Writer,
  annotation: AnnotationId,
  version: VersionRow,
  text: string,
  segments: readonly Range[],
): void {
  const first = segments[0]
  const last = segments.at(-1)
  if (!first || !last) return
  appendAnchor(writer, annotation, {
    version: version.id,
    segments: segments.map(({ start, end }) => ({ start, end })),
    exact: segments.map(({ start, end }) => text.slice(start, end)).join(' '),
    prefix: passageAt(text, first).prefix,
    suffix: passageAt(text, last).suffix,
  })
}
