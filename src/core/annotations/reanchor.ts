import { hintOf } from '../../shared/anchoring/hint.ts'
import { mapOffsets, type OffsetMap } from '../../shared/anchoring/offset-map.ts'
import { inOrder, passageAt, type Passage, type Range } from '../../shared/anchoring/passage.ts'
import { reanchor, type Reanchored } from '../../shared/anchoring/reanchor.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { prepare, type PreparedText } from '../../shared/verdict/prepared.ts'
import { appendAnchor, listAnchors, listAnnotations, type AnchorRow } from '../db/annotations.ts'
import { setAnchoring } from '../db/anchoring.ts'
import type { SourceId, VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findVersion, findVersionById, readText, type VersionRow } from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'
import { anchorOf } from './current-text.ts'

/** Where all segments of an annotation stand in a version; none when orphaned. */
export interface Placed {
  readonly status: Annotation['status']
  readonly segments: readonly Range[]
}

/**
 * Finds each annotation of a source in its newest version; what is found gets an anchor there. An older version whose
 * text is damaged holds nothing up: what the annotation stored of it is looked for.
 */
export function reanchorSource(writer: Writer, source: SourceId): void {
  const current = findVersion(writer, source)
  if (current === null) return
  const text = prepare(readText(writer, current))
  const own = textsOfAnchors(writer)
  for (const { id } of listAnnotations(writer, { source })) {
    const newest = listAnchors(writer, id).at(-1)
    if (!newest || newest.version === current.id) continue
    const placed = placeIn(text, newest, own(newest))
    if (placed.status !== 'orphaned')
      appendAnchor(writer, newest.annotation, anchorOf({ version: current, text: text.raw }, placed.segments))
    setAnchoring(writer, newest.annotation, current.id, placed.status)
  }
}

/** Finds the passage of an anchor, whose own version reads `from`, in another text; null where that cannot be read. */
export function placeIn(text: PreparedText, anchor: AnchorRow, from: string | null): Placed {
  const found = from === null ? [reanchor(text, storedPassage(anchor))] : segmentsIn(text, anchor, from)
  if (found.length < anchor.segments.length || !found.every(isPlaced) || !inOrder(found))
    return { status: 'orphaned', segments: [] }
  const moved = found.some(({ status }) => status === 'moved')
  return {
    status: moved ? 'moved' : 'anchored',
    segments: found.map(({ start, end }) => ({ start, end })),
  }
}

function segmentsIn(text: PreparedText, { segments }: AnchorRow, from: string): Reanchored[] {
  const map = offsetsTo(text, from)
  return segments.map((segment) => {
    const passage = passageAt(from, segment)
    return reanchor(text, passage, hintOf(map, from, passage))
  })
}

const storedPassage = ({ exact, prefix, suffix, segments }: AnchorRow): Passage => {
  const start = segments[0]?.start ?? 0
  return { exact, prefix, suffix, start, end: segments.at(-1)?.end ?? start }
}

const maps = new WeakMap<PreparedText, { readonly from: string; readonly map: OffsetMap }>()

/** Two texts are compared once for all annotations that go from the one to the other. */
function offsetsTo(text: PreparedText, from: string): OffsetMap {
  const known = maps.get(text)
  if (known?.from === from) return known.map
  const map = mapOffsets(from, text.raw)
  maps.set(text, { from, map })
  return map
}

type PlacedSegment = Exclude<Reanchored, { status: 'orphaned' }>

const isPlaced = (found: Reanchored): found is PlacedSegment => found.status !== 'orphaned'

/** The text of an anchor's version, each read once; null where it is damaged. */
export function textsOfAnchors(reader: Reader): (anchor: AnchorRow) => string | null {
  const known = new Map<VersionId, string | null>()
  return ({ id, version }) => {
    const before = known.get(version)
    if (before !== undefined) return before
    const row = findVersionById(reader, version)
    if (row === null) throw new Error(`Anchor ${id} is in no version`)
    const text = readableText(reader, row)
    known.set(version, text)
    return text
  }
}

function readableText(reader: Reader, version: VersionRow): string | null {
  try {
    return readText(reader, version)
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.reason === 'damaged-text') return null
    throw thrown
  }
}
