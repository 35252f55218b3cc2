import { useId } from 'react'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import { quoteWords } from '../../../shared/brief/quote-words.ts'
import { t } from '../../app/strings/catalogue.ts'
import { sentenceOfVerdict } from '../check/sentence.ts'
import { QuotationMark } from './QuotationMark.tsx'
import { selectQuote } from './ranges.ts'
import { useMarks, useQuotationOf, useSession } from './session-context.tsx'
import { useSelected } from './store.ts'
import { LOOKS, needsLook } from './verdict.tsx'

/** A linked quote on the sheet: its words in the brief's marks, then the mark of its verdict. */
export function QuoteInDraft({
  nodeKey,
  quote,
  block,
}: {
  readonly nodeKey: string
  readonly quote: LinkedQuote
  readonly block: boolean
}) {
  const session = useSession()
  const quotation = useQuotationOf(nodeKey)
  const id = quotation?.id ?? null
  const current = useSelected(session.current, (now) => now !== null && now === id)
  const opened = useSelected(session.open, (now) => now !== null && now === id)
  const passage = useSelected(session.checking.checked, ({ passages }) => passages.get(quote.anchor))
  const described = useId()
  const row = quotation?.row ?? null
  const bad = row !== null && needsLook(row)
  const now = current || opened
  const classes = ['q', bad ? `bad ${LOOKS[row.verdict].hue}` : '', now ? 'now' : ''].join(' ')
  const verdict = row === null ? t.check.checking : t.check.words[row.verdict]
  const { open, close } = useMarks()
  return (
    <span
      className={block ? 'bq' : 'in-line'}
      role="group"
      aria-roledescription={t.editor.quoteRole}
      aria-label={t.editor.quoteLabel(quotation?.number ?? null, passage?.speaker ?? null, verdict)}
      aria-describedby={described}
    >
      <bdi
        className={classes}
        onClick={() => {
          selectQuote(session.editor, nodeKey)
          if (quotation !== null) session.open.set(quotation.id)
        }}
        onDoubleClick={() => session.altering.set(nodeKey)}
        onKeyDown={undefined}
      >
        {open}
        <Words quote={quote} />
        {close}
      </bdi>
      {quotation !== null && <QuotationMark quotation={quotation} />}
      <span id={described} hidden>
        {row === null ? t.check.checking : sentenceOfVerdict(row)}
      </span>
      {block && passage?.speaker && <span className="by">{passage.speaker}</span>}
    </span>
  )
}

/** The words, with the emphasis that the author laid on them. */
function Words({ quote }: { readonly quote: LinkedQuote }) {
  const words = quoteWords(quote)
  const cuts = [...new Set([0, ...quote.emphasis.flatMap(({ start, end }) => [start, end]), words.length])]
    .filter((at) => at <= words.length)
    .toSorted((one, other) => one - other)
  return cuts.slice(0, -1).map((start, index) => {
    const piece = words.slice(start, cuts[index + 1])
    const laid = quote.emphasis.find((range) => range.start <= start && start < range.end)
    return laid === undefined ? piece : <em key={start}>{piece}</em>
  })
}
