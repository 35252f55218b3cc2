import type { CheckedQuotation } from '../../shared/contract/check.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { sourcesOfBrief } from '../citations/bibliography.ts'
import type { Library } from '../library/library.ts'
import { provenanceFrom } from './provenance.ts'

/**
 * About how many bytes the original files come to that an evidence package of a brief may take along: those of the
 * current versions of what it cites, and of where its quotations were found.
 */
export function originalsOf(
  library: Library,
  state: BriefState,
  rows: readonly CheckedQuotation[],
): { readonly bytes: number } {
  const { sourcesNamed, versions } = provenanceFrom(library)
  const found = rows.flatMap((row) => row.found.slice(0, 1).flatMap(({ source }) => sourcesNamed(source)))
  const ids = new Set<string>([...sourcesOfBrief(library.reader, state), ...found].map(({ id }) => id))
  const sizes = [...ids].map((id) => versions(id).find(({ current }) => current)?.originalBytes ?? 0)
  return { bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
