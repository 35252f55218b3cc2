import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useBriefs } from '../features/briefs/with-briefs.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.tsx'
import { useLive, valueOf } from './live.ts'
import type { Place } from './place.ts'
import { carryPlace, useSpring } from './carried.ts'
import { t } from './strings/catalogue.ts'
import { tabOf, type Tab } from './tabs.ts'
import { useTabs } from './with-tabs.tsx'
import './tab-strip.css'

/** What is open, over the sheets, where it is more than one thing. Arrows go from tab to tab, Delete closes one. */
export function TabStrip() {
  const { tabs, take } = useTabs()
  const strip = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  useEffect(() => {
    // The keys of the strip lead to another tab: the focus stays in the strip.
    if (focused > 0) strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }, [focused])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key]
    if (by === undefined && event.key !== 'Delete') return
    event.preventDefault()
    const at = tabs.all.findIndex(({ id }) => id === tabs.current)
    if (by === undefined) take({ do: 'close', tab: tabs.current })
    else if (event.shiftKey) take({ do: 'move', tab: tabs.current, to: Math.max(0, at + by) })
    else take({ do: 'turn', by: by === 1 ? 1 : -1 })
    setFocused((count) => count + 1)
  }
  return (
    <nav className="tab-strip" aria-label={t.tabs.label}>
      <div ref={strip} role="tablist" aria-label={t.tabs.label} onKeyDown={onKeyDown}>
        {tabs.all.map((tab, at) => (
          <TabButton key={tab.id} tab={tab} at={at} />
        ))}
      </div>
    </nav>
  )
}

const ICONS: Readonly<Record<Place['view'], IconName>> = {
  sources: 'source',
  briefs: 'brief',
  annotations: 'quote',
  search: 'search',
  trash: 'trash',
  review: 'history',
}

const showInStrip = (tab: HTMLElement | null): void =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

function TabButton({ tab, at }: { readonly tab: Tab; readonly at: number }) {
  const { tabs, take } = useTabs()
  const title = useTitleOf(tab.now)
  const isCurrent = tab.id === tabs.current
  const spring = useSpring(() => take({ do: 'choose', tab: tab.id }))
  const drag = useTabDrag(tab, at)
  return (
    <div
      {...(isCurrent ? { ref: showInStrip } : {})}
      role="tab"
      className="tab"
      aria-selected={isCurrent}
      aria-label={t.tabs.name(title, t.tabs.kinds[tab.now.view])}
      data-shown={tabs.shown.includes(tab.id)}
      tabIndex={isCurrent ? 0 : -1}
      title={title}
      onClick={() => take({ do: 'choose', tab: tab.id })}
      onAuxClick={() => take({ do: 'close', tab: tab.id })}
      {...drag}
      {...spring}
    >
      <Icon name={ICONS[tab.now.view]} size="s" />
      <bdi className="t">{title}</bdi>
      {/* For the pointer; Delete, and Ctrl+W, are the keys. */}
      <span
        className="shut"
        aria-hidden="true"
        title={t.tabs.close}
        onClick={(event) => {
          event.stopPropagation()
          take({ do: 'close', tab: tab.id })
        }}
      >
        <Icon name="x" size="s" />
      </span>
    </div>
  )
}

const TAB = 'application/x-verbatim-tab'

const isTab = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(TAB)

/** A tab is dragged to another place in the strip, or to the edge of a sheet. */
function useTabDrag(tab: Tab, at: number) {
  const { tabs, take } = useTabs()
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TAB, String(tab.id))
      carryPlace(event, tab.now)
    },
    onDragOver: (event: DragEvent) => {
      if (isTab(event)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      const id = Number(event.dataTransfer.getData(TAB))
      if (!isTab(event) || !tabs.all.some((each) => each.id === id)) return
      event.preventDefault()
      take({ do: 'move', tab: tabOf(tabs, id).id, to: at })
    },
  }
}

function useTitleOf(place: Place): string {
  const { list } = useBriefs()
  const source = place.view === 'sources' || place.view === 'review' ? place.source : null
  const found = useLive(`title ${source ?? ''}`, ['source'], async (core) =>
    source === null ? null : (await core.sources.get({ source })).title,
  )
  switch (place.view) {
    case 'sources':
      return valueOf(found) ?? t.library.title
    case 'review':
      return valueOf(found) ?? t.versions.title
    case 'briefs': {
      const brief = valueOf(list)?.find(({ id }) => id === place.brief)
      return brief === undefined ? t.briefs.title : brief.title === '' ? t.briefs.untitled : brief.title
    }
    case 'annotations':
      return t.annotations.allTitle
    case 'search':
      return place.query === '' ? t.navigation.search : place.query
    case 'trash':
      return t.trash.title
  }
}
