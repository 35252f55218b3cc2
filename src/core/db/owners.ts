import type { AnnotationId, BriefId, SourceId, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import type { RowChange } from './writer.ts'

/** The sources, versions, annotations and briefs that changed rows belong to. */
export interface Owners {
  readonly sources: ReadonlySet<SourceId>
  readonly versions: ReadonlySet<VersionId>
  readonly annotations: ReadonlySet<AnnotationId>
  readonly briefs: ReadonlySet<BriefId>
  /** Those of which a person said that they are one story, or are not. */
  readonly told: ReadonlySet<SourceId>
}

export function ownersOf(reader: Reader, changes: readonly RowChange[]): Owners {
  const sources = new Set<SourceId>()
  const versions = new Set<VersionId>()
  const annotations = new Set<AnnotationId>()
  const briefs = new Set<BriefId>()
  const told = new Set<SourceId>()
  for (const { table, id } of changes) {
    switch (table) {
      case 'source':
        sources.add(id as SourceId)
        break
      case 'version':
        versions.add(id as VersionId)
        sources.add(parent<SourceId>(reader, table, 'source_id', id))
        break
      case 'source_author':
      case 'source_tag':
      case 'source_citekey':
      case 'source_edited':
        sources.add(parent<SourceId>(reader, table, 'source_id', id))
        break
      case 'story_said':
        told.add(parent<SourceId>(reader, table, 'source_id', id))
        told.add(parent<SourceId>(reader, table, 'other_id', id))
        break
      case 'annotation':
        annotations.add(id as AnnotationId)
        break
      case 'annotation_tag':
      case 'anchor':
      case 'attribution':
        annotations.add(parent<AnnotationId>(reader, table, 'annotation_id', id))
        break
      case 'brief':
        briefs.add(id as BriefId)
        break
      default:
        break
    }
  }
  return { sources, versions, annotations, briefs, told }
}

function parent<Id extends string>(reader: Reader, table: string, column: string, id: string): Id {
  const row = reader
    .sql<{ readonly owner: Id }>(`SELECT ${column} AS owner FROM ${table} WHERE id = ?`)
    .get(id)
  if (!row) throw new Error(`${table} has no row ${id}`)
  return row.owner
}

/** How to come from a row to its source, table by table. */
const SOURCE_OF: Readonly<Record<string, string>> = {
  source: 'SELECT id AS source FROM source WHERE id = ?',
  source_author: 'SELECT source_id AS source FROM source_author WHERE id = ?',
  source_tag: 'SELECT source_id AS source FROM source_tag WHERE id = ?',
  source_edited: 'SELECT source_id AS source FROM source_edited WHERE id = ?',
  version: 'SELECT source_id AS source FROM version WHERE id = ?',
  version_image:
    'SELECT v.source_id AS source FROM version_image i JOIN version v ON v.id = i.version_id WHERE i.id = ?',
  annotation: 'SELECT source_id AS source FROM annotation WHERE id = ?',
  anchor:
    'SELECT n.source_id AS source FROM anchor a JOIN annotation n ON n.id = a.annotation_id WHERE a.id = ?',
  anchor_segment: `SELECT n.source_id AS source FROM anchor_segment g JOIN anchor a ON a.id = g.anchor_id
    JOIN annotation n ON n.id = a.annotation_id WHERE g.id = ?`,
}

/** The source that a changed row belongs to; null for what belongs to none. */
export function ownerOf(reader: Reader, { table, id }: RowChange): SourceId | null {
  const find = SOURCE_OF[table]
  if (find === undefined) return null
  return reader.sql<{ readonly source: SourceId }>(find).get(id)?.source ?? null
}
