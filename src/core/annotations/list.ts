import type { Annotation } from '../../shared/contract/annotations.ts'
import { listAnnotations as list } from '../db/annotations.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed } from '../sources/sources.ts'

/** The annotations of one source, or all, in the order of their making. */
export function listAnnotations(
  { reader }: Library,
  { source }: { readonly source?: string | undefined },
): Annotation[] {
  if (source === undefined) return list(reader, {})
  return list(reader, { source: sourceNamed(reader, source).id })
}
