import { createContext, useContext, useMemo, useSyncExternalStore, useState, type ReactNode } from 'react'
import { z } from 'zod'
import { useKept } from './kept.ts'
import { useTabs } from './with-tabs.tsx'

/** Widths in pixels and what the user closed; the window's own width decides the rest. */
const Kept = z.object({
  sidebar: z.number(),
  list: z.number(),
  panel: z.number(),
  narrowSidebar: z.boolean(),
  listClosed: z.boolean(),
  panelClosed: z.boolean(),
})
type Kept = z.infer<typeof Kept>

export const WIDTHS = {
  sidebar: { least: 180, usual: 212, most: 300 },
  list: { least: 220, usual: 276, most: 400 },
  panel: { least: 320, usual: 372, most: 520 },
} as const

const USUAL: Kept = {
  sidebar: WIDTHS.sidebar.usual,
  list: WIDTHS.list.usual,
  panel: WIDTHS.panel.usual,
  narrowSidebar: false,
  listClosed: false,
  panelClosed: false,
}

/** Below these widths of the window a pane gives way; see ui.md, 2. */
const RAIL_BELOW = 1100
const LIST_DRAWER_BELOW = 1280
const PANEL_DRAWER_BELOW = 900
/** From this width on two sheets stand side by side; below the next one the sidebar makes room for them. */
const TWO_FROM = 1680
const TWO_AND_SIDEBAR_FROM = 1900

export interface Layout {
  readonly widths: Pick<Kept, 'sidebar' | 'list' | 'panel'>
  readonly rail: boolean
  /** How many sheets are in sight, and whether there is room for two. */
  readonly sheets: 1 | 2
  readonly hasRoomForTwo: boolean
  /** Whether the pane stands beside the sheet, lies over it, or is closed. */
  readonly list: 'beside' | 'over' | 'closed'
  readonly panel: 'beside' | 'over' | 'closed'
  readonly resize: (pane: 'sidebar' | 'list' | 'panel', width: number) => void
  readonly toggleSidebar: () => void
  readonly toggleList: () => void
  readonly togglePanel: () => void
  /** Closes what lies over the sheet. */
  readonly closeDrawers: () => void
}

const LayoutContext = createContext<Layout | null>(null)

export function useLayout(): Layout {
  const layout = useContext(LayoutContext)
  if (layout === null) throw new Error('The window has no layout here.')
  return layout
}

const windowWidth = (): number => window.innerWidth

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

type Drawer = 'list' | 'panel' | null

export function WithLayout({ children }: { readonly children: ReactNode }) {
  const [kept, keep] = useKept('layout', Kept, USUAL)
  const [drawer, setDrawer] = useState<Drawer>(null)
  const width = useSyncExternalStore(onResize, windowWidth)
  const { shown } = useTabs().tabs
  const isTwo = shown.length === 2 && width >= TWO_FROM
  const layout = useMemo((): Layout => {
    const listOver = width < LIST_DRAWER_BELOW
    const panelOver = width < PANEL_DRAWER_BELOW
    const stateOf = (name: 'list' | 'panel', over: boolean, closed: boolean): Layout['list'] => {
      if (over) return drawer === name ? 'over' : 'closed'
      return closed ? 'closed' : 'beside'
    }
    const toggle = (name: 'list' | 'panel', over: boolean, key: 'listClosed' | 'panelClosed') => (): void => {
      if (over) setDrawer(drawer === name ? null : name)
      else keep({ ...kept, [key]: !kept[key] })
    }
    return {
      widths: kept,
      rail: width < (isTwo ? TWO_AND_SIDEBAR_FROM : RAIL_BELOW) || kept.narrowSidebar,
      sheets: isTwo ? 2 : 1,
      hasRoomForTwo: width >= TWO_FROM,
      list: stateOf('list', listOver, kept.listClosed),
      panel: stateOf('panel', panelOver, kept.panelClosed),
      resize: (pane, next) => keep({ ...kept, [pane]: next }),
      toggleSidebar: () => keep({ ...kept, narrowSidebar: !kept.narrowSidebar }),
      toggleList: toggle('list', listOver, 'listClosed'),
      togglePanel: toggle('panel', panelOver, 'panelClosed'),
      closeDrawers: () => setDrawer(null),
    }
  }, [kept, keep, drawer, width, isTwo])
  return <LayoutContext value={layout}>{children}</LayoutContext>
}
