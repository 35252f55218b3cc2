import { useDeferredValue, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { Panes } from '../../app/Panes.tsx'
import { useJourney } from '../../app/place.ts'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { useTitle } from '../../app/title.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { inTextOrder, useAnnotating } from './annotating.ts'
import { EVERYTHING, passing, type AnnotationFilter } from './annotation-filter.ts'
import { AnnotationCard, type CardActs } from './AnnotationCard.tsx'
import { dragHighlight } from './put-clip.ts'
import { FilterBar } from './FilterBar.tsx'
import { InAndOut } from './InAndOut.tsx'
import './annotations.css'

const CARD = 110
const TABLES = ['annotation', 'annotation_tag', 'anchor', 'anchoring', 'attribution', 'version', 'source']

/** Every highlight of the library, over all its sources. */
export function AnnotationsView() {
  const asked = useLive('annotations', TABLES, (core) => core.annotations.list({}))
  const sources = valueOf(useLive('sources', ['source', 'version'], (core) => core.sources.list({})))
  const titles = useMemo(() => new Map(sources?.map((source) => [source.id, source])), [sources])
  const annotations = useMemo(
    () => (asked.kind === 'ready' ? inOrder(asked.value, titles) : null),
    [asked, titles],
  )
  useTitle(t.annotations.allTitle)
  return (
    <Panes
      sheet={{
        label: t.annotations.allTitle,
        content: (
          <>
            <div className="bar">
              <h1>{t.annotations.allTitle}</h1>
              {annotations !== null && <span className="num">{number(annotations.length)}</span>}
              <span className="grow" />
              <InAndOut source={null} />
            </div>
            {asked.kind === 'failed' && (
              <div className="said" role="alert">
                <p>{sentenceOf(asked.error)}</p>
                <button type="button" className="btn l primary" onClick={asked.again}>
                  {t.common.tryAgain}
                </button>
              </div>
            )}
            {annotations !== null && <All annotations={annotations} titles={titles} />}
          </>
        ),
      }}
    />
  )
}

/** By the title of their source, then by place. */
function inOrder(
  annotations: readonly Annotation[],
  titles: ReadonlyMap<string, Source>,
): readonly Annotation[] {
  const order = new Map(
    [...titles.values()]
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .map(({ id }, index) => [id, index] as const),
  )
  const at = ({ source }: Annotation): number => order.get(source) ?? order.size
  return inTextOrder(annotations).toSorted((a, b) => at(a) - at(b))
}

const keyOf = ({ id }: Annotation): string => id

function All({
  annotations,
  titles,
}: {
  readonly annotations: readonly Annotation[]
  readonly titles: ReadonlyMap<string, Source>
}) {
  const [filter, setFilter] = useState<AnnotationFilter>(EVERYTHING)
  const asked = useDeferredValue(filter)
  const listed = useMemo(() => passing(annotations, asked), [annotations, asked])
  const [ledTo, setLedTo] = useState<string | null>(null)
  const actsOn = useActs(listed, setLedTo)
  if (annotations.length === 0) return <p className="said">{t.annotations.noneAtAll}</p>
  return (
    <div className="all-annotations">
      <FilterBar annotations={annotations} filter={filter} change={setFilter} />
      {listed.length === 0 && <p className="quiet-note">{t.annotations.nonePass}</p>}
      <VirtualList
        items={listed}
        keyOf={keyOf}
        estimate={CARD}
        label={t.annotations.allTitle}
        role="list"
        chosen={ledTo}
      >
        {(annotation) => (
          <AnnotationCard
            annotation={annotation}
            drag={dragHighlight(titles.get(annotation.source), annotation)}
            current={annotation.id === ledTo}
            hasFocus={annotation.id === ledTo}
            uses={[]}
            acts={actsOn(annotation)}
            head={<p className="from">{titles.get(annotation.source)?.title ?? ''}</p>}
          />
        )}
      </VirtualList>
    </div>
  )
}

function useActs(
  listed: readonly Annotation[],
  setLedTo: (annotation: string | null) => void,
): (annotation: Annotation) => CardActs {
  const { go } = useJourney()
  const quoting = useQuoting()
  const { say, fault } = useMessages()
  const annotating = useAnnotating(null)
  const choose = ({ source, start, end }: Annotation): void =>
    go({ view: 'sources', source, at: start === null || end === null ? null : { start, end } })
  const remove = async (annotation: Annotation): Promise<void> => {
    if ((await annotating.remove(annotation, false)) !== 'quoted') return
    // Beside its source stands which briefs quote it.
    choose(annotation)
    say(t.annotations.quotedThere)
  }
  return (annotation) => ({
    choose: () => choose(annotation),
    next: (step) => {
      const to = listed[listed.findIndex(({ id }) => id === annotation.id) + step]
      if (to !== undefined) setLedTo(to.id)
    },
    colour: (colour) => void annotating.update(annotation, { colour }),
    edit: () => choose(annotation),
    quote: quoting === null ? null : () => void quoting.quote(annotation).catch(fault),
    remove: () => void remove(annotation),
  })
}
