import { useLayoutEffect, useRef } from 'react'
import type { Passage } from '../../../shared/contract/passages.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sentenceOfVerdict } from '../check/sentence.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { LOOKS } from '../editor/verdict.tsx'
import { useCited, useSurroundings, type Surroundings } from './useCited.ts'

/** The passage of a quotation with what stands around it, and the way to it in the reader. */
export function Peek({ quotation }: { readonly quotation: DraftQuotation }) {
  const { passage } = useCited(quotation)
  const found = useSurroundings(passage === null ? quotation.row.found[0] : undefined)
  const shown: Passage | Surroundings | null = passage ?? found
  const { row } = quotation
  return (
    <div className="peek">
      {shown !== null && <PeekText key={`${shown.source} ${String(shown.start)}`} shown={shown} />}
      <p className="note">
        <Icon name={LOOKS[row.verdict].icon} size="s" />
        <span>{sentenceOfVerdict(row)}</span>
      </p>
      {row.warnings.map(({ code, message }) => (
        <p key={code} className="note warned">
          <Icon name="warn" size="s" />
          <span>
            <b>{t.check.warnings[code]}.</b> {message}
          </span>
        </p>
      ))}
    </div>
  )
}

function PeekText({ shown }: { readonly shown: Passage | Surroundings }) {
  const { go } = useJourney()
  const { source, start, end, paragraph, version } = shown
  const text = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const mark = text.current?.querySelector('mark')
    if (text.current === null || mark == null) return
    // The passage, not what stands before it, is what is seen first: a third of the way down.
    text.current.scrollTop = mark.offsetTop - text.current.offsetTop - text.current.clientHeight / 3
  }, [])
  return (
    <>
      <header>
        <Icon name="source" size="s" />
        <span className="grow">{t.citations.source(paragraph)}</span>
        {!('inTrash' in shown && shown.inTrash) && (
          <button
            type="button"
            className="btn ghost"
            aria-label={t.citations.openPassage}
            onClick={() => go({ view: 'sources', source, at: { start, end }, version })}
          >
            {t.citations.open}
            <Icon name="open" size="s" flip />
          </button>
        )}
      </header>
      {/* Long passages scroll, so they take the focus. */}
      <div
        ref={text}
        className="txt"
        dir="auto"
        tabIndex={0}
        role="group"
        aria-label={t.citations.source(paragraph)}
      >
        <span className="away">{shown.before}</span>
        <mark className="blue">{shown.exact}</mark>
        <span className="away">{shown.after}</span>
      </div>
    </>
  )
}
