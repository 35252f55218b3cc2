import { refused } from '../../shared/contract/failures.ts'
import { removeAnnotation as write } from '../db/annotations.ts'
import { briefsQuoting } from '../db/briefs.ts'
import type { AnnotationId } from '../db/ids.ts'
import type { Library } from '../library/library.ts'
import { annotationNamed } from './known.ts'

/** Takes an annotation away, as one step of undo. Throws `REFUSED` `quoted` when briefs quote it and `force` is off. */
export function removeAnnotation(
  library: Library,
  { annotation, force }: { readonly annotation: string; readonly force: boolean },
): Record<string, never> {
  library.write('remove an annotation', (writer) => {
    const { id } = annotationNamed(writer, annotation)
    const briefs = briefsQuoting(writer, [id])
    if (briefs.length > 0 && !force) throw quoted(briefs)
    write(writer, id as AnnotationId)
  })
  return {}
}

const quoted = (briefs: readonly { readonly title: string }[]) =>
  refused(
    'quoted',
    `${briefs.length === 1 ? 'A brief quotes' : `${String(briefs.length)} briefs quote`} this highlight. Nothing was removed. ` +
      'Remove it all the same, and the quote keeps its words but loses its passage.',
    { affected: briefs },
  )
