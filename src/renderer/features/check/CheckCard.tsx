import { useEffect, useRef, type KeyboardEvent } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import { Peek } from '../citations/Peek.tsx'
import { useCited } from '../citations/useCited.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { goTo } from '../editor/ranges.ts'
import { useMarks, useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { LOOKS, VerdictWord } from '../editor/verdict.tsx'
import { PutBack } from '../trash/PutBack.tsx'
import { QuoteVersion } from '../versions/QuoteVersion.tsx'
import { Diff } from './Diff.tsx'
import { sentenceOfVerdict } from './sentence.ts'
import { useFixes, type Fix } from './useFixes.ts'
import './check.css'

/** A quotation that needs a look: both sides, why, and what can be done about it. */
export function CheckCard({ quotation }: { readonly quotation: DraftQuotation }) {
  const session = useSession()
  const open = useStore(session.open) === quotation.id
  const cited = useCited(quotation)
  const heading = useRef<HTMLButtonElement>(null)
  const { row, place } = quotation
  const marks = useMarks()
  const { fixes, preview } = useFixes(quotation)
  useEffect(() => {
    if (open && document.activeElement?.closest('[data-pane="panel"]') != null) heading.current?.focus()
  }, [open])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const fix = fixes.find(({ key }) => key === event.key.toLowerCase())
    if (fix === undefined || fix.off !== null) return
    event.preventDefault()
    fix.run()
  }
  return (
    <li
      className={open ? 'card qc open' : 'card qc'}
      data-quotation={quotation.id}
      onKeyDown={onKeyDown}
      {...(open ? { 'aria-current': true } : {})}
    >
      <span className="no">{number(quotation.number)}</span>
      <div>
        <div className="head">
          <VerdictWord verdict={row.verdict} tint />
          <span className="who" dir="auto">
            {cited.speaker ?? t.citations.noSpeaker}
          </span>
        </div>
        <button
          ref={heading}
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
        <p className="src">{cited.place ?? t.citations.noSource}</p>
      </div>
      <PutBack row={row} passage={cited.passage} />
      {open && place?.kind === 'quote' && cited.passage !== null && (
        <QuoteVersion passage={cited.passage} node={place.key} />
      )}
      {open && <Opened quotation={quotation} fixes={fixes} preview={preview} />}
    </li>
  )
}

function Opened({
  quotation,
  fixes,
  preview,
}: {
  readonly quotation: DraftQuotation
  readonly fixes: readonly Fix[]
  readonly preview: string | null
}) {
  const { row } = quotation
  const marks = useMarks()
  return (
    <div className="fix">
      {row.diff.length > 0 && row.verdict === 'altered' ? (
        <Why quotation={quotation} />
      ) : (
        <Peek quotation={quotation} />
      )}
      <Fixes fixes={fixes} />
      {preview !== null && (
        <p className="prev" dir="auto">
          <span className="dim">{t.check.marked}</span> {`${marks.open}${preview}${marks.close}`}
        </p>
      )}
    </div>
  )
}

function Why({ quotation: { row } }: { readonly quotation: DraftQuotation }) {
  return (
    <>
      <p className="why">
        <Icon name={LOOKS[row.verdict].icon} size="s" />
        <span>{sentenceOfVerdict(row)}</span>
      </p>
      <Diff row={row} />
      {row.warnings.map(({ code, message }) => (
        <p key={code} className="why warned">
          <Icon name="warn" size="s" />
          <span>
            <b>{t.check.warnings[code]}.</b> {message}
          </span>
        </p>
      ))}
    </>
  )
}

const ICONS: Readonly<Record<Fix['name'], IconName>> = {
  restore: 'undo',
  mark: 'marked',
  link: 'link',
  aside: 'setaside',
  cite: 'link',
}

function Fixes({ fixes }: { readonly fixes: readonly Fix[] }) {
  const first = fixes.find(({ off }) => off === null)
  return (
    <div className="acts">
      {fixes.map((fix) => (
        <button
          key={fix.name}
          type="button"
          className={fix === first ? 'btn primary' : 'btn'}
          disabled={fix.off !== null}
          title={fix.off ?? undefined}
          aria-keyshortcuts={fix.key === 'enter' ? 'Enter' : fix.key.toUpperCase()}
          onClick={fix.run}
        >
          <Icon name={ICONS[fix.name]} size="s" />
          {t.check[fix.name]}
          {fix.key !== 'enter' && <kbd>{fix.key.toUpperCase()}</kbd>}
        </button>
      ))}
      {fixes
        .filter(({ off }) => off !== null)
        .map(({ name, off }) => (
          <p key={name} className="off">
            {t.check.offBecause(t.check[name], off ?? '')}
          </p>
        ))}
    </div>
  )
}
