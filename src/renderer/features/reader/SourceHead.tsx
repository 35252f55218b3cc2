import type { Source } from '../../../shared/contract/sources.ts'
import { formatName } from '../../app/strings/formats.ts'
import { t } from '../../app/strings/catalogue.ts'

/** The source's title, and on two lines what is known of it. */
export function SourceHead({
  source,
  paragraphs,
  showDetails,
}: {
  readonly source: Source
  readonly paragraphs: number
  readonly showDetails: () => void
}) {
  const { title, publication, published, authors, citekey, words, format, encoding, versions } = source
  const known = [
    ...authors,
    ...(publication === null ? [] : [publication]),
    ...(published === null ? [] : [published]),
  ]
  return (
    <header>
      <h1 className="src" dir="auto">
        {title}
      </h1>
      <div className="meta">
        <p>
          {known.length > 0 ? known.join(' · ') : t.library.outletUnknown}
          {(publication === null || published === null) && (
            <button type="button" className="btn ghost" onClick={showDetails}>
              {t.reader.addFacts}
            </button>
          )}
        </p>
        <p>
          <bdi className="num">
            {t.reader.facts(citekey, t.counts.paragraphs(paragraphs), t.counts.words(words))}
          </bdi>
          {' · '}
          {t.reader.file(
            format === null ? t.library.noText : formatName(format),
            encoding?.toUpperCase() ?? null,
            versions,
            versions,
          )}
        </p>
      </div>
    </header>
  )
}
