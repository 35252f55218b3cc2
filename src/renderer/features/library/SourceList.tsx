import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { z } from 'zod'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { focusSheet } from '../../app/focus.ts'
import { useKept } from '../../app/kept.ts'
import { useLayout } from '../../app/layout.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useImport } from '../import/import-run.tsx'
import { RemoveButton, isRemoving } from '../trash/RemoveButton.tsx'
import { useTrash } from '../trash/with-trash.tsx'
import { SORTS, sorted, type Sort } from './sort.ts'
import { SourceRow } from './SourceRow.tsx'
import './library.css'

const ROW = 75
const PAGE = 8
const TYPING_PAUSE = 800
const NONE: readonly Annotation[] = []

interface SourceListProps {
  readonly sources: readonly Source[]
  /** Each source's highlights, by its id. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
  readonly chosen: string | null
}

const keyOf = ({ id }: Source): string => id

/** All sources of the library. Arrow keys move the choice, letters jump to a title. */
export function SourceList({ sources, annotations, chosen }: SourceListProps) {
  const { closeDrawers } = useLayout()
  const [sort, setSort] = useKept<Sort>('sort', z.enum(SORTS), 'newest')
  const rows = useMemo(() => {
    const counts = new Map(Array.from(annotations, ([id, each]) => [id, each.length] as const))
    return sorted(sources, sort, counts)
  }, [sources, annotations, sort])
  const choose = useChoose(chosen)
  const { removeSource } = useTrash()
  const at = rows.findIndex(({ id }) => id === chosen)
  const remove = (): void => {
    const source = rows[at]
    if (source !== undefined) removeSource(source, () => choose(rows[at + 1] ?? rows[at - 1]))
  }
  const onKeyDown = useListKeys(rows, chosen, choose, remove)
  return (
    <>
      <ListBar count={sources.length} sort={sort} setSort={setSort}>
        <RemoveButton title={rows[at]?.title ?? null} remove={remove} />
      </ListBar>
      <VirtualList
        items={rows}
        keyOf={keyOf}
        estimate={ROW}
        label={t.library.list(sources.length)}
        role="listbox"
        chosen={chosen}
        onKeyDown={onKeyDown}
      >
        {(source) => (
          <SourceRow
            source={source}
            annotations={annotations.get(source.id) ?? NONE}
            chosen={source.id === chosen}
            choose={() => {
              choose(source, 'visit')
              closeDrawers()
            }}
          />
        )}
      </VirtualList>
    </>
  )
}

/** A source that is only passed on the way through the list is no visit. */
type Choose = (source: Source | undefined, how?: 'visit') => void

function useChoose(chosen: string | null): Choose {
  const { go, replace, place } = useJourney()
  return (source, how) => {
    if (source === undefined || source.id === chosen) return
    const next = { view: 'sources', source: source.id, at: null } as const
    // Moving through the list is no journey; choosing in it, or leaving another view, is.
    if (place.view === 'sources' && how !== 'visit') replace(next)
    else go(next)
  }
}

function useListKeys(rows: readonly Source[], chosen: string | null, choose: Choose, remove: () => void) {
  const { closeDrawers } = useLayout()
  const typed = useTyping()
  return (event: KeyboardEvent): void => {
    // What is held with a key makes it another one, of the window or the reader.
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = target(
      event.key,
      rows.findIndex(({ id }) => id === chosen),
      rows.length,
    )
    if (to !== null) {
      event.preventDefault()
      choose(rows[to])
    } else if (isRemoving(event)) {
      event.preventDefault()
      remove()
    } else if (event.key === 'Enter') {
      closeDrawers()
      focusSheet()
    } else if (event.key.length === 1) {
      const start = typed(event.key)
      choose(rows.find(({ title }) => title.toLowerCase().startsWith(start)))
    }
  }
}

function ListBar({
  count,
  sort,
  setSort,
  children,
}: {
  readonly count: number
  readonly sort: Sort
  readonly setSort: (sort: Sort) => void
  readonly children: ReactNode
}) {
  const { show } = useImport()
  return (
    <div className="bar">
      <h2>{t.library.title}</h2>
      <span className="dim num">{number(count)}</span>
      <span className="grow" />
      {children}
      <SortChoice sort={sort} setSort={setSort} />
      <button
        type="button"
        className="btn icon"
        aria-label={t.navigation.import}
        title={t.navigation.import}
        onClick={show}
      >
        <Icon name="plus" />
      </button>
    </div>
  )
}

function SortChoice({ sort, setSort }: { readonly sort: Sort; readonly setSort: (sort: Sort) => void }) {
  return (
    <span className="btn icon sort">
      <Icon name="sort" />
      <select
        aria-label={t.library.sort.label}
        title={t.library.sort[sort]}
        value={sort}
        onChange={(event) => {
          const next = SORTS.find((each) => each === event.target.value)
          if (next !== undefined) setSort(next)
        }}
      >
        {SORTS.map((each) => (
          <option key={each} value={each}>
            {t.library.sort[each]}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Which row a key leads to; null for a key that moves nothing. */
function target(key: string, at: number, count: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1)
}

/** What has been typed without a pause, in lower case. */
function useTyping(): (letter: string) => string {
  const state = useRef({ text: '', at: 0 })
  return (letter) => {
    const now = performance.now()
    const before = now - state.current.at < TYPING_PAUSE ? state.current.text : ''
    state.current = { text: before + letter.toLowerCase(), at: now }
    return state.current.text
  }
}
