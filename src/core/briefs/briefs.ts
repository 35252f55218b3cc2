import type { Brief } from '../../shared/contract/briefs.ts'
import { refused } from '../../shared/contract/failures.ts'
import { findBrief, listBriefs as list, readBrief, type BriefRow } from '../db/briefs.ts'
import type { Library } from '../library/library.ts'
import { upgrade, type BriefState } from '../../shared/brief/state.ts'

export const listBriefs = ({ reader }: Library): Brief[] => list(reader)

export function getBrief({ reader }: Library, id: string): Brief {
  const brief = findBrief(reader, id)
  if (brief === null) throw unknownBrief(id)
  return brief
}

/** A brief as it is stored, in today's form. Throws `REFUSED`: `unknown-brief`, `damaged-brief`, `newer-brief`. */
export function openBrief(
  { reader }: Library,
  id: string,
): { readonly row: BriefRow; readonly state: BriefState } {
  const row = readBrief(reader, id)
  if (row === null) throw unknownBrief(id)
  return { row, state: stateOf(row.content) }
}

export const stateOf = (content: string): BriefState => upgrade(jsonOf(content))

/** Null for what is no JSON, and so no brief. */
function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export const unknownBrief = (id: string) =>
  refused(
    'unknown-brief',
    `There is no brief “${id}” in this library. “verbatim brief list” lists those there are.`,
    {
      brief: id,
    },
  )
