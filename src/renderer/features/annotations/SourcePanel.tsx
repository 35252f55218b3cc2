import { useId } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLayout } from '../../app/layout.tsx'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tabs } from '../../ui/Segments.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { AnnotationActs } from './annotation-keys.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { Uses } from './Uses.tsx'
import type { Work } from './useWork.ts'
import './annotations.css'

export type PanelTab = 'annotations' | 'details' | 'uses'

const CARD = 96

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
  return (
    <>
      <PanelBar count={annotations.length} tab={tab} setTab={setTab} panelId={panelId} />
      <div id={panelId} role="tabpanel" aria-label={LABELS[tab]} className="panel-body">
        {tab === 'details' && <DetailsForm key={source.id} source={source} />}
        {tab === 'annotations' && <Cards annotations={annotations} work={work} goTo={goTo} />}
        {tab === 'uses' && uses.length === 0 && <p className="quiet-note">{t.uses.none}</p>}
        {tab === 'uses' && uses.length > 0 && <Uses uses={uses} />}
      </div>
    </>
  )
}

function Cards({
  annotations,
  work,
  goTo,
}: {
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly goTo: (annotation: Annotation) => void
}) {
  const quoting = useQuoting()
  const { fault } = useMessages()
  const { annotating, focused, uses } = work
  if (annotations.length === 0) return <p className="quiet-note">{t.annotations.none}</p>
  const actsOn = (annotation: Annotation): AnnotationActs => ({
    colour: (colour) => void annotating.update(annotation, { colour }),
    edit: (name) => {
      goTo(annotation)
      work.setField({ annotation: annotation.id, name })
    },
    quote: quoting === null ? null : () => void quoting.quote(annotation).catch(fault),
    remove: () => work.remove(annotation),
  })
  return (
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
          uses={uses.filter((use) => use.annotation === annotation.id)}
          choose={() => goTo(annotation)}
          acts={actsOn(annotation)}
        />
      )}
    </VirtualList>
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
          { name: 'uses', label: t.uses.tab },
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
