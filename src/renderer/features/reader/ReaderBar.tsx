import type { ReactNode } from 'react'
import { useLayout } from '../../app/layout.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.tsx'
import { VIEW_KEY } from './useReaderView.ts'
import type { ReaderView } from './reading-memory.ts'

/** The way back and forward, the source's title, how it is shown, and the panes that can be hidden. */
export function ReaderBar({
  title,
  view,
  children,
}: {
  readonly title: string
  /** Null where there is only the text. */
  readonly view: { readonly chosen: ReaderView; readonly choose: (view: ReaderView) => void } | null
  /** What else there is to press, before the panel's own button. */
  readonly children?: ReactNode
}) {
  const { back, forward } = useJourney()
  const { list, panel, toggleList, togglePanel } = useLayout()
  return (
    <div className="bar">
      <BarButton
        icon="list"
        label={list === 'closed' ? t.navigation.showList : t.navigation.hideList}
        expanded={list !== 'closed'}
        className={list === 'beside' ? 'btn icon' : 'btn icon on'}
        run={toggleList}
      />
      <BarButton icon="left" label={t.common.back} run={back} />
      <BarButton icon="right" label={t.common.forward} run={forward} />
      <h2 className="crumbs" title={title}>
        <span className="dim crumb">{t.navigation.sources}&ensp;/&ensp;</span>
        <bdi>{title}</bdi>
      </h2>
      <span className="grow" />
      {view !== null && (
        <Choice
          label={t.reader.shownAs}
          title={t.reader.switchBy(VIEW_KEY)}
          choices={VIEWS.map((name) => ({ name, label: t.reader.views[name] }))}
          {...view}
        />
      )}
      {children}
      {panel !== 'beside' && (
        <BarButton
          icon="panel"
          label={t.navigation.showPanel}
          expanded={panel !== 'closed'}
          run={togglePanel}
        />
      )}
    </div>
  )
}

export function BarButton({
  icon,
  label,
  keyName,
  expanded,
  className = 'btn icon',
  run,
}: {
  readonly icon: IconName
  readonly label: string
  /** The key that does the same, as it is shown. */
  readonly keyName?: string
  readonly expanded?: boolean
  readonly className?: string
  /** Null while it cannot be done. */
  readonly run: (() => void) | null
}) {
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={keyName === undefined ? label : `${label} (${keyName})`}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      disabled={run === null}
      onClick={() => run?.()}
    >
      <Icon name={icon} flip={icon === 'left' || icon === 'right' || icon === 'panel'} />
    </button>
  )
}

const VIEWS: readonly ReaderView[] = ['text', 'original']
