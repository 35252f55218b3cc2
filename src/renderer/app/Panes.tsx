import type { CSSProperties, ReactNode } from 'react'
import { Splitter } from '../ui/Splitter.tsx'
import { useSheet } from './sheet.ts'
import { useEdgeDrop } from './useEdgeDrop.ts'
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

/** Where views draw their panes: one sheet or two, each with its list and panel while it is worked in. */
export function Desk({
  sheets,
  strip,
  children,
}: {
  readonly sheets: 1 | 2
  readonly strip: ReactNode
  readonly children: ReactNode
}) {
  const layout = useLayout()
  return (
    <div
      className="panes"
      data-sheets={sheets}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) layout.closeDrawers()
      }}
    >
      {strip}
      {children}
    </div>
  )
}

/**
 * A view's panes beside the sidebar: a list, the sheet, a panel. A pane that the view has not is not there; one that
 * has no room lies over the sheet as a drawer, which Escape closes. Of two sheets the one that is worked in has them.
 */
export function Panes({ list = null, sheet, panel = null }: PanesProps) {
  const layout = useLayout()
  const { isCurrent } = useSheet()
  const shown = {
    list: list === null || !isCurrent ? 'closed' : layout.list,
    panel: panel === null || !isCurrent ? 'closed' : layout.panel,
  } as const
  return (
    <>
      {list !== null && shown.list !== 'closed' && (
        <section
          className={shown.list === 'over' ? 'pane drawer' : 'pane list'}
          style={{ '--drawer-start': sidebarWidth(layout), ...widthOf(layout.widths.list) } as CSSProperties}
          aria-label={list.label}
          data-pane="list"
        >
          {list.content}
          {shown.list === 'beside' && <Edge pane="list" />}
        </section>
      )}
      <SheetPane {...sheet} />
      {panel !== null && shown.panel !== 'closed' && (
        <aside
          className={shown.panel === 'over' ? 'pane drawer end' : 'pane panel'}
          style={widthOf(layout.widths.panel)}
          aria-label={panel.label}
          data-pane="panel"
        >
          {shown.panel === 'beside' && <Edge pane="panel" />}
          {panel.content}
        </aside>
      )}
    </>
  )
}

/** The focus, or a press, makes a sheet the one that is worked in; it stays the same element, so that nothing is lost. */
function SheetPane({ label, content }: Pane) {
  const { isCurrent, at, enter } = useSheet()
  const { edge, ...drop } = useEdgeDrop(enter)
  return (
    <section
      className="pane paper"
      {...(isCurrent ? { role: 'main' } : {})}
      aria-label={label}
      data-pane={isCurrent ? 'sheet' : 'other-sheet'}
      style={at < 0 ? {} : { gridColumnStart: at + 2 }}
      onFocusCapture={enter}
      onPointerDownCapture={enter}
      {...drop}
    >
      {content}
      {edge !== null && <div className={`edge-drop ${edge}`} />}
    </section>
  )
}

const widthOf = (width: number): CSSProperties => ({ '--pane-width': `${String(width)}px` }) as CSSProperties

const sidebarWidth = ({ rail, widths }: Layout): string =>
  rail ? 'var(--w-rail)' : `${String(widths.sidebar)}px`

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
