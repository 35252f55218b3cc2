import { useId } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLayout } from '../../app/layout.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tabs } from '../../ui/Segments.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { AnnotationCard } from './AnnotationCard.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import './annotations.css'

export type PanelTab = 'annotations' | 'details'

const CARD = 96

/** Beside a source: its highlights in the order of the text, and what is known of it. */
export function SourcePanel({
  source,
  annotations,
  focused,
  tab,
  setTab,
  goTo,
}: {
  readonly source: Source
  readonly annotations: readonly Annotation[]
  readonly focused: string | null
  readonly tab: PanelTab
  readonly setTab: (tab: PanelTab) => void
  readonly goTo: (annotation: Annotation) => void
}) {
  const panelId = useId()
  return (
    <>
      <PanelBar count={annotations.length} tab={tab} setTab={setTab} panelId={panelId} />
      <div
        id={panelId}
        role="tabpanel"
        aria-label={t.annotations[tab === 'annotations' ? 'label' : 'details']}
        className="panel-body"
      >
        {tab === 'details' && <DetailsForm key={source.id} source={source} />}
        {tab === 'annotations' && annotations.length === 0 && (
          <p className="quiet-note">{t.annotations.none}</p>
        )}
        {tab === 'annotations' && annotations.length > 0 && (
          <VirtualList
            items={annotations}
            keyOf={(annotation) => annotation.id}
            estimate={CARD}
            label={t.annotations.label}
            role="list"
            chosen={focused}
          >
            {(annotation) => (
              <AnnotationCard
                annotation={annotation}
                current={annotation.id === focused}
                choose={() => goTo(annotation)}
              />
            )}
          </VirtualList>
        )}
      </div>
    </>
  )
}

function PanelBar({
  count,
  tab,
  setTab,
  panelId,
}: {
  readonly count: number
  readonly tab: PanelTab
  readonly setTab: (tab: PanelTab) => void
  readonly panelId: string
}) {
  const { togglePanel } = useLayout()
  return (
    <div className="bar">
      <Tabs
        label={t.annotations.label}
        tabs={[
          { name: 'annotations', label: <AnnotationsLabel count={count} /> },
          { name: 'details', label: t.annotations.details },
        ]}
        chosen={tab}
        choose={setTab}
        panelId={panelId}
      />
      <span className="grow" />
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
