import type { ComponentType } from 'react'
import type { IconName } from '../ui/icons.tsx'
import { SearchView } from '../features/search/SearchView.tsx'
import { SourcesView } from '../features/library/SourcesView.tsx'
import { SOURCES, type Place, type ViewName } from './place.tsx'
import { t } from './strings/catalogue.ts'

/** A place that the sidebar leads to. Only views that exist are listed; Ctrl+1 … lead to them in this order. */
export interface View {
  readonly name: ViewName
  readonly label: string
  readonly icon: IconName
  readonly place: Place
  readonly Content: ComponentType
  /** The search field leads to it, not an entry. */
  readonly hidden: boolean
}

export const VIEWS: readonly View[] = [
  {
    name: 'sources',
    label: t.navigation.sources,
    icon: 'source',
    place: SOURCES,
    Content: SourcesView,
    hidden: false,
  },
  {
    name: 'search',
    label: t.navigation.search,
    icon: 'search',
    place: { view: 'search', query: '' },
    Content: SearchView,
    hidden: true,
  },
]
