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
  readonly place: QuotationPlace | null
}

/** The id of the quotation that a quote's node is. */
export const idOfQuote = (key: NodeKey): string => `quote-${key}`

/** The places of checked quotations on the sheet they were written from. */
export function placed(
  rows: readonly CheckedQuotation[],
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): readonly DraftQuotation[] {
  const ordered = rows.toSorted((one, other) => one.start - other.start || one.end - other.end)
  return ordered.map((row, index) => {
    const place = placeOf(row, spans, nodes)
    const id = place?.kind === 'quote' ? idOfQuote(place.key) : `words-${String(index)}`
    return { id, number: index + 1, row, place }
  })
}

function placeOf(
  { start, end, linked }: CheckedQuotation,
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): QuotationPlace | null {
  return linked ? quoteAt(start, spans, nodes) : wordsAt({ start, end }, spans, nodes)
}

/** The quote whose words hold a UTF-16 offset of the brief's text. */
export function quoteAt(
  at: number,
  spans: readonly TextSpan[],
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): Extract<QuotationPlace, { kind: 'quote' }> | null {
  const span = spans.find(({ node, start, end }) => node.type !== 'text' && start <= at && at <= end)
  const key = span && nodes.get(span.node)?.getKey()
  return key === undefined ? null : { kind: 'quote', key }
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
