import { useId, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLayout } from '../../app/layout.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tabs } from '../../ui/Segments.tsx'
import { CitingBriefs } from '../trash/CitingBriefs.tsx'
import { EVERYTHING, type AnnotationFilter } from './annotation-filter.ts'
import { Cards } from './Cards.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { Uses } from './Uses.tsx'
import { InAndOut } from './InAndOut.tsx'
import type { Work } from './useWork.ts'
import './annotations.css'

export type PanelTab = 'annotations' | 'details' | 'uses'

const LABELS: Readonly<Record<PanelTab, string>> = {
  annotations: t.annotations.label,
  details: t.annotations.details,
  uses: t.uses.tab,
}

/** Beside a source: its highlights in the order of the text, and what is known of it. */
export function SourcePanel({
  source,
  annotations,
  work,
  tab,
  setTab,
  goTo,
}: {
  readonly source: Source
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly tab: PanelTab
  readonly setTab: (tab: PanelTab) => void
  readonly goTo: (annotation: Annotation) => void
}) {
  const panelId = useId()
  const { uses } = work
  const [filter, setFilter] = useState<AnnotationFilter | null>(null)
  return (
    <>
      <PanelBar
        source={source}
        count={annotations.length}
        tab={tab}
        setTab={setTab}
        panelId={panelId}
        filtering={filter !== null}
        toggleFilter={() => setFilter(filter === null ? EVERYTHING : null)}
      />
      <div id={panelId} role="tabpanel" aria-label={LABELS[tab]} className="panel-body">
        {tab === 'details' && <DetailsForm key={source.id} source={source} />}
        {tab === 'annotations' && (
          <Cards
            source={source}
            annotations={annotations}
            work={work}
            goTo={goTo}
            filter={filter}
            setFilter={setFilter}
          />
        )}
        {tab === 'uses' && uses.length === 0 && <p className="quiet-note">{t.uses.none}</p>}
        {tab === 'uses' && uses.length > 0 && <Uses uses={uses} />}
        {tab === 'uses' && <CitingBriefs source={source.id} />}
      </div>
    </>
  )
}

function PanelBar({
  source,
  count,
  tab,
  setTab,
  panelId,
  filtering,
  toggleFilter,
}: {
  readonly source: Source
  readonly count: number
  readonly tab: PanelTab
  readonly setTab: (tab: PanelTab) => void
  readonly panelId: string
  readonly filtering: boolean
  readonly toggleFilter: () => void
}) {
  const { togglePanel } = useLayout()
  return (
    <div className="bar">
      <Tabs
        label={t.annotations.label}
        tabs={[
          { name: 'annotations', label: <AnnotationsLabel count={count} /> },
          { name: 'details', label: t.annotations.details },
          { name: 'uses', label: t.uses.tab },
        ]}
        chosen={tab}
        choose={setTab}
        panelId={panelId}
      />
      <span className="grow" />
      {tab === 'annotations' && <InAndOut source={source} />}
      {tab === 'annotations' && (
        <button
          type="button"
          className={filtering ? 'btn icon on' : 'btn icon'}
          aria-label={t.annotations.filters.label}
          title={t.annotations.filters.label}
          aria-pressed={filtering}
          onClick={toggleFilter}
        >
          <Icon name="filter" />
        </button>
      )}
      <button
        type="button"
        className="btn icon"
        aria-label={t.navigation.hidePanel}
        title={t.navigation.hidePanel}
        onClick={togglePanel}
      >
        <Icon name="panel" flip />
      </button>
    </div>
  )
}

function AnnotationsLabel({ count }: { readonly count: number }) {
  return (
    <>
      {t.annotations.label} {count > 0 && <span className="num">{number(count)}</span>}
    </>
  )
}
