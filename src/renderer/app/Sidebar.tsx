import { useAbout } from '../features/about/with-about.tsx'
import { useTrashed } from '../features/trash/useTrashed.ts'
import { useImport } from '../features/import/import-run.tsx'
import { ImportRing } from '../features/import/ImportRing.tsx'
import { shareOf } from '../features/import/progress.ts'
import { LibraryMenu } from '../features/library/LibraryMenu.tsx'
import { MigratingLine } from '../features/versions/MigratingLine.tsx'
import { Icon } from '../ui/Icon.tsx'
import { nameOf } from './keys.ts'
import { libraryName } from './library-name.ts'
import { useLayout } from './layout.tsx'
import { useLive, valueOf } from './live.ts'
import { useJourney } from './place.ts'
import { t } from './strings/catalogue.ts'
import { number } from './strings/plural.ts'
import { useCapabilities } from './surroundings.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import { ENTRIES, type Entry } from './entries.ts'
import './sidebar.css'

/** The way to every view, the library's name, and import. As a rail it keeps the icons. */
export function Sidebar() {
  const { rail, toggleSidebar } = useLayout()
  const label = rail ? t.navigation.showSidebar : t.navigation.hideSidebar
  return (
    <>
      <div className="bar">
        {!rail && <h2>{t.common.product}</h2>}
        {!rail && <span className="grow" />}
        <button type="button" className="btn icon" aria-label={label} title={label} onClick={toggleSidebar}>
          <Icon name="panel" flip />
        </button>
      </div>
      {!rail && <Library />}
      <div className="ways">
        <SearchEntry />
        {ENTRIES.map((entry) => (
          <EntryButton key={entry.name} entry={entry} />
        ))}
        <TrashEntry />
      </div>
      <MigratingLine rail={rail} />
      <Foot />
    </>
  )
}

function Library() {
  const info = valueOf(useLive('info', ['source'], (core) => core.library.info({})))
  return (
    <div className="lib" title={info?.path}>
      <span className="grow">
        <b>{libraryName(info?.path ?? '')}</b>
        <small>{t.navigation.onThisComputer}</small>
      </span>
      <LibraryMenu name={libraryName(info?.path ?? '')} />
    </div>
  )
}

function SearchEntry() {
  const { rail } = useLayout()
  const { place, go } = useJourney()
  const { platform } = useCapabilities()
  const open = (): void => go({ view: 'search', query: '' })
  const current = place.view === 'search' ? ({ 'aria-current': 'page' } as const) : {}
  return (
    <button
      type="button"
      className={rail ? 'nav' : 'field find'}
      aria-label={rail ? t.navigation.search : undefined}
      title={rail ? t.navigation.search : undefined}
      onClick={open}
      {...current}
    >
      <Icon name="search" />
      {!rail && <span className="grow">{t.navigation.search}</span>}
      {!rail && <kbd>{nameOf({ key: 'f', mod: true, shift: true }, platform)}</kbd>}
    </button>
  )
}

function EntryButton({ entry }: { readonly entry: Entry }) {
  const { rail } = useLayout()
  const { place, go } = useJourney()
  const info = valueOf(useLive('info', ['source', 'brief'], (core) => core.library.info({})))
  const counted = entry.name === 'sources' ? info?.counts.sources : undefined
  const here = place.view === entry.name
  return (
    <button
      type="button"
      className="nav"
      title={rail ? entry.label : undefined}
      aria-label={rail ? entry.label : undefined}
      {...(here ? { 'aria-current': 'page' } : {})}
      onClick={() => here || go(entry.place)}
    >
      <Icon name={entry.icon} />
      {!rail && <span className="t">{entry.label}</span>}
      {!rail && counted !== undefined && counted > 0 && <span className="n">{number(counted)}</span>}
    </button>
  )
}

/** The way to the trash, while something is in it or it is being looked at. */
function TrashEntry() {
  const { rail } = useLayout()
  const { place, go } = useJourney()
  const count = valueOf(useTrashed())?.length ?? 0
  const here = place.view === 'trash'
  if (count === 0 && !here) return null
  return (
    <button
      type="button"
      className="nav"
      title={rail ? t.trash.title : undefined}
      aria-label={rail ? t.trash.title : undefined}
      {...(here ? { 'aria-current': 'page' } : {})}
      onClick={() => here || go({ view: 'trash' })}
    >
      <Icon name="trash" />
      {!rail && <span className="t">{t.trash.title}</span>}
      {!rail && count > 0 && <span className="n">{number(count)}</span>}
    </button>
  )
}

function AboutButton() {
  const show = useAbout()
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={t.about.title}
      title={t.about.title}
      onClick={show}
    >
      <Icon name="info" />
    </button>
  )
}

function Foot() {
  const { rail } = useLayout()
  const { platform } = useCapabilities()
  const { show, running, progress } = useImport()
  const label = running ? t.importing.ring(Math.round(shareOf(progress) * 100)) : t.navigation.import
  return (
    <div className="end">
      <button
        type="button"
        className="nav"
        aria-label={rail || running ? label : undefined}
        title={label}
        onClick={show}
      >
        <ImportRing />
        {!rail && <span className="t">{t.navigation.import}</span>}
        {!rail && <kbd className="n">{nameOf({ key: 'o', mod: true }, platform)}</kbd>}
      </button>
      <ThemeMenu />
      <AboutButton />
    </div>
  )
}
