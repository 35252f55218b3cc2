import { useId } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { day } from '../../app/strings/plural.ts'
import './versions.css'

/** In the details of a source that has several versions: each of them, to be read, and the review of the newest. */
export function VersionList({ source }: { readonly source: Source }) {
  const { go } = useJourney()
  const heading = useId()
  const key = `versions ${source.id} ${String(source.versions)}`
  const versions = valueOf(useLive(key, ['version'], (core) => core.sources.versions({ source: source.id })))
  if (versions === null || versions.length < 2) return null
  return (
    <section className="version-list" aria-labelledby={heading}>
      <h2 id={heading}>{t.versions.menu}</h2>
      <ol>
        {versions.toReversed().map(({ number: version, importedAt, words, current }) => (
          <li key={version}>
            <span className="grow">
              {t.versions.entry(version, day(importedAt), t.counts.words(words))}
              {current && <span className="dim"> · {t.versions.current}</span>}
            </span>
            <button
              type="button"
              className="btn"
              aria-label={t.versions.readNamed(version)}
              onClick={() =>
                go({ view: 'sources', source: source.id, at: null, ...(current ? {} : { version }) })
              }
            >
              {t.versions.read}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="btn" onClick={() => go({ view: 'review', source: source.id })}>
        {t.versions.review}
      </button>
    </section>
  )
}
