import type { Annotation, AnnotationChange, Attribution } from '../../shared/contract/annotations.ts'
import { updateAnnotation as write } from '../db/annotation-changes.ts'
import type { AnnotationId } from '../db/ids.ts'
import type { Library } from '../library/library.ts'
import { checkedDate } from '../sources/checked-date.ts'
import { annotationNamed } from './known.ts'

/** Changes what stands beside a passage: colour, comment, tags, who speaks. One step of undo. */
export function updateAnnotation(library: Library, change: AnnotationChange): Annotation {
  return library.write('change an annotation', (writer) => {
    const before = annotationNamed(writer, change.annotation)
    const id = before.id as AnnotationId
    const said = attributionAfter(before.attribution, change)
    write(writer, id, {
      ...(change.colour === undefined ? {} : { colour: change.colour }),
      ...(change.comment === undefined ? {} : { comment: change.comment?.trim() || null }),
      ...(change.tags === undefined ? {} : { tags: named(change.tags) }),
      ...(said === undefined ? {} : { attribution: said }),
    })
    return annotationNamed(writer, id)
  })
}

const named = (tags: readonly string[]): string[] => tags.map((tag) => tag.trim()).filter((tag) => tag !== '')

const SAID = ['speaker', 'role', 'stance', 'topic', 'date', 'place'] as const

const NOTHING: Attribution = {
  speaker: null,
  role: null,
  stance: null,
  topic: null,
  date: null,
  place: null,
  language: null,
  quotedBy: null,
}

/** What is attributed after a change; undefined where nothing of it changes, null where nothing is left. */
function attributionAfter(
  before: Attribution | null,
  change: AnnotationChange,
): Attribution | null | undefined {
  const after: Attribution = { ...NOTHING, ...before }
  for (const fact of SAID) {
    const given = change[fact]
    if (given !== undefined) after[fact] = given?.trim() || null
  }
  if (change.date !== undefined) after.date = checkedDate(after.date)
  const was = { ...NOTHING, ...before }
  if (SAID.every((fact) => after[fact] === was[fact])) return undefined
  return Object.values(after).every((fact) => fact === null) ? null : after
}
