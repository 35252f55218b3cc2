import type { CSSProperties, ReactNode } from 'react'
import { Splitter } from '../ui/Splitter.tsx'
import { WIDTHS, useLayout } from './layout.tsx'
import { Sidebar } from './Sidebar.tsx'
import { t } from './strings/catalogue.ts'

interface Pane {
  readonly label: string
  readonly content: ReactNode
}

/**
 * A view's panes beside the sidebar: a list, the sheet, a panel. A pane that the view has not is not there; one that
 * has no room lies over the sheet as a drawer, which Escape closes.
 */
export function Panes({
  list = null,
  sheet,
  panel = null,
}: {
  readonly list?: Pane | null
  readonly sheet: Pane
  readonly panel?: Pane | null
}) {
  const layout = useLayout()
  const { widths, resize } = layout
  const listShown = list === null ? 'closed' : layout.list
  const panelShown = panel === null ? 'closed' : layout.panel
  const sidebarWidth = layout.rail ? 'var(--w-rail)' : `${String(widths.sidebar)}px`
  const columns = [
    sidebarWidth,
    ...(listShown === 'beside' ? [`${String(widths.list)}px`] : []),
    'minmax(0, 1fr)',
    ...(panelShown === 'beside' ? [`min(${String(widths.panel)}px, 34vw)`] : []),
  ]
  const over = listShown === 'over' || panelShown === 'over'
  return (
    <div
      className="window"
      style={{ '--cols': columns.join(' ') } as CSSProperties}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && over && !event.defaultPrevented) layout.closeDrawers()
      }}
    >
      <div className={layout.rail ? 'pane side rail' : 'pane side'} data-pane="sidebar">
        <Sidebar />
        {!layout.rail && (
          <Splitter
            label={t.navigation.widthOf.sidebar}
            width={widths.sidebar}
            {...WIDTHS.sidebar}
            side="before"
            resize={(width) => resize('sidebar', width)}
          />
        )}
      </div>
      {list !== null && listShown !== 'closed' && (
        <section
          className={listShown === 'over' ? 'pane drawer' : 'pane'}
          style={
            { '--drawer-start': sidebarWidth, '--drawer-width': `${String(widths.list)}px` } as CSSProperties
          }
          aria-label={list.label}
          data-pane="list"
        >
          {list.content}
          {listShown === 'beside' && (
            <Splitter
              label={t.navigation.widthOf.list}
              width={widths.list}
              {...WIDTHS.list}
              side="before"
              resize={(width) => resize('list', width)}
            />
          )}
        </section>
      )}
      <main className="pane paper" aria-label={sheet.label} data-pane="sheet">
        {sheet.content}
      </main>
      {panel !== null && panelShown !== 'closed' && (
        <aside
          className={panelShown === 'over' ? 'pane drawer end' : 'pane'}
          style={{ '--drawer-width': `${String(widths.panel)}px` } as CSSProperties}
          aria-label={panel.label}
          data-pane="panel"
        >
          {panelShown === 'beside' && (
            <Splitter
              label={t.navigation.widthOf.panel}
              width={widths.panel}
              {...WIDTHS.panel}
              side="after"
              resize={(width) => resize('panel', width)}
            />
          )}
          {panel.content}
        </aside>
      )}
    </div>
  )
}
