import type { BriefState } from '../../shared/brief/state.ts'
import type { UsableStyle } from '../citations/styles.ts'
import type { ExportRequest } from '../export/export-brief.ts'
import type { Services } from '../services.ts'
import { evidenceFrom, type CheckedQuotes } from './evidence.ts'

/** What every print of a brief is made of: its words, what stands behind them, and the style of its citations. */
export async function contentOf(
  { library, citations }: Services,
  state: BriefState,
  style: UsableStyle,
  updatedAt: string,
  checked?: CheckedQuotes,
): Promise<Pick<ExportRequest, 'state' | 'evidence' | 'citing' | 'updatedAt'>> {
  const { open, works } = await citations()
  const evidence = evidenceFrom(library, state.language, works(library.reader), checked)
  return { state, evidence, citing: open(style, state.language), updatedAt }
}
