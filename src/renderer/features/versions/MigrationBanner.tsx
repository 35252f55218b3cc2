import type { Source } from '../../../shared/contract/sources.ts'
import { valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { isOpen, sentenceOfMigration, useMigration } from './migration.ts'
import './versions.css'

/** Over the text of a new version, until all was decided: what became of the highlights, and the way to the review. */
export function MigrationBanner({ source }: { readonly source: Source }) {
  const { go } = useJourney()
  const migration = valueOf(useMigration(source.id))
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
