import type { Annotation } from '../../shared/contract/annotations.ts'
import { refused } from '../../shared/contract/failures.ts'
import { findAnnotation } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'

/** Throws `REFUSED` with reason `unknown-annotation`. */
export function annotationNamed(reader: Reader, id: string): Annotation {
  const annotation = findAnnotation(reader, id)
  if (annotation) return annotation
  throw refused('unknown-annotation', `There is no annotation ${id} in this library. Nothing was changed.`, {
    annotation: id,
  })
}
