import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { sentenceOf } from '../../app/fault.ts'
import { useLayout } from '../../app/layout.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tabs } from '../../ui/Segments.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { CheckCard } from '../check/CheckCard.tsx'
import type { PlacedCitation } from '../editor/citing.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { matches, needsLook } from '../editor/verdict.tsx'
import { LintSection } from '../lint/LintSection.tsx'
import { CiteCard } from './CiteCard.tsx'
import { InsertBox } from './InsertBox.tsx'
import { BriefOutline } from '../outline/BriefOutline.tsx'
import { CitationCard } from './CitationCard.tsx'
import './citations.css'

type Tab = 'citations' | 'check' | 'outline'

const TAB_LABELS: Readonly<Record<Tab, string>> = {
  citations: t.citations.label,
  check: t.citations.check,
  outline: t.outline.label,
}

/** The tab that was chosen last, for which open card, and after how many calls for the outline. */
interface Choice {
  readonly tab: Tab
  readonly open: string | null
  readonly asked: number
}

const CITATIONS: Choice = { tab: 'citations', open: null, asked: 0 }

/** Beside a brief: its quotations in the order of the draft, and those that need a look with their fixes. */
export function BriefPanel() {
  const session = useSession()
  const { quotations } = useStore(session.checking.checked)
  const open = useStore(session.open)
  const [choice, choose] = useState(CITATIONS)
  const [onlyNeed, setOnlyNeed] = useState(false)
  const panelId = useId()
  const need = quotations.filter(({ row }) => needsLook(row)).length
  const opened = quotations.find(({ id }) => id === open)
  const asked = useStore(session.outlineAsked)
  // A card that needs a look opens in the check, until another tab is chosen for it.
  const isFault = opened !== undefined && needsLook(opened.row) && choice.open !== open
  const isOutline = asked.count !== choice.asked && (asked.open === open || !isFault)
  const tab = isOutline ? 'outline' : isFault ? 'check' : choice.tab
  const setTab = (next: Tab): void => choose({ tab: next, open, asked: asked.count })
  return (
    <>
      <PanelBar
        tab={tab}
        setTab={setTab}
        panelId={panelId}
        need={need}
        onlyNeed={onlyNeed}
        setOnlyNeed={setOnlyNeed}
      />
      <div id={panelId} role="tabpanel" aria-label={TAB_LABELS[tab]} className="panel-body">
        <Failed />
        {tab === 'citations' && <Citations onlyNeed={onlyNeed} />}
        {tab === 'check' && <Check />}
        {tab === 'outline' && <BriefOutline />}
      </div>
    </>
  )
}

function PanelBar({
  tab,
  setTab,
  panelId,
  need,
  onlyNeed,
  setOnlyNeed,
}: {
  readonly tab: Tab
  readonly setTab: (tab: Tab) => void
  readonly panelId: string
  readonly need: number
  readonly onlyNeed: boolean
  readonly setOnlyNeed: (only: boolean) => void
}) {
  const { togglePanel } = useLayout()
  const check = (
    <>
      {t.citations.check} {need > 0 && <span className="num">{number(need)}</span>}
    </>
  )
  return (
    <div className="bar panel-bar">
      <h2 className="vh">{t.citations.label}</h2>
      <Tabs
        label={t.citations.label}
        tabs={[
          { name: 'citations', label: t.citations.label },
          { name: 'check', label: check },
          { name: 'outline', label: t.outline.label },
        ]}
        chosen={tab}
        choose={setTab}
        panelId={panelId}
      />
      <span className="grow" />
      {tab === 'citations' && (
        <button
          type="button"
          className={onlyNeed ? 'btn icon on' : 'btn icon'}
          aria-label={t.citations.need}
          title={t.citations.need}
          aria-pressed={onlyNeed}
          onClick={() => setOnlyNeed(!onlyNeed)}
        >
          <Icon name="filter" />
        </button>
      )}
      <button type="button" className="btn icon" aria-label={t.navigation.hidePanel} onClick={togglePanel}>
        <Icon name="panel" flip />
      </button>
    </div>
  )
}

function Failed() {
  const session = useSession()
  const { failed } = useStore(session.checking.checked)
  if (failed === null) return null
  return (
    <div className="banner" role="alert">
      <Icon name="warn" />
      <p className="grow">
        {t.check.failed} {sentenceOf(failed)}
      </p>
      <button type="button" className="btn" onClick={() => session.checking.now()}>
        {t.common.tryAgain}
      </button>
    </div>
  )
}

/** Follows the caret: the current card comes into sight, without taking the focus. */
function useFollowed(current: string | null) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current === null) return
    const card = list.current?.querySelector(`[data-quotation="${CSS.escape(current)}"]`)
    card?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return list
}

/** What the panel lists, in the order of the draft. */
type Entry =
  | { readonly kind: 'quotation'; readonly at: number; readonly quotation: DraftQuotation }
  | { readonly kind: 'citation'; readonly at: number; readonly citation: PlacedCitation }

const idOf = (entry: Entry): string =>
  entry.kind === 'quotation' ? entry.quotation.id : `cite-${entry.citation.key}`

/** Cards of those in sight only: a long draft has hundreds. The card of the quotation at the caret comes into sight. */
function Citations({ onlyNeed }: { readonly onlyNeed: boolean }) {
  const session = useSession()
  const { quotations, at } = useStore(session.checking.checked)
  const { placed } = useStore(session.citing.cites)
  const current = useStore(session.current)
  const open = useStore(session.open)
  const entries = useMemo((): readonly Entry[] => {
    const quoted = quotations
      .filter(({ row }) => !onlyNeed || needsLook(row))
      .map((quotation): Entry => ({ kind: 'quotation', at: quotation.row.start, quotation }))
    const cited = onlyNeed
      ? []
      : placed.map((citation): Entry => ({ kind: 'citation', at: citation.at, citation }))
    return [...quoted, ...cited].toSorted((one, other) => one.at - other.at)
  }, [quotations, placed, onlyNeed])
  return (
    <>
      <InsertBox />
      {at !== null && entries.length === 0 ? (
        <p className="quiet-note">{quotations.length === 0 ? t.citations.empty : t.citations.noneHere}</p>
      ) : (
        <VirtualList
          items={entries}
          keyOf={idOf}
          estimate={96}
          label={t.citations.label}
          role="list"
          chosen={open ?? current}
          first={open === null}
        >
          {(entry) =>
            entry.kind === 'quotation' ? (
              <CitationCard quotation={entry.quotation} />
            ) : (
              <CiteCard citation={entry.citation} />
            )
          }
        </VirtualList>
      )}
    </>
  )
}

function Check() {
  const session = useSession()
  const { quotations, at } = useStore(session.checking.checked)
  const busy = useStore(session.checking.busy)
  const open = useStore(session.open)
  const list = useFollowed(open)
  const need = quotations.filter(({ row }) => needsLook(row))
  const warned = quotations.filter(({ row }) => !needsLook(row) && row.warnings.length > 0)
  const match = quotations.filter(({ row }) => matches(row)).length
  if (at === null) return busy ? <p className="quiet-note">{t.check.checking}</p> : null
  return (
    <div className="scroll">
      {quotations.length === 0 && <p className="quiet-note">{t.check.none}</p>}
      {quotations.length > 0 && need.length === 0 && (
        <p className="quiet-note v verbatim">
          <Icon name="verbatim" />
          {t.check.well(match, quotations.length)}
        </p>
      )}
      <ol ref={list} className="clip" aria-label={t.citations.check}>
        {[...need, ...warned].map((quotation) => (
          <CheckCard key={quotation.id} quotation={quotation} />
        ))}
      </ol>
      <LintSection />
    </div>
  )
}
