import type { Migration } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMigrating } from './migrating.tsx'
import { isOpen, sentenceOfMigration, useMigration } from './migration.ts'
import './versions.css'

/** Over the text of a new version, until all was decided: what became of the highlights, and the way to the review. */
export function MigrationBanner({ source }: { readonly source: Source }) {
  const { go } = useJourney()
  const migration = valueOf(useMigration(source.id))
  if (migration !== null && migration.waiting > 0) return <Waiting migration={migration} />
  if (migration === null || !migration.annotations.some(isOpen)) return null
  return (
    <div className="banner version-banner" role="status">
      <Icon name="warn" />
      <p className="grow">{sentenceOfMigration(migration)}</p>
      <button type="button" className="btn" onClick={() => go({ view: 'review', source: source.id })}>
        {t.versions.review}
      </button>
    </div>
  )
}

/** While highlights are looked for nothing is told of those that were found: the review is of all. */
function Waiting({ migration }: { readonly migration: Migration }) {
  const { stopped, goOn } = useMigrating()
  return (
    <div className="banner version-banner" role="status">
      <Icon name="warn" />
      <p className="grow">{sentenceOfMigration(migration)}</p>
      {stopped && (
        <button type="button" className="btn" onClick={goOn}>
          {t.versions.goOn}
        </button>
      )}
    </div>
  )
}
