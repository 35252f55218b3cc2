import { useMemo } from 'react'
import type { SearchHit } from '../../../shared/contract/library.ts'
import { snippetParts } from './marked.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { useJourney, type Place } from '../../app/place.ts'
import { useCore } from '../../app/surroundings.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { groupsOf, type ResultGroup } from './groups.ts'

const SNIPPETS = 3
const RESULT = 110

const ICONS: Readonly<Record<SearchHit['kind'], IconName>> = {
  source: 'source',
  annotation: 'quote',
  brief: 'brief',
}

export function Results({
  query,
  hits,
  waiting,
  limit,
  fault,
  opened,
}: {
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly waiting: boolean
  readonly limit: number
  readonly fault: unknown
  readonly opened: () => void
}) {
  const { replace } = useJourney()
  const groups = useMemo(() => groupsOf(hits), [hits])
  if (fault !== null)
    return (
      <p className="said" role="alert">
        {sentenceOf(fault)}
      </p>
    )
  if (hits.length === 0 && !waiting)
    return (
      <div className="said" role="status">
        <h2>{t.search.none(query)}</h2>
        <p>{t.search.fewer}</p>
        {/["“”«»]/u.test(query) && (
          <button
            type="button"
            className="btn l"
            onClick={() => replace({ view: 'search', query: query.replaceAll(/["“”«»]/gu, '') })}
          >
            {t.search.withoutMarks}
          </button>
        )}
      </div>
    )
  return (
    <>
      <p className="cnt" role="status">
        <b>{hits.length >= limit ? t.search.atLeast(hits.length) : t.search.passages(hits.length)}</b>{' '}
        {t.search.results(groups.length)}
      </p>
      <div className={waiting ? 'rl waiting' : 'rl'}>
        <VirtualList
          items={groups}
          keyOf={(group) => group.key}
          estimate={RESULT}
          label={t.search.label}
          role="list"
        >
          {(group) => <Result group={group} query={query} opened={opened} />}
        </VirtualList>
      </div>
    </>
  )
}

function Result({
  group: { first, hits },
  query,
  opened,
}: {
  readonly group: ResultGroup
  readonly query: string
  readonly opened: () => void
}) {
  const open = useOpen(opened)
  return (
    <div className="rs">
      <h2 className="rh">
        <Icon name={ICONS[first.kind]} />
        <button type="button" className="link" onClick={() => open(first)} dir="auto">
          {first.title}
        </button>
        <span className="dim">{first.citekey ?? t.search.kinds[first.kind]}</span>
      </h2>
      {hits.slice(0, SNIPPETS).map((hit) => (
        <button
          key={`${String(hit.start)}-${String(hit.end)}`}
          type="button"
          className="sn"
          dir="auto"
          onClick={() => open(hit)}
        >
          {snippetParts(hit.snippet, query).map(({ text, hit: isHit, at }) =>
            isHit ? (
              <mark key={at} className="yellow">
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </button>
      ))}
      {hits.length > SNIPPETS && <p className="dim more">{t.search.more(hits.length - SNIPPETS)}</p>}
    </div>
  )
}

/** A passage of a source or a brief opens there; a highlight opens its source at the highlight. */
function useOpen(opened: () => void): (hit: SearchHit) => void {
  const core = useCore()
  const { go } = useJourney()
  const { fault } = useMessages()
  const openAnnotation = async (wanted: string): Promise<void> => {
    const annotation = (await core.annotations.list({})).find(({ id }) => id === wanted)
    if (annotation === undefined) return
    const { source, start, end } = annotation
    go(start === null || end === null ? { view: 'sources', source, at: null } : at(source, start, end))
  }
  return (hit) => {
    opened()
    switch (hit.kind) {
      case 'source':
        return go(at(hit.id, hit.start, hit.end))
      case 'annotation':
        return void openAnnotation(hit.id).catch(fault)
      case 'brief':
        return go({ view: 'briefs', brief: hit.id, at: { start: hit.start, end: hit.end } })
    }
  }
}

const at = (source: string, start: number, end: number): Place => ({
  view: 'sources',
  source,
  at: { start, end },
})
