import type { Use } from '../../shared/contract/briefs.ts'
import { briefsQuoting } from '../db/briefs.ts'
import { listAnnotations } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { sourceNamed } from '../sources/sources.ts'

/** Which of a source's annotations which briefs quote. `source` is an id or a citekey. */
export function usesOfSource(reader: Reader, source: string): Use[] {
  const { id } = sourceNamed(reader, source)
  return listAnnotations(reader, { source: id }).flatMap((annotation) =>
    briefsQuoting(reader, [annotation.id]).map((brief) => ({
      annotation: annotation.id,
      brief: brief.id,
      title: brief.title,
    })),
  )
}
