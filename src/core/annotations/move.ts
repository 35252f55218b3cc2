import { candidatesFor } from '../../shared/anchoring/reanchor.ts'
import { inOrder, passageAt, type Range } from '../../shared/anchoring/passage.ts'
import type { Annotation, AnnotationCandidate, Segment } from '../../shared/contract/annotations.ts'
import { refused } from '../../shared/contract/failures.ts'
import { prepare } from '../../shared/verdict/prepared.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import { setAnchoring } from '../db/anchoring.ts'
import { appendAnchor, listAnchors } from '../db/annotations.ts'
import type { AnnotationId } from '../db/ids.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import { checkedRange } from './create.ts'
import { anchorOf, currentText } from './current-text.ts'
import { annotationNamed } from './known.ts'

interface Placing {
  readonly annotation: string
  readonly segments: readonly Segment[]
}

/** Puts an annotation on other words of its source's current version, as one step of undo. */
export const moveAnnotation = (library: Library, placing: Placing): Annotation =>
  library.write('move an annotation', (writer) => placeAnnotation(writer, placing))

/**
 * Puts an annotation on other words of its source's current version. One that comes from an older version and gets other
 * words there is `moved`; on its own version it has just the words that the user gave it.
 */
export function placeAnnotation(writer: Writer, { annotation, segments }: Placing): Annotation {
  const { id: named, source, exact } = annotationNamed(writer, annotation)
  const id = named as AnnotationId
  const current = currentText(writer, source)
  const { version, text, citekey } = current
  const anchor = anchorOf(current, orderedRanges(text, segments, citekey))
  const older = listAnchors(writer, id).at(-1)?.version !== version.id
  appendAnchor(writer, id, anchor)
  const moved = older && !sameWords(anchor.exact, exact)
  setAnchoring(writer, id, version.id, moved ? 'moved' : 'anchored')
  return annotationNamed(writer, id)
}

function orderedRanges(text: string, segments: readonly Segment[], citekey: string): Range[] {
  const ranges = segments.map((segment) => checkedRange(text, segment, citekey))
  if (!inOrder(ranges))
    throw refused('tangled', 'The parts of a passage overlap or stand in no order. Nothing was changed.')
  return ranges
}

const MOST_CANDIDATES = 5

/** Where in the current version an annotation may belong, by its newest words, likest first. */
export function candidatesOf(
  library: Library,
  { annotation }: { readonly annotation: string },
): AnnotationCandidate[] {
  const { id, source } = annotationNamed(library.reader, annotation)
  const { text } = currentText(library.reader, source)
  const newest = listAnchors(library.reader, id).at(-1)
  if (newest === undefined) return []
  const { exact, prefix, suffix, segments } = newest
  const start = segments[0]?.start ?? 0
  const sought = { exact, prefix, suffix, start, end: segments.at(-1)?.end ?? start }
  return candidatesFor(prepare(text), sought, MOST_CANDIDATES).map(({ likeness, ...range }) => ({
    ...passageAt(text, range),
    likeness,
  }))
}
