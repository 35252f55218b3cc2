import { findQuotations } from '../../../shared/quotations/find.ts'
import { textDraft } from '../../../shared/quotations/text-draft.ts'

/** A stretch of a text, UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The line of the text (a paragraph of the source) that holds an offset. */
export function lineAround(text: string, at: number): Span {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { start, end: end < 0 ? text.length : end }
}

function quotationsIn(text: string, line: Span) {
  return findQuotations(textDraft(text.slice(line.start, line.end))).filter(({ state }) => state === 'closed')
}

/** The whole quotation, with its marks, that an offset stands in or at; null where there is none. */
export function quotationAt(text: string, at: number): Span | null {
  const line = lineAround(text, at)
  for (const { start, end } of quotationsIn(text, line)) {
    const span = { start: line.start + start - 1, end: line.start + end + 1 }
    if (span.start <= at && at <= span.end && span.start >= line.start && span.end <= line.end) return span
  }
  return null
}

/** Who the article says speaks in a passage ("The European Union said"); null where it does not say. */
export function speakerSuggested(text: string, { start, end }: Span): string | null {
  const line = lineAround(text, start)
  const near = quotationsIn(text, line).find(
    (quotation) => quotation.start + line.start - 1 <= start && end <= quotation.end + line.start + 1,
  )
  return near?.speakers[0] ?? null
}
