import type { BriefState } from '../../shared/brief/state.ts'
import type { LaidOut } from '../export/export-brief.ts'
import type { Services } from '../services.ts'
import { openBrief } from './briefs.ts'
import { contentOf } from './content.ts'
import { styleFor } from './export.ts'

/** A brief as it stands in an editor, or a part of it, for the clipboard, in both forms. Throws `REFUSED` as `open`. */
export async function copiedBrief(
  services: Services,
  { brief: id, state }: { readonly brief: string; readonly state: BriefState },
): Promise<{ readonly markdown: string; readonly html: string }> {
  const { updatedAt } = openBrief(services.library, id).row
  const { brief, evidence } = await layOut(services, state, updatedAt)
  const { printMarkdown } = await import('../export/markdown.ts')
  const { printRichText } = await import('../export/rich-text.ts')
  return { markdown: printMarkdown(brief), html: printRichText(brief, evidence) }
}

/** The stored brief as one page of HTML for a printer: on paper, verdicts and unfolding passages are not shown. */
export async function pageOfBrief(services: Services, id: string): Promise<Blob> {
  const { row, state } = openBrief(services.library, id)
  const { brief, evidence } = await layOut(services, state, row.updatedAt)
  const { printHtml } = await import('../export/html.ts')
  return new Blob([printHtml(brief, evidence).html], { type: 'text/html' })
}

async function layOut(services: Services, state: BriefState, updatedAt: string): Promise<LaidOut> {
  const { style } = await styleFor(services, state, {})
  const { laidOut } = await import('../export/export-brief.ts')
  return laidOut(await contentOf(services, state, style, updatedAt))
}
