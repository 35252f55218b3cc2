import type { CheckedQuotation } from '../contract/check.ts'
import type { Quotation } from '../quotations/quotation.ts'

/**
 * What the draft has beside the words: footnote references inside them are
 * folded away, and a note such as `[emphasis added]` after them is a marked
 * alteration of nothing.
 */
export function dress(row: CheckedQuotation, quotation: Quotation): CheckedQuotation {
  if (row.verdict !== 'verbatim' && row.verdict !== 'normalised' && row.verdict !== 'marked') return row
  const inside = quotation.footnotes.some((at) => at > 0 && at < quotation.text.length)
  const folded: CheckedQuotation['folded'] = inside ? [...row.folded, 'footnote'] : row.folded
  if (quotation.note === null) {
    return { ...row, folded, verdict: inside && row.verdict === 'verbatim' ? 'normalised' : row.verdict }
  }
  const end = quotation.text.length
  return {
    ...row,
    folded,
    verdict: 'marked',
    alterations: [...row.alterations, { kind: 'emphasis', start: end, end }],
  }
}
