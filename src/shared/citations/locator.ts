/** CSL's names for what a locator counts, by what authors write before the number. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['page', /^(?:pp?\.?|pages?|S\.|Seiten?|с\.|стр\.)$/iu],
  ['paragraph', /^(?:paras?\.?|paragraphs?|¶¶?|Abs\.)$/iu],
  ['section', /^(?:§§?|secs?\.?|sections?)$/iu],
  ['chapter', /^(?:ch(?:ap)?s?\.?|chapters?|Kap\.)$/iu],
  ['volume', /^(?:vols?\.?|volumes?)$/iu],
  ['issue', /^nos?\.?$/iu],
  ['line', /^(?:ll?\.|lines?)$/iu],
  ['note', /^(?:nn?\.|notes?)$/iu],
  ['figure', /^(?:figs?\.?|figures?)$/iu],
  ['column', /^(?:cols?\.?|columns?)$/iu],
  ['book', /^(?:bks?\.?|books?)$/iu],
  ['part', /^(?:pts?\.?|parts?)$/iu],
  ['folio', /^fols?\.?$/iu],
  ['verse', /^(?:vv?\.|verses?)$/iu],
]

export interface CslLocator {
  readonly label: string
  readonly locator: string
}

/** `p. 3` as the processor takes it; numbers alone are pages, as CSL has it. */
export function locatorOf(written: string): CslLocator {
  const [, name = '', numbers = ''] = /^(\p{L}+\.?|[¶§]+)\s*(.*)$/su.exec(written.trim()) ?? []
  const label = LABELS.find(([, pattern]) => pattern.test(name))?.[0]
  if (label === undefined || numbers === '') return { label: 'page', locator: written.trim() }
  return { label, locator: numbers }
}
