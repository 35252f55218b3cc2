import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLayout } from '../../app/layout.tsx'
import { useLive, type Live } from '../../app/live.ts'
import { Panes } from '../../app/Panes.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { useTitle } from '../../app/title.ts'
import { inTextOrder } from '../annotations/annotating.ts'
import { HighlightImpact } from '../annotations/HighlightImpact.tsx'
import { SourcePanel, type PanelTab } from '../annotations/SourcePanel.tsx'
import { useWork } from '../annotations/useWork.ts'
import { Reader } from '../reader/Reader.tsx'
import { SourceList } from './SourceList.tsx'
import { Start } from './Start.tsx'

const SOURCE_TABLES = ['source', 'version', 'source_author', 'source_tag', 'story_said']
const ANNOTATION_TABLES = ['annotation', 'annotation_tag', 'anchor', 'anchoring', 'attribution', 'version']
const NONE: readonly Annotation[] = []

/** The library's sources, the one that is read, and its highlights. */
export function SourcesView() {
  const sources = useLive('sources', SOURCE_TABLES, (core) => core.sources.list({}))
  const annotations = useLive('annotations', ANNOTATION_TABLES, (core) => core.annotations.list({}))
  const bySource = useMemo(() => grouped(annotations), [annotations])
  if (sources.kind !== 'ready') return <Waiting sources={sources} />
  if (sources.value.length === 0) return <Panes sheet={{ label: t.library.title, content: <Start /> }} />
  return <Library sources={sources.value} annotations={bySource} />
}

function Library({
  sources,
  annotations,
}: {
  readonly sources: readonly Source[]
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
}) {
  const { place, replace, isElsewhere } = useJourney()
  const wanted = place.view === 'sources' ? place.source : null
  const source = sources.find(({ id }) => id === wanted) ?? null
  const first = sources.find(({ id }) => !isElsewhere({ view: 'sources', source: id, at: null }))?.id
  useEffect(() => {
    // The newest source is open until one is chosen; so it is when the chosen one is gone.
    if (source === null && first !== undefined) replace({ view: 'sources', source: first, at: null })
  }, [source, first, replace])
  const list = {
    label: t.library.title,
    content: <SourceList sources={sources} annotations={annotations} chosen={source?.id ?? null} />,
  }
  if (source === null)
    return (
      <Panes
        list={list}
        sheet={{ label: t.reader.label, content: <p className="said">{t.library.choose}</p> }}
      />
    )
  return <Open source={source} annotations={annotations.get(source.id) ?? NONE} list={list} />
}

function Open({
  source,
  annotations,
  list,
}: {
  readonly source: Source
  readonly annotations: readonly Annotation[]
  readonly list: { readonly label: string; readonly content: React.ReactNode }
}) {
  const { replace } = useJourney()
  const { panel, togglePanel } = useLayout()
  const work = useWork(source.id)
  const { focus } = work
  const [tab, setTab] = useState<PanelTab>('annotations')
  useTitle(source.title)
  const goTo = useCallback(
    ({ id, start, end }: Annotation): void => {
      focus(id)
      if (start !== null && end !== null) replace({ view: 'sources', source: source.id, at: { start, end } })
    },
    [replace, focus, source.id],
  )
  const showDetails = (): void => {
    setTab('details')
    if (panel === 'closed') togglePanel()
  }
  return (
    <>
      <Panes
        list={list}
        sheet={{
          label: t.reader.label,
          content: (
            <Reader
              key={source.id}
              source={source}
              annotations={annotations}
              work={work}
              showDetails={showDetails}
            />
          ),
        }}
        panel={{
          label: t.annotations.label,
          content: (
            <SourcePanel
              source={source}
              annotations={annotations}
              work={work}
              tab={tab}
              setTab={setTab}
              goTo={goTo}
            />
          ),
        }}
      />
      <HighlightImpact work={work} />
    </>
  )
}

function Waiting({ sources }: { readonly sources: Exclude<Live<unknown>, { kind: 'ready' }> }) {
  const { shell } = useCapabilities()
  const content =
    sources.kind === 'loading' ? (
      <div className="skeleton" role="status" aria-busy="true" aria-label={t.common.loading}>
        {Array.from({ length: 8 }, (_, row) => (
          <i key={row} />
        ))}
      </div>
    ) : (
      <div className="said" role="alert">
        <h2>{t.library.notRead}</h2>
        <p>{sentenceOf(sources.error)}</p>
        <div className="acts">
          <button type="button" className="btn l primary" onClick={sources.again}>
            {t.common.tryAgain}
          </button>
          {shell !== null && (
            <button type="button" className="btn l" onClick={() => void shell.chooseLibrary({})}>
              {t.connection.chooseLibrary}
            </button>
          )}
        </div>
      </div>
    )
  return <Panes sheet={{ label: t.library.title, content }} />
}

/** Each source's highlights in the order of the text. */
function grouped(live: Live<readonly Annotation[]>): ReadonlyMap<string, readonly Annotation[]> {
  const groups = new Map<string, Annotation[]>()
  for (const annotation of live.kind === 'ready' ? live.value : []) {
    const group = groups.get(annotation.source)
    if (group === undefined) groups.set(annotation.source, [annotation])
    else group.push(annotation)
  }
  return new Map(Array.from(groups, ([source, group]) => [source, inTextOrder(group)] as const))
}
