import type { IconName } from '../ui/icons.tsx'
import { ANNOTATIONS, BRIEFS, SOURCES, type Place, type ViewName } from './place.ts'
import { t } from './strings/catalogue.ts'

/** A way from the sidebar to a view. Ctrl+1 … lead to them in this order; only views that exist are here. */
export interface Entry {
  readonly name: ViewName
  readonly label: string
  readonly icon: IconName
  readonly place: Place
}

export const ENTRIES: readonly Entry[] = [
  { name: 'sources', label: t.navigation.sources, icon: 'source', place: SOURCES },
  { name: 'briefs', label: t.briefs.title, icon: 'brief', place: BRIEFS },
  { name: 'annotations', label: t.annotations.allTitle, icon: 'note', place: ANNOTATIONS },
]
