import type { ComponentType } from 'react'
import { AnnotationsView } from '../features/annotations/AnnotationsView.tsx'
import { BriefsView } from '../features/briefs/BriefsView.tsx'
import { SourcesView } from '../features/library/SourcesView.tsx'
import { SearchView } from '../features/search/SearchView.tsx'
import { TrashView } from '../features/trash/TrashView.tsx'
import { ReviewView } from '../features/versions/ReviewView.tsx'
import type { ViewName } from './place.ts'

/** What is drawn for each view; each draws its own panes. */
export const VIEWS: Readonly<Record<ViewName, ComponentType>> = {
  sources: SourcesView,
  briefs: BriefsView,
  annotations: AnnotationsView,
  search: SearchView,
  trash: TrashView,
  review: ReviewView,
}
