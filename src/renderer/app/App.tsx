import { useMemo, type ReactNode } from 'react'
import { WithAbout } from '../features/about/with-about.tsx'
import { WithBriefs } from '../features/briefs/with-briefs.tsx'
import { DropFrame } from '../features/import/DropFrame.tsx'
import { ImportDialog } from '../features/import/ImportDialog.tsx'
import { WithImport } from '../features/import/import-run.tsx'
import { WithTrash } from '../features/trash/with-trash.tsx'
import { WithMigrating } from '../features/versions/migrating.tsx'
import { WithBriefActs } from './brief-acts.tsx'
import { WithChanges } from './changes.tsx'
import { useFocusOnTheWay } from './focus.ts'
import { Keys } from './Keys.tsx'
import { useLeaving } from './leaving.ts'
import { useLayout, WithLayout } from './layout.tsx'
import { WithMessages } from './messages.tsx'
import { Desk, WithSidebar } from './Panes.tsx'
import { useJourney } from './place.ts'
import { SheetContext, type SheetPlace } from './sheet.ts'
import { t } from './strings/catalogue.ts'
import { useTransportState, WithCore, WithTransport } from './surroundings.tsx'
import { WithTheme } from './theme.tsx'
import type { Transport } from './transport/transport.ts'
import { TabStrip } from './TabStrip.tsx'
import { InTab, useMiddlePress, useTabs, WithTabs } from './with-tabs.tsx'
import { WithType } from './type.tsx'
import { Unopened, UnopenedBeneath } from './Unopened.tsx'
import { VIEWS } from './views.ts'
import { WithLeaving } from './WithLeaving.tsx'

/** The whole window, over whatever leads to a core. */
export function App({ transport }: { readonly transport: Transport }) {
  return (
    <WithTransport transport={transport}>
      <WithTheme>
        <WithType>
          <WithAbout>
            <WithLeaving>
              <Library />
            </WithLeaving>
          </WithAbout>
        </WithType>
      </WithTheme>
    </WithTransport>
  )
}

/**
 * What was on screen stays there while a core that ended is started again; where that fails, for as long as it holds
 * words that are stored nowhere else.
 */
function Library() {
  const { core } = useTransportState()
  const leaving = useLeaving()
  if (core.kind === 'opening') return <Opening />
  if (core.kind === 'unopened' && (core.client === null || leaving.unstored().length === 0))
    return <Unopened message={core.message} />
  if (core.client === null) return null
  return (
    <WithCore client={core.client}>
      <WithChanges>
        <WithTabs>
          <WithLayout>
            <WithMessages>
              <WithMigrating>
                <WithImport>
                  <Keys />
                  <WithBriefs>
                    <WithTrash>
                      <WithBriefActs>
                        <Content />
                      </WithBriefActs>
                    </WithTrash>
                  </WithBriefs>
                  <ImportDialog />
                  <DropFrame />
                  <Lost lost={core.kind === 'lost'} />
                  {core.kind === 'unopened' && <UnopenedBeneath message={core.message} />}
                </WithImport>
              </WithMigrating>
            </WithMessages>
          </WithLayout>
        </WithTabs>
      </WithChanges>
    </WithCore>
  )
}

/** Nothing is shown for the blink that opening takes. */
function Opening() {
  return <main className="window opening" aria-label={t.common.loading} aria-busy="true" />
}

function Content() {
  const { tabs } = useTabs()
  const { sheets } = useLayout()
  useFocusOnTheWay()
  useMiddlePress()
  const shown = sheets === 2 ? tabs.shown : [tabs.current]
  return (
    <WithSidebar>
      <Desk sheets={sheets} strip={tabs.all.length > 1 ? <TabStrip /> : null}>
        {shown.map((id, at) => (
          <InTab key={id} id={id}>
            <InSheet id={id} at={at}>
              <Shown />
            </InSheet>
          </InTab>
        ))}
      </Desk>
    </WithSidebar>
  )
}

function InSheet({
  id,
  at,
  children,
}: {
  readonly id: number
  readonly at: number
  readonly children: ReactNode
}) {
  const { tabs, take } = useTabs()
  const isCurrent = id === tabs.current
  const sheet = useMemo(
    (): SheetPlace => ({ isCurrent, at, enter: () => isCurrent || take({ do: 'choose', tab: id }) }),
    [isCurrent, at, take, id],
  )
  return <SheetContext value={sheet}>{children}</SheetContext>
}

function Shown() {
  const { place } = useJourney()
  const View = VIEWS[place.view]
  return <View />
}

/** Said, and shown at the window's foot, for as long as the core is away. */
function Lost({ lost }: { readonly lost: boolean }) {
  return (
    <div className="lost" role="status" data-lost={lost}>
      {lost ? t.connection.restarting : ''}
    </div>
  )
}
