import { briefCounts } from '../../shared/brief/counts.ts'
import { briefText } from '../../shared/brief/draft.ts'
import { BRIEF_FORMAT, type BriefState } from '../../shared/brief/state.ts'
import type { Brief, Revision } from '../../shared/contract/briefs.ts'
import type { DiffOperation } from '../../shared/contract/check.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { differencesOf } from '../../shared/story/differences.ts'
import {
  addRevision,
  findRevision,
  listRevisions as list,
  saveBrief,
  type RevisionRow,
} from '../db/briefs.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { getBrief, openBrief, stateOf } from './briefs.ts'

/** Which revisions are wanted: those before the one of that id, newest first. */
interface Wanted {
  readonly brief: string
  readonly before: string | null
  readonly limit: number
}

export const listRevisions = ({ reader }: Library, { brief, before, limit }: Wanted): Revision[] =>
  list(reader, brief, { before, limit }).map(told)

/** A revision in today's form. Throws `REFUSED`: `unknown-revision`, `damaged-brief`, `newer-brief`. */
export function openRevision(
  { reader }: Library,
  id: string,
): { readonly revision: Revision; readonly state: BriefState } {
  const row = revisionNamed(reader, id)
  return { revision: told(row), state: stateOf(row.content) }
}

/** What differs between a revision and the stored working copy. Throws what `openRevision` and `openBrief` throw. */
export function revisionDiff(library: Library, id: string): { diff: DiffOperation[] } {
  const row = revisionNamed(library.reader, id)
  const now = openBrief(library, row.brief).state
  return { diff: [...differencesOf(briefText(stateOf(row.content)), briefText(now))] }
}

/**
 * The working copy becomes the revision. The copy before is kept as a revision of its own beforehand, outside of the
 * step: undo takes nothing away that was written. Throws what `openRevision` and `getBrief` throw.
 */
export function restoreRevision(library: Library, id: string): Brief {
  const { brief, content } = revisionNamed(library.reader, id)
  const state = stateOf(content)
  getBrief(library, brief)
  library.writeQuietly((writer) => addRevision(writer, brief))
  const { title, language, citationStyle } = state
  library.write('restore a revision', (writer) =>
    saveBrief(writer, brief, {
      title,
      language,
      citationStyle,
      format: BRIEF_FORMAT,
      content: JSON.stringify(state),
    }),
  )
  return getBrief(library, brief)
}

function revisionNamed(reader: Reader, id: string): RevisionRow {
  const row = findRevision(reader, id)
  if (row !== null) return row
  throw refused('unknown-revision', 'There is no such revision in this library. Nothing was changed.', {
    revision: id,
  })
}

const told = ({ id, brief, createdAt, title, content }: RevisionRow): Revision => ({
  id,
  brief,
  at: createdAt,
  title,
  words: wordsIn(content),
})

/** Null for what cannot be read: the others are listed all the same. */
function wordsIn(content: string): number | null {
  try {
    return briefCounts(stateOf(content)).words
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
