import type { Annotation } from '../../shared/contract/annotations.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { setAnchoring } from '../db/anchoring.ts'
import { updateAnnotation } from '../db/annotation-changes.ts'
import { appendAnchor, removeAnnotation } from '../db/annotations.ts'
import { briefsQuoting } from '../db/briefs.ts'
import type { AnnotationId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { anchorOf, currentText } from './current-text.ts'
import { besideAll, joinedRanges } from './joined.ts'
import { annotationNamed } from './known.ts'

/**
 * Makes one annotation of several of a source. The one that briefs quote stays, with its older anchors for them, else
 * one that moved, else the first in the text; it is `moved` where any of them is. Throws `REFUSED`: `unknown-annotation`, `one-annotation`, `two-sources`, `orphaned`, `quoted`.
 */
export function mergeAnnotations(
  library: Library,
  { annotations: ids }: { readonly annotations: readonly string[] },
): Annotation {
  return library.write('merge annotations', (writer) => {
    const merged = mergeable([...new Set(ids)].map((id) => annotationNamed(writer, id)))
    const kept = keptOf(writer, merged)
    const id = kept.id as AnnotationId
    const current = currentText(writer, kept.source)
    const ranges = joinedRanges(
      current.text,
      merged.flatMap(({ segments }) => segments),
    )
    appendAnchor(writer, id, anchorOf(current, ranges))
    // Nobody said yet that changed words are right: they go on being told of.
    const moved = merged.some(({ status }) => status === 'moved')
    setAnchoring(writer, id, current.version.id, moved ? 'moved' : 'anchored')
    updateAnnotation(writer, id, besideAll(merged))
    for (const { id: gone } of merged) if (gone !== kept.id) removeAnnotation(writer, gone as AnnotationId)
    return annotationNamed(writer, id)
  })
}

/** In the order of the text. */
function mergeable(annotations: readonly Annotation[]): readonly [Annotation, ...Annotation[]] {
  const [first, ...rest] = annotations.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
  if (first === undefined || rest.length === 0)
    throw refused(
      'one-annotation',
      'Merging takes at least two highlights. Nothing was changed; choose another one.',
    )
  if (rest.some(({ source }) => source !== first.source))
    throw refused(
      'two-sources',
      'These highlights are in different sources. Nothing was changed; a highlight is in one.',
    )
  const lost = annotations.find(({ status }) => status === 'orphaned')
  if (lost !== undefined)
    throw refused(
      'orphaned',
      'One of these highlights has no place in the newest version of its source. Nothing was changed; give it a place first.',
      { annotation: lost.id },
    )
  return [first, ...rest]
}

function keptOf(reader: Reader, merged: readonly [Annotation, ...Annotation[]]): Annotation {
  const [kept, ...others] = merged.filter(({ id }) => briefsQuoting(reader, [id]).length > 0)
  if (others.length > 0)
    throw quoted(
      briefsQuoting(
        reader,
        merged.map(({ id }) => id),
      ),
    )
  return kept ?? merged.find(({ status }) => status === 'moved') ?? merged[0]
}

const quoted = (affected: readonly unknown[]): Failure =>
  refused(
    'quoted',
    'Briefs quote more than one of these highlights, and each quote needs its own. Nothing was changed. ' +
      'Merge those that are not quoted, or take the quotes out of the briefs first.',
    { affected },
  )
