import type { Brief } from '../../shared/contract/briefs.ts'
import { refused } from '../../shared/contract/failures.ts'
import { readBrief } from '../db/briefs.ts'
import type { BriefId } from '../db/ids.ts'
import { findTrashedBrief, removeBrief as remove, restoreBrief as restore } from '../db/trash.ts'
import type { Library } from '../library/library.ts'
import { getBrief } from './briefs.ts'

/** Puts a brief into the trash, as one step of undo. Throws `REFUSED` `unknown-brief`. */
export function removeBrief(library: Library, id: string): Brief {
  const brief = getBrief(library, id)
  library.write('move a brief to the trash', (writer) => remove(writer, id as BriefId))
  return brief
}

/** Takes a brief out of the trash. Throws `REFUSED` `not-in-trash`. */
export function restoreBrief(library: Library, id: string): Brief {
  library.write('put a brief back', (writer) => {
    const found = findTrashedBrief(writer, id)
    if (found === null) throw notInTrash(id, readBrief(writer, id) !== null)
    restore(writer, found)
  })
  return getBrief(library, id)
}

/** `there` where it is in the library, so that nothing has to be put back. */
export const notInTrash = (named: string, there: boolean) =>
  refused(
    'not-in-trash',
    there
      ? `“${named}” is not in the trash but in the library. Nothing was changed.`
      : `There is no “${named}” in the trash. Nothing was changed. “verbatim trash” lists what is in it.`,
    { named },
  )
