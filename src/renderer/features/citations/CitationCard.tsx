import { memo } from 'react'
import type { Passage } from '../../../shared/contract/passages.ts'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SetAsideActs } from '../check/SetAsideActs.tsx'
import { turn, unlink } from '../editor/acts/fix.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { goTo } from '../editor/ranges.ts'
import { useMarks, useSession } from '../editor/session-context.tsx'
import { useSelected } from '../editor/store.ts'
import { VerdictWord } from '../editor/verdict.tsx'
import { PutBack } from '../trash/PutBack.tsx'
import { QuoteVersion } from '../versions/QuoteVersion.tsx'
import { Peek } from './Peek.tsx'
import { useCited } from './useCited.ts'

/** A quotation in the panel: who, verdict, words and source; open, with its passage. */
export const CitationCard = memo(function CitationCard({
  quotation,
}: {
  readonly quotation: DraftQuotation
}) {
  const session = useSession()
  const open = useSelected(session.open, (now) => now === quotation.id)
  const current = useSelected(session.current, (now) => now === quotation.id)
  const cited = useCited(quotation)
  const { row, place } = quotation
  const marks = useMarks()
  return (
    <div
      className={open ? 'card open' : 'card'}
      data-quotation={quotation.id}
      {...(open || current ? { 'aria-current': true } : {})}
    >
      <span className="no">{number(quotation.number)}</span>
      <div>
        <div className="head">
          <span className="who" dir="auto">
            {cited.speaker ?? t.citations.noSpeaker}
          </span>
          <VerdictWord verdict={row.verdict} />
        </div>
        <button
          type="button"
          className={open ? 'say full' : 'say'}
          aria-expanded={open}
          dir="auto"
          {...(open ? { 'data-first-focus': '' } : {})}
          onClick={() => {
            if (!open && place !== null) goTo(session.editor, place)
            session.open.set(open ? null : quotation.id)
          }}
        >
          {`${marks.open}${row.quotation}${marks.close}`}
        </button>
        <p className="src">
          {cited.place ?? t.citations.noSource}
          {cited.passage !== null && cited.passage.version < cited.passage.versions && (
            <span> · {t.versions.ofVersions(cited.passage.version, cited.passage.versions)}</span>
          )}
        </p>
      </div>
      <PutBack row={row} passage={cited.passage} />
      {open && <Peek quotation={quotation} />}
      {open && place?.kind === 'quote' && cited.passage !== null && (
        <QuoteVersion passage={cited.passage} node={place.key} />
      )}
      {open && row.verdict === 'set-aside' && <SetAsideActs quotation={quotation} />}
      {open && place?.kind === 'quote' && <QuoteActs node={place.key} passage={cited.passage} row={row} />}
    </div>
  )
})

function QuoteActs({
  node,
  passage,
  row,
}: {
  readonly node: string
  readonly passage: Passage | null
  readonly row: CheckedQuotation
}) {
  const { editor, altering } = useSession()
  return (
    <div className="acts">
      <button
        type="button"
        className="btn"
        disabled={!canAlter(passage, row)}
        aria-keyshortcuts="F2"
        onClick={() => altering.set(node)}
      >
        <Icon name="marked" size="s" />
        {t.alter.open}
      </button>
      <button type="button" className="btn" onClick={() => turn(editor, node)}>
        <Icon name="quote" size="s" />
        {isBlock(editor.getElementByKey(node)) ? t.citations.asInline : t.citations.asBlock}
      </button>
      <button type="button" className="btn" onClick={() => unlink(editor, node)}>
        {t.citations.plain}
      </button>
    </div>
  )
}

/** Words of the passage, or marked changes of them. Others are set right first, in the check. */
const canAlter = (passage: Passage | null, { verdict }: CheckedQuotation): boolean =>
  passage !== null &&
  (verdict === 'verbatim' || verdict === 'normalised' || verdict === 'marked' || verdict === 'altered')

const isBlock = (element: HTMLElement | null): boolean => element?.tagName === 'DIV'
