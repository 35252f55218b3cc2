import { BRIEF_FORMAT, type BriefState } from '../../shared/brief/state.ts'
import type { Brief, OpenBrief } from '../../shared/contract/briefs.ts'
import { refused } from '../../shared/contract/failures.ts'
import { addRevision, createBrief, readBrief, saveBrief } from '../db/briefs.ts'
import type { Library } from '../library/library.ts'
import { getBrief, openBrief } from './briefs.ts'

/** A new brief with one empty paragraph, or with what `from` begins with. */
export function createWorkingCopy(
  library: Library,
  {
    title,
    language,
    from = null,
  }: {
    readonly title: string
    readonly language: string | null
    readonly from?: Pick<BriefState, 'root'> | null
  },
): OpenBrief {
  const empty = emptyState(title, language)
  const state = from === null ? empty : { ...empty, root: from.root }
  const id = library.write(`Start the brief ${title}`, (writer) => createBrief(writer, storedForm(state)))
  return openWorkingCopy(library, id)
}

/** A brief as it was last saved. Throws what `openBrief` throws. */
export function openWorkingCopy(library: Library, id: string): OpenBrief {
  const { state } = openBrief(library, id)
  return { brief: getBrief(library, id), state }
}

export interface SaveInput {
  readonly brief: string
  readonly state: BriefState
  /** The `updatedAt` that the writer last saw. */
  readonly seen: string
  /** Keep the copy as a revision too. */
  readonly revision: boolean
}

/**
 * Saves what is on the sheet; typing has its own undo, so this is no step of it.
 * Throws `REFUSED` `changed-elsewhere` rather than write over another window's words.
 */
export function saveWorkingCopy(library: Library, { brief: id, state, seen, revision }: SaveInput): Brief {
  library.writeQuietly((writer) => {
    const stored = readBrief(writer, id)
    if (stored === null || stored.updatedAt !== seen) throw changedElsewhere(id, stored?.updatedAt ?? null)
    saveBrief(writer, stored.id, storedForm(state))
    if (revision) addRevision(writer, stored.id)
  })
  return getBrief(library, id)
}

export function storedForm(state: BriefState) {
  const { title, language, citationStyle } = state
  return { title, language, citationStyle, format: BRIEF_FORMAT, content: JSON.stringify(state) }
}

function emptyState(title: string, language: string | null): BriefState {
  const element = { version: 1, direction: null, format: '', indent: 0 } as const
  return {
    format: BRIEF_FORMAT,
    title,
    language,
    citationStyle: null,
    extra: {},
    root: { type: 'root', ...element, children: [{ type: 'paragraph', ...element, children: [] }] },
  }
}

const changedElsewhere = (brief: string, updatedAt: string | null) =>
  refused(
    'changed-elsewhere',
    'The brief was changed in another window. Your text is kept in this one. Copy what you need, then open the brief again.',
    { brief, updatedAt },
  )
