import type { Source } from '../../../shared/contract/sources.ts'

/** How an original can be shown beside its text: as the page that it was, as the pages of a PDF, or not at all. */
export type OriginalKind = 'page' | 'pdf' | null

const PAGES = new Set(['html', 'mhtml', 'webarchive', 'warc', 'wacz', 'eml'])

/** `hasShell`: a saved page is served by the window's shell; without one, as in a browser, there is none. */
export function originalOf({ format, versions }: Source, hasShell: boolean): OriginalKind {
  if (format === null || versions === 0) return null
  if (format === 'pdf') return 'pdf'
  return hasShell && PAGES.has(format) ? 'page' : null
}

/** Where the shell serves the look of a source's version; see `src/main/policy.ts`. */
export const lookAddress = ({ id, versions }: Source): string => `app://original/${id}/${String(versions)}`
