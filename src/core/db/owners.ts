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
