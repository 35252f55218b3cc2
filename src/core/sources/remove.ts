import type { AffectedBrief } from '../../shared/contract/briefs.ts'
import { type Failure, refused } from '../../shared/contract/failures.ts'
import type { Trashed } from '../../shared/contract/library.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { briefsAffected } from '../briefs/affected.ts'
import { notInTrash } from '../briefs/remove.ts'
import { findSource } from '../db/sources.ts'
import {
  findTrashedSource,
  listTrash as list,
  removeSource as remove,
  restoreSource as restore,
} from '../db/trash.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed } from './sources.ts'

/**
 * Puts a source into the trash, as one step of undo, and tells which briefs quote or cite it. Throws
 * `REFUSED`: `unknown-source`; `quoted` where briefs do and `force` is off.
 */
export function removeSource(
  library: Library,
  { source, force }: { readonly source: string; readonly force: boolean },
): { affected: AffectedBrief[] } {
  return library.write('move a source to the trash', (writer) => {
    const { id, citekey } = sourceNamed(writer, source)
    const affected = briefsAffected(writer, { id, citekey })
    if (affected.length > 0 && !force) throw quoted(affected)
    remove(writer, id)
    return { affected }
  })
}

/** Takes a source out of the trash. Throws `REFUSED` `not-in-trash`. */
export function restoreSource(library: Library, named: string): Source {
  const id = library.write('put a source back', (writer) => {
    const found = findTrashedSource(writer, named)
    if (found === null) throw notInTrash(named, findSource(writer, named) !== null)
    restore(writer, found)
    return found
  })
  // Its story is known once all is written.
  return sourceNamed(library.reader, id)
}

/** What is in the trash, the last removed first. */
export const listTrash = ({ reader }: Library): Trashed[] => [...list(reader)]

const quoted = (affected: readonly AffectedBrief[]): Failure =>
  refused(
    'quoted',
    `${usedBy(affected)} this source. Nothing was removed. ` +
      'Remove it with --force: it goes to the trash, and the quotes keep their words.',
    { affected },
  )

/** "A brief quotes", "2 briefs cite", "3 briefs quote or cite". */
function usedBy(affected: readonly AffectedBrief[]): string {
  const one = affected.length === 1
  const verbs = [
    ...(affected.some(({ quotes }) => quotes > 0) ? [one ? 'quotes' : 'quote'] : []),
    ...(affected.some(({ quotes }) => quotes === 0) ? [one ? 'cites' : 'cite'] : []),
  ]
  return `${one ? 'A brief' : `${String(affected.length)} briefs`} ${verbs.join(' or ')}`
}
