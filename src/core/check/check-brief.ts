import { briefDraft } from '../../shared/brief/draft.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { CheckedQuotation } from '../../shared/contract/check.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import { openBrief } from '../briefs/briefs.ts'
import type { Library } from '../library/library.ts'
import type { Reader } from '../db/reader.ts'
import { judgeAll } from './check-draft.ts'

/** Every quotation of a brief against the library; offsets count in the brief's text. */
export const checkBrief = (library: Library, id: string): CheckedQuotation[] =>
  checkState(library.reader, openBrief(library, id).state)

export const checkState = (reader: Reader, state: BriefState): CheckedQuotation[] =>
  judgeAll(reader, findQuotations(briefDraft(state)))
