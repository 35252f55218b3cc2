import { renderAlterations } from '../verdict/alterations.ts'
import type { LinkedQuote } from './nodes.ts'

/**
 * A quote whose passage takes in what stands right before and after it in the
 * source (`before`, `after`, as the stored text has them); its alterations and
 * emphasis stay on the words they were on. The anchor is the caller's to change.
 */
export function widenQuote(
  quote: LinkedQuote,
  exact: string,
  { before, after }: { readonly before: string; readonly after: string },
): { readonly quote: LinkedQuote; readonly exact: string } {
  const wider = before + exact + after
  const by = before.length
  const alterations = quote.alterations.map((each) => {
    const isNote = each.kind === 'emphasis' && each.start === exact.length
    const shift = isNote ? by + after.length : by
    return { ...each, start: each.start + shift, end: each.end + shift }
  })
  const emphasis = quote.emphasis.map((each) => ({ ...each, start: each.start + by, end: each.end + by }))
  return {
    exact: wider,
    quote: { ...quote, alterations, emphasis, shown: renderAlterations(wider, alterations) },
  }
}
