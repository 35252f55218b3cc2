import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import { quoteWords } from '../../../shared/brief/quote-words.ts'

/** placeholder written next */
export function QuoteInDraft({
  quote,
}: {
  readonly nodeKey: string
  readonly quote: LinkedQuote
  readonly block: boolean
}) {
  return <span>{quoteWords(quote)}</span>
}
