import { useDeferredValue, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { EVERYTHING, passing, type AnnotationFilter } from './annotation-filter.ts'
import { AnnotationCard, type CardActs } from './AnnotationCard.tsx'
import { Attaching } from './Attaching.tsx'
import { dragHighlight } from './put-clip.ts'
import { FilterBar } from './FilterBar.tsx'
import type { Work } from './useWork.ts'

const CARD = 96

interface Props {
  readonly source: Source
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly goTo: (annotation: Annotation) => void
  /** Null while the list is not filtered. */
  readonly filter: AnnotationFilter | null
  readonly setFilter: (filter: AnnotationFilter) => void
}

const keyOf = ({ id }: Annotation): string => id

/** A source's highlights, filtered and in the order asked for; those picked become one. */
export function Cards({ source, annotations, work, goTo, filter, setFilter }: Props) {
  const { focused, uses } = work
  const asked = useDeferredValue(filter)
  const listed = useMemo(() => passing(annotations, asked ?? EVERYTHING), [annotations, asked])
  const [picked, setPicked] = useState<ReadonlySet<string>>(NONE)
  const [ledTo, setLedTo] = useState<string | null>(null)
  const actsOn = useCardActs({ listed, work, goTo, setLedTo })
  if (annotations.length === 0) return <p className="quiet-note">{t.annotations.none}</p>
  const chosen = listed.filter(({ id }) => picked.has(id))
  return (
    <>
      {filter !== null && <FilterBar annotations={annotations} filter={filter} change={setFilter} />}
      {chosen.length > 0 && <Picked chosen={chosen} work={work} clear={() => setPicked(NONE)} />}
      {listed.length === 0 && <p className="quiet-note">{t.annotations.nonePass}</p>}
      <VirtualList
        items={listed}
        keyOf={keyOf}
        estimate={CARD}
        label={t.annotations.label}
        role="list"
        chosen={focused}
      >
        {(annotation) => (
          <AnnotationCard
            annotation={annotation}
            drag={dragHighlight(source, annotation)}
            current={annotation.id === focused}
            hasFocus={annotation.id === ledTo}
            uses={uses.filter((use) => use.annotation === annotation.id)}
            acts={actsOn(annotation)}
            picked={{
              is: picked.has(annotation.id),
              set: (is) => setPicked((before) => withMember(before, annotation.id, is)),
            }}
          >
            {annotation.status === 'orphaned' && <Attaching annotation={annotation} work={work} />}
          </AnnotationCard>
        )}
      </VirtualList>
    </>
  )
}

const NONE: ReadonlySet<string> = new Set()

function withMember(members: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const others = [...members].filter((each) => each !== member)
  return new Set(isIn ? [...others, member] : others)
}

function useCardActs({
  listed,
  work,
  goTo,
  setLedTo,
}: {
  readonly listed: readonly Annotation[]
  readonly work: Work
  readonly goTo: (annotation: Annotation) => void
  readonly setLedTo: (annotation: string | null) => void
}): (annotation: Annotation) => CardActs {
  const quoting = useQuoting()
  const { fault } = useMessages()
  const { annotating } = work
  return (annotation) => ({
    choose: () => {
      setLedTo(null)
      goTo(annotation)
    },
    next: (step) => {
      const to = listed[listed.findIndex(({ id }) => id === annotation.id) + step]
      if (to === undefined) return
      setLedTo(to.id)
      goTo(to)
    },
    colour: (colour) => void annotating.update(annotation, { colour }),
    edit: (name) => {
      goTo(annotation)
      work.setField({ annotation: annotation.id, name })
    },
    quote: quoting === null ? null : () => void quoting.quote(annotation).catch(fault),
    remove: () => work.remove(annotation),
  })
}

/** What can be done with several highlights. */
function Picked({
  chosen,
  work,
  clear,
}: {
  readonly chosen: readonly Annotation[]
  readonly work: Work
  readonly clear: () => void
}) {
  const merge = async (): Promise<void> => {
    const merged = await work.annotating.merge(chosen.map(({ id }) => id))
    if (merged === null) return
    clear()
    work.focus(merged.id)
  }
  return (
    <div className="picked" role="group" aria-label={t.annotations.picked(chosen.length)}>
      <span className="grow">{t.annotations.picked(chosen.length)}</span>
      <button type="button" className="btn" disabled={chosen.length < 2} onClick={() => void merge()}>
        {t.annotations.merge}
      </button>
      <button type="button" className="btn ghost" onClick={clear}>
        {t.annotations.clearPicked}
      </button>
    </div>
  )
}
