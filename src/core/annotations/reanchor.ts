import { gramIndexOf } from '../../shared/anchoring/grams.ts'
import { hintOf } from '../../shared/anchoring/hint.ts'
import { mapOffsets, type OffsetMap } from '../../shared/anchoring/offset-map.ts'
import { inOrder, passageAt, type Passage, type Range } from '../../shared/anchoring/passage.ts'
import { reanchor, type Reanchored } from '../../shared/anchoring/reanchor.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { prepare, type PreparedText } from '../../shared/verdict/prepared.ts'
import type { AnchorRow } from '../db/annotations.ts'
import type { Sha256, VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { readText, textOfVersion } from '../db/versions.ts'

/** Where all segments of an annotation stand in a version; none when orphaned. */
export interface Placed {
  readonly status: Annotation['status']
  readonly segments: readonly Range[]
}

/** Finds places of older versions in one version of their source. */
export interface Judge {
  readonly text: PreparedText
  readonly place: (anchor: AnchorRow) => Promise<Placed>
}

/**
 * Reads a version's text once for all places that are looked for in it, with `turn` between the longer pieces of work.
 * Null where that text is damaged. An older version whose text is damaged holds nothing up: what the annotation stored
 * of it is looked for.
 */
export async function judgeOf(
  reader: Reader,
  version: VersionId,
  turn: () => Promise<void>,
): Promise<Judge | null> {
  const stored = textOfVersion(reader, version)
  const raw = stored === null ? null : readableText(reader, stored)
  if (raw === null) return null
  const text = prepare(raw)
  await turn()
  gramIndexOf(text)
  await turn()
  const own = textsOfAnchors(reader)
  const compared = new Set<string>()
  return {
    text,
    place: async (anchor) => {
      const from = own(anchor)
      if (from !== null && !compared.has(anchor.version)) {
        offsetsTo(text, from)
        compared.add(anchor.version)
        await turn()
      }
      return placeIn(text, anchor, from)
    },
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

const maps = new WeakMap<PreparedText, Map<string, OffsetMap>>()

/** Two texts are compared once for all annotations that go from the one to the other. */
function offsetsTo(text: PreparedText, from: string): OffsetMap {
  const known = maps.get(text) ?? new Map<string, OffsetMap>()
  const map = known.get(from) ?? mapOffsets(from, text.raw)
  maps.set(text, known.set(from, map))
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
    const stored = textOfVersion(reader, version)
    if (stored === null) throw new Error(`Anchor ${id} is in no version`)
    const text = readableText(reader, stored)
    known.set(version, text)
    return text
  }
}

function readableText(reader: Reader, stored: Sha256): string | null {
  try {
    return readText(reader, stored)
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.reason === 'damaged-text') return null
    throw thrown
  }
}
