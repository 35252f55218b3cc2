import type { Migration } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { Panes } from '../../app/Panes.tsx'
import { useMessages } from '../../app/messages.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useTitle } from '../../app/title.ts'
import { Icon } from '../../ui/Icon.tsx'
import { HighlightImpact } from '../annotations/HighlightImpact.tsx'
import { useWork } from '../annotations/useWork.ts'
import { CitingBriefs } from '../trash/CitingBriefs.tsx'
import { ChangedPassages } from './ChangedPassages.tsx'
import { isOpen, sentenceOfMigration, useMigration } from './migration.ts'
import { ReviewCard } from './ReviewCard.tsx'
import { useSettling } from './useSettling.ts'
import './versions.css'

/** What a new version did to a source's highlights, to be decided one by one, and what the source changed. */
export function ReviewView() {
  const { place } = useJourney()
  const id = place.view === 'review' ? place.source : ''
  const source = useLive(`source ${id}`, ['source', 'version'], (core) => core.sources.get({ source: id }))
  const migration = useMigration(id)
  useTitle(t.versions.title)
  const failed = source.kind === 'failed' ? source : migration.kind === 'failed' ? migration : null
  const known = valueOf(source)
  const told = valueOf(migration)
  const content = (
    <>
      <ReviewBar source={id} title={known?.title ?? ''} />
      {failed !== null && (
        <div className="said" role="alert">
          <p>{sentenceOf(failed.error)}</p>
          <button type="button" className="btn l primary" onClick={failed.again}>
            {t.common.tryAgain}
          </button>
        </div>
      )}
      {failed === null && known !== null && told !== null && (
        <Review key={`${id} ${String(told.version)}`} source={known} migration={told} />
      )}
    </>
  )
  return <Panes sheet={{ label: t.versions.title, content }} />
}

function ReviewBar({ source, title }: { readonly source: string; readonly title: string }) {
  const { go } = useJourney()
  return (
    <div className="bar">
      <button
        type="button"
        className="btn icon"
        aria-label={t.versions.back}
        title={t.versions.back}
        data-first-focus
        onClick={() => go({ view: 'sources', source, at: null })}
      >
        <Icon name="left" flip />
      </button>
      <h2 className="crumbs" title={title}>
        <span className="dim crumb">{t.versions.label}&ensp;/&ensp;</span>
        <bdi>{title}</bdi>
      </h2>
    </div>
  )
}

function Review({ source, migration }: { readonly source: Source; readonly migration: Migration }) {
  const { version, before, annotations, waiting } = migration
  const settle = useSettling()
  const work = useWork(source.id)
  const core = useCore()
  const { fault } = useMessages()
  const changed = annotations.filter(({ outcome }) => outcome !== 'stayed')
  const stayed = annotations.filter((each) => each.outcome === 'stayed' && isOpen(each))
  const letGo = async (id: string): Promise<void> => {
    const listed = await core.annotations.list({ source: source.id })
    const annotation = listed.find((each) => each.id === id)
    if (annotation !== undefined) work.remove(annotation)
  }
  return (
    <div className="scroll" tabIndex={-1}>
      <div className="sheet review">
        <h1 className="src">{t.versions.title}</h1>
        <p className="meta">{sentenceOfMigration(migration)}</p>
        {stayed.length > 0 && (
          <button
            type="button"
            className="btn l"
            onClick={() =>
              settle(
                { decision: 'take', annotations: stayed.map(({ annotation }) => annotation) },
                t.versions.took(stayed.length),
              )
            }
          >
            {t.versions.takeStayed(stayed.length)}
          </button>
        )}
        <h2>{t.versions.highlights}</h2>
        {changed.length === 0 && waiting === 0 && <p className="dim">{t.versions.none}</p>}
        {changed.length > 0 && !annotations.some(isOpen) && <p className="dim">{t.versions.allDecided}</p>}
        <ol className="decisions" aria-label={t.versions.highlights}>
          {changed.map((migrated) => (
            <ReviewCard
              key={migrated.annotation}
              source={source.id}
              version={version}
              migrated={migrated}
              letGo={() => void letGo(migrated.annotation).catch(fault)}
            />
          ))}
        </ol>
        <h2>{t.versions.source}</h2>
        {before !== null && (
          <ChangedPassages source={source.id} from={before} to={version} annotations={annotations} />
        )}
        <CitingBriefs source={source.id} />
      </div>
      <HighlightImpact work={work} />
    </div>
  )
}
