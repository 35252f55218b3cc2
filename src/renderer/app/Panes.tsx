import type { CSSProperties, ReactNode } from 'react'
import { Splitter } from '../ui/Splitter.tsx'
import { useLayout, WIDTHS, type Layout } from './layout.tsx'
import { Sidebar } from './Sidebar.tsx'
import { t } from './strings/catalogue.ts'

export interface Pane {
  readonly label: string
  readonly content: ReactNode
}

interface PanesProps {
  readonly list?: Pane | null
  readonly sheet: Pane
  readonly panel?: Pane | null
}

/** The sidebar, which stays while views come and go: a press that a change of view falls into still reaches it. */
export function WithSidebar({ children }: { readonly children: ReactNode }) {
  const layout = useLayout()
  return (
    <div className="window" style={{ '--side': sidebarWidth(layout) } as CSSProperties}>
      <nav
        aria-label={t.navigation.label}
        className={layout.rail ? 'pane side rail' : 'pane side'}
        data-pane="sidebar"
      >
        <Sidebar />
        {!layout.rail && <Edge pane="sidebar" />}
      </nav>
      {children}
    </div>
  )
}

/**
 * A view's panes beside the sidebar: a list, the sheet, a panel. A pane that the view has not is not there; one that
 * has no room lies over the sheet as a drawer, which Escape closes.
 */
export function Panes({ list = null, sheet, panel = null }: PanesProps) {
  const layout = useLayout()
  const shown = {
    list: list === null ? 'closed' : layout.list,
    panel: panel === null ? 'closed' : layout.panel,
  } as const
  const over = shown.list === 'over' || shown.panel === 'over'
  return (
    <div
      className="panes"
      style={{ '--cols': columnsOf(layout, shown) } as CSSProperties}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && over && !event.defaultPrevented) layout.closeDrawers()
      }}
    >
      {list !== null && shown.list !== 'closed' && (
        <section
          className={shown.list === 'over' ? 'pane drawer' : 'pane'}
          style={
            { '--drawer-start': sidebarWidth(layout), ...drawerWidth(layout.widths.list) } as CSSProperties
          }
          aria-label={list.label}
          data-pane="list"
        >
          {list.content}
          {shown.list === 'beside' && <Edge pane="list" />}
        </section>
      )}
      <main className="pane paper" aria-label={sheet.label} data-pane="sheet">
        {sheet.content}
      </main>
      {panel !== null && shown.panel !== 'closed' && (
        <aside
          className={shown.panel === 'over' ? 'pane drawer end' : 'pane'}
          style={drawerWidth(layout.widths.panel)}
          aria-label={panel.label}
          data-pane="panel"
        >
          {shown.panel === 'beside' && <Edge pane="panel" />}
          {panel.content}
        </aside>
      )}
    </div>
  )
}

const drawerWidth = (width: number): CSSProperties =>
  ({ '--drawer-width': `${String(width)}px` }) as CSSProperties

const sidebarWidth = ({ rail, widths }: Layout): string =>
  rail ? 'var(--w-rail)' : `${String(widths.sidebar)}px`

/** The panel gives way in a narrow window, so that the sheet keeps its least width. */
function columnsOf(layout: Layout, shown: Pick<Layout, 'list' | 'panel'>): string {
  return [
    ...(shown.list === 'beside' ? [`${String(layout.widths.list)}px`] : []),
    'minmax(0, 1fr)',
    ...(shown.panel === 'beside' ? [`min(${String(layout.widths.panel)}px, 34vw)`] : []),
  ].join(' ')
}

function Edge({ pane }: { readonly pane: 'sidebar' | 'list' | 'panel' }) {
  const { widths, resize } = useLayout()
  return (
    <Splitter
      label={t.navigation.widthOf[pane]}
      width={widths[pane]}
      {...WIDTHS[pane]}
      side={pane === 'panel' ? 'after' : 'before'}
      resize={(width) => resize(pane, width)}
    />
  )
}
