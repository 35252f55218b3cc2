import { useMemo, type ReactNode } from 'react'
import { COLOURS, type Annotation } from '../../../shared/contract/annotations.ts'
import { t } from '../../app/strings/catalogue.ts'
import { facetsOf, SORTS, type AnnotationFilter } from './annotation-filter.ts'

const STATUSES = ['anchored', 'moved', 'orphaned'] as const satisfies readonly Annotation['status'][]

/** What is listed of annotations, and in which order. */
export function FilterBar({
  annotations,
  filter,
  change,
}: {
  readonly annotations: readonly Annotation[]
  readonly filter: AnnotationFilter
  readonly change: (filter: AnnotationFilter) => void
}) {
  const set = (part: Partial<AnnotationFilter>): void => change({ ...filter, ...part })
  return (
    <div className="filters" role="group" aria-label={t.annotations.filters.label}>
      <input
        type="search"
        className="input"
        aria-label={t.annotations.filters.words}
        placeholder={t.annotations.filters.words}
        value={filter.words}
        onChange={(event) => set({ words: event.target.value })}
      />
      <Facets annotations={annotations} filter={filter} set={set} />
      <Choice
        label={t.annotations.filters.sort}
        value={filter.sort}
        any={null}
        options={SORTS.map((sort) => [sort, t.annotations.sorts[sort]] as const)}
        choose={(sort) => set({ sort: sort ?? 'place' })}
      />
    </div>
  )
}

function Facets({
  annotations,
  filter,
  set,
}: {
  readonly annotations: readonly Annotation[]
  readonly filter: AnnotationFilter
  readonly set: (part: Partial<AnnotationFilter>) => void
}) {
  const { tags, speakers } = useMemo(() => facetsOf(annotations), [annotations])
  const { any } = t.annotations.filters
  return (
    <>
      <Choice
        label={t.annotations.filters.colour}
        value={filter.colour}
        any={any.colour}
        options={COLOURS.map((colour) => [colour, t.highlight.colours[colour]] as const)}
        choose={(colour) => set({ colour })}
      />
      <Choice
        label={t.annotations.filters.tag}
        value={filter.tag}
        any={any.tag}
        options={pairs(tags)}
        choose={(tag) => set({ tag })}
      />
      <Choice
        label={t.annotations.filters.speaker}
        value={filter.speaker}
        any={any.speaker}
        options={pairs(speakers)}
        choose={(speaker) => set({ speaker })}
      />
      <Choice
        label={t.annotations.filters.status}
        value={filter.status}
        any={any.status}
        options={STATUSES.map((status) => [status, t.annotations.statuses[status]] as const)}
        choose={(status) => set({ status })}
      />
    </>
  )
}

const pairs = (names: readonly string[]) => names.map((name) => [name, name] as const)

function Choice<Name extends string>({
  label,
  value,
  any,
  options,
  choose,
}: {
  readonly label: string
  readonly value: Name | null
  /** What stands for no choice; null where there is always one. */
  readonly any: string | null
  readonly options: readonly (readonly [Name, string])[]
  readonly choose: (name: Name | null) => void
}): ReactNode {
  return (
    <select
      className="input"
      aria-label={label}
      title={label}
      value={value ?? ''}
      onChange={({ target }) => choose(options.find(([name]) => name === target.value)?.[0] ?? null)}
    >
      {any !== null && <option value="">{any}</option>}
      {options.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  )
}
