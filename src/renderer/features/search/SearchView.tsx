import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import type { SearchHit } from '../../../shared/contract/library.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { useKept } from '../../app/kept.ts'
import { useLayout } from '../../app/layout.tsx'
import { useLive } from '../../app/live.ts'
import { Panes } from '../../app/Panes.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Filters, type Where } from './Filters.tsx'
import { Results } from './Results.tsx'
import './search.css'

const LIMIT = 200
const PAUSE = 120
const RECENT = 8
const TABLES = ['source', 'version', 'annotation', 'brief']

const NONE: readonly SearchHit[] = []

/** Asked only when the typing pauses. */
async function searched(core: CoreClient, query: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  if (query === '') return NONE
  await new Promise((resolve) => {
    setTimeout(resolve, PAUSE)
  })
  signal.throwIfAborted()
  return core.library.search({ query, limit: LIMIT }, { signal })
}

/** Full text over sources, highlights and briefs. What was found stays, dimmed, until the next answer is there. */
export function SearchView() {
  const { place, replace } = useJourney()
  const query = place.view === 'search' ? place.query : ''
  const [where, setWhere] = useState<Where>({ source: true, annotation: true, brief: true })
  const [recent, setRecent] = useKept('recent-searches', z.array(z.string()), [])
  const wanted = query.trim()
  const found = useLive(`search ${wanted}`, TABLES, (core, signal) => searched(core, wanted, signal))
  const all = found.kind === 'ready' ? found.value : found.kind === 'loading' ? (found.before ?? NONE) : NONE
  const hits = useMemo(() => all.filter(({ kind }) => where[kind]), [all, where])
  const search = (words: string): void => replace({ view: 'search', query: words })
  const remember = (): void => {
    if (wanted !== '') setRecent([wanted, ...recent.filter((each) => each !== wanted)].slice(0, RECENT))
  }
  return (
    <Panes
      list={{
        label: t.search.filters,
        content: <Filters where={where} change={setWhere} hits={all} />,
      }}
      sheet={{
        label: t.search.label,
        content: (
          <>
            <h1 className="vh">{t.search.label}</h1>
            <SearchBar typed={query} type={search} done={remember} />
            {wanted === '' ? (
              <Recent searches={recent} search={search} />
            ) : (
              <Results
                query={wanted}
                hits={hits}
                waiting={found.kind === 'loading'}
                limit={LIMIT}
                fault={found.kind === 'failed' ? found.error : null}
                opened={remember}
              />
            )}
          </>
        ),
      }}
    />
  )
}

function SearchBar({
  typed,
  type,
  done,
}: {
  readonly typed: string
  readonly type: (words: string) => void
  readonly done: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const { list, toggleList } = useLayout()
  useEffect(() => field.current?.focus(), [])
  return (
    <div className="bar sb" role="search">
      {list !== 'beside' && (
        <button
          type="button"
          className="btn icon"
          aria-label={t.search.filters}
          title={t.search.filters}
          aria-expanded={list === 'over'}
          onClick={toggleList}
        >
          <Icon name="filter" />
        </button>
      )}
      <div className="field grow">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          className="bare grow"
          aria-label={t.search.label}
          placeholder={t.search.placeholder}
          value={typed}
          dir="auto"
          data-first-focus
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
            event.preventDefault()
            done()
            document.querySelector<HTMLElement>('.rs .sn')?.focus()
          }}
        />
        {typed !== '' && (
          <Clear
            press={() => {
              type('')
              field.current?.focus()
            }}
          />
        )}
      </div>
    </div>
  )
}

function Clear({ press }: { readonly press: () => void }) {
  return (
    <button type="button" className="btn icon" aria-label={t.search.clear} onClick={press}>
      <Icon name="x" size="s" />
    </button>
  )
}

function Recent({
  searches,
  search,
}: {
  readonly searches: readonly string[]
  readonly search: (words: string) => void
}) {
  return (
    <div className="scroll recent" tabIndex={-1}>
      <p className="sub">{t.search.hint}</p>
      {searches.length > 0 && <h2 className="cap">{t.search.recent}</h2>}
      <ul>
        {searches.map((words) => (
          <li key={words}>
            <button type="button" className="btn ghost" onClick={() => search(words)}>
              <Icon name="history" size="s" />
              <bdi>{words}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
