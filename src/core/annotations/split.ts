import type { Range } from '../../shared/anchoring/passage.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { refused } from '../../shared/contract/failures.ts'
import { setAnchoring } from '../db/anchoring.ts'
import { appendAnchor, createAnnotation } from '../db/annotations.ts'
import type { AnnotationId, SourceId } from '../db/ids.ts'
import type { Library } from '../library/library.ts'
import { checkedRange } from './create.ts'
import { anchorOf, currentText } from './current-text.ts'
import { annotationNamed } from './known.ts'

/**
 * Parts an annotation at an offset. It keeps its comment, its older anchors and the words before; a new one has those
 * after, in the same colour, with the same tags and attribution. Throws `REFUSED`: `unknown-annotation`, `no-words`,
 * `splits-character`.
 */
export function splitAnnotation(
  library: Library,
  { annotation, at }: { readonly annotation: string; readonly at: number },
): { readonly first: Annotation; readonly second: Annotation } {
  return library.write('split an annotation', (writer) => {
    const whole = annotationNamed(writer, annotation)
    const id = whole.id as AnnotationId
    const current = currentText(writer, whole.source)
    const before = wordsIn(current.text, whole.segments, 0, at)
    const after = wordsIn(current.text, whole.segments, at, current.text.length)
    if (before.length === 0 || after.length === 0) throw noWords()
    for (const range of [...before, ...after]) checkedRange(current.text, range, current.citekey)
    appendAnchor(writer, id, anchorOf(current, before))
    setAnchoring(writer, id, current.version.id, 'anchored')
    const { colour, tags, attribution } = whole
    const made = createAnnotation(writer, {
      source: whole.source as SourceId,
      ...anchorOf(current, after),
      colour,
      comment: null,
      tags,
      attribution,
    })
    return { first: annotationNamed(writer, id), second: annotationNamed(writer, made) }
  })
}

/** The parts of ranges between two offsets, less the white space at each one's ends; none without words. */
function wordsIn(text: string, ranges: readonly Range[], from: number, to: number): readonly Range[] {
  return ranges.flatMap((range) => {
    const start = Math.max(range.start, from)
    const words = text.slice(start, Math.min(range.end, to))
    if (start >= to || words.trim() === '') return []
    const begin = start + (words.length - words.trimStart().length)
    return [{ start: begin, end: begin + words.trim().length }]
  })
}

const noWords = () =>
  refused(
    'no-words',
    'There are words of this highlight on one side only. Nothing was changed; put the caret between two of its words.',
  )
