import type { Source } from '../../../shared/contract/sources.ts'

export const SORTS = ['newest', 'title', 'date', 'highlighted'] as const
export type Sort = (typeof SORTS)[number]

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Sources in an order; `highlights` counts those of each source by its id. Ties are settled by the time of import. */
export function sorted(
  sources: readonly Source[],
  sort: Sort,
  highlights: ReadonlyMap<string, number>,
): readonly Source[] {
  return sources.toSorted((a, b) => compare(a, b, sort, highlights) || newer(a, b))
}

const newer = (a: Source, b: Source): number =>
  a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : 0

function compare(a: Source, b: Source, sort: Sort, highlights: ReadonlyMap<string, number>): number {
  switch (sort) {
    case 'newest':
      return 0
    case 'title':
      return collator.compare(a.title, b.title)
    case 'date':
      return (b.published ?? '').localeCompare(a.published ?? '')
    case 'highlighted':
      return (highlights.get(b.id) ?? 0) - (highlights.get(a.id) ?? 0)
  }
}
