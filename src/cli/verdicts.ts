import type { CheckedQuotation, DiffOperation } from '../shared/contract/check.ts'
import { shorten } from './columns.ts'

const WORDS_SHOWN = 300

/** `2 altered, 1 not-found`, in the order in which they come. */
export function verdictCounts(rows: readonly CheckedQuotation[]): string {
  const counts = new Map<string, number>()
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}

/** A quotation and all that was found about it, a line each. */
export function describeQuotation(row: CheckedQuotation): string {
  const first = row.found[0]
  const lines = [
    `${row.verdict.padEnd('misattributed'.length)}  “${shorten(row.quotation, WORDS_SHOWN)}”`,
    ...(first ? [`in ${first.source}, ${placeOf(first)}${others(row.found.length)}`] : []),
    ...(row.cited !== null && row.cited !== row.source ? [`cited: ${row.cited}`] : []),
    ...(row.speaker === null ? [] : [`speaker: ${row.speaker}`]),
    ...(row.folded.length > 0 ? [`only typography differs: ${row.folded.join(', ')}`] : []),
    ...(row.alterations.length > 0 ? [`marked: ${row.alterations.map(({ kind }) => kind).join(', ')}`] : []),
    ...(row.diff.some(({ op }) => op !== 'equal') ? [`source → draft: ${showDiff(row.diff)}`] : []),
    ...row.warnings.map(({ code, message }) => `warning ${code}: ${message}`),
  ]
  return lines.join(`\n${' '.repeat('misattributed'.length + 2)}`)
}

const placeOf = ({ version, start, end, field }: CheckedQuotation['found'][number]): string =>
  field === 'title' ? 'in its title' : `version ${version}, ${start}–${end}`

const others = (found: number): string => (found > 1 ? ` and ${found - 1} more` : '')

/** The source's words in [-…-], the draft's in {+…+}, each with the class of the difference. */
function showDiff(diff: readonly DiffOperation[]): string {
  return diff
    .map(({ op, text, class: kind }) => {
      if (op === 'equal') return text
      const marked = op === 'delete' ? `[-${text}-]` : `{+${text}+}`
      return kind === undefined ? marked : `${marked}(${kind})`
    })
    .join('')
}
