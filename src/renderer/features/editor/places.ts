import type { LexicalNode, NodeKey } from 'lexical'
import type { TextSpan } from '../../../shared/brief/draft.ts'
import type { Block, Inline } from '../../../shared/brief/nodes.ts'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'

/** A place in one of the editor's texts; `offset` in UTF-16 units. */
export interface TextPoint {
  readonly key: NodeKey
  readonly offset: number
}

/** A quote's node, or the words of a typed quotation without their marks. */
export type QuotationPlace =
  | { readonly kind: 'quote'; readonly key: NodeKey }
  | { readonly kind: 'words'; readonly from: TextPoint; readonly to: TextPoint }

/** A quotation of the draft as it was checked, and where it stands on the sheet. */
export interface DraftQuotation {
  /** The same for a quotation from one check to the next, as long as no other is typed before it. */
  readonly id: string
  /** Counts from 1 in the order of the draft. */
  readonly number: number
  readonly row: CheckedQuotation
  /** Id of the anchor that a linked quote is pinned to; null for typed words. */
  readonly anchor: string | null
  readonly place: QuotationPlace | null
}

/** The id of the quotation that a quote's node is. */
export const idOfQuote = (key: NodeKey): string => `quote-${key}`

/**
 * The places of checked quotations on the sheet they were written from. One that
 * is as it was in `before` is the same object, so that what shows it can stay.
 */
export function placed(
  rows: readonly CheckedQuotation[],
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
  before: readonly DraftQuotation[] = [],
): readonly DraftQuotation[] {
  const known = new Map(before.map((each) => [each.id, each]))
  const ordered = rows.toSorted((one, other) => one.start - other.start || one.end - other.end)
  return ordered.map((row, index) => {
    const span = row.linked ? quoteSpan(row.start, spans) : null
    const place = span === null ? wordsAt(row, spans, nodes) : placeOfSpan(span, nodes)
    const id = place?.kind === 'quote' ? idOfQuote(place.key) : `words-${String(index)}`
    const anchor = span === null || span.node.type === 'text' ? null : span.node.anchor
    const made: DraftQuotation = { id, number: index + 1, row, anchor, place }
    const same = known.get(id)
    return same !== undefined && isSame(same, made) ? same : made
  })
}

const isSame = (one: DraftQuotation, other: DraftQuotation): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The stretch of a quote's words that holds a UTF-16 offset; stretches are in order. */
function quoteSpan(at: number, spans: readonly TextSpan[]): TextSpan | null {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  for (let index = low; index < spans.length; index += 1) {
    const span = spans[index]
    if (span === undefined || span.start > at) return null
    if (span.node.type !== 'text') return span
  }
  return null
}

function placeOfSpan(
  { node }: TextSpan,
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): Extract<QuotationPlace, { kind: 'quote' }> | null {
  const key = node.type === 'text' ? undefined : nodes.get(node)?.getKey()
  return key === undefined ? null : { kind: 'quote', key }
}

/** The quote whose words hold a UTF-16 offset of the brief's text. */
export function quoteAt(
  at: number,
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): Extract<QuotationPlace, { kind: 'quote' }> | null {
  const span = quoteSpan(at, spans)
  return span === null ? null : placeOfSpan(span, nodes)
}

/** Written words, by UTF-16 offsets into the brief's text. */
export function wordsAt(
  { start, end }: { readonly start: number; readonly end: number },
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): QuotationPlace | null {
  const first = spans.find((span) => span.end > start)
  const last = spans.findLast((span) => span.start < end)
  const from = first && pointIn(first, Math.max(start, first.start), nodes)
  const to = last && pointIn(last, Math.min(end, last.end), nodes)
  return from && to ? { kind: 'words', from, to } : null
}

function pointIn(
  { node, start }: TextSpan,
  at: number,
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): TextPoint | null {
  const key = node.type === 'text' ? nodes.get(node)?.getKey() : undefined
  return key === undefined ? null : { key, offset: at - start }
}
