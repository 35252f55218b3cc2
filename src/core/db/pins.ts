import { COLOURS, type Annotation } from '../../shared/contract/annotations.ts'
import { statusOf } from './anchoring.ts'
import { anchorsOfAnnotations, type AnchorRow } from './annotations.ts'
import { versionCandidates, type VersionCandidate } from './candidates.ts'
import type { SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'

/** What a quote may be pinned to: an annotation's status, its anchors (the oldest first) and the versions they are in. */
export interface Pin {
  readonly status: Annotation['status']
  readonly anchors: readonly AnchorRow[]
  readonly versionOf: (anchor: AnchorRow) => VersionCandidate | null
}

interface Row {
  readonly id: string
  readonly source: SourceId
  readonly colour: string
  readonly anchoredIn: VersionId | null
  readonly status: Annotation['status'] | null
}

const PINS = `SELECT n.id, n.source_id AS source, n.colour, g.version_id AS anchoredIn, g.status
FROM annotation n LEFT JOIN anchoring g ON g.annotation_id = n.id
WHERE n.deleted_at IS NULL AND n.id IN (SELECT value FROM json_each(?))`

/** The pins of annotations, in four readings however many they are. One that is gone, or whose rows are damaged, has none. */
export function listPins(reader: Reader, annotations: readonly string[]): ReadonlyMap<string, Pin> {
  const rows = reader.sql<Row>(PINS).all(JSON.stringify(annotations))
  const anchors = anchorsOfAnnotations(
    reader,
    rows.map(({ id }) => id),
  )
  const versions = versionCandidates(reader, [
    ...new Set([...anchors.values()].flatMap((list) => list.map(({ version }) => version))),
  ])
  const versionOf = ({ version }: AnchorRow): VersionCandidate | null => versions.get(version) ?? null
  const pins = new Map<string, Pin>()
  for (const row of rows) {
    const own = anchors.get(row.id) ?? []
    const newest = own.at(-1)
    const standsIn = newest && versionOf(newest)
    const sound = COLOURS.some((colour) => colour === row.colour) && standsIn?.source === row.source
    if (!newest || newest.segments.length === 0 || !standsIn || !sound) continue
    const current = standsIn.version.current ? newest.version : undefined
    pins.set(row.id, { status: statusOf(row, own, current), anchors: own, versionOf })
  }
  return pins
}
