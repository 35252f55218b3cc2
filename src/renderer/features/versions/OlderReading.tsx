import { useMemo, useRef } from 'react'
import type { Source, SourceImage } from '../../../shared/contract/sources.ts'
import type { Document } from '../../../shared/document/document.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DocumentView } from '../reader/DocumentView.tsx'
import type { Drawing } from '../reader/Inlines.tsx'
import { Pieces } from '../reader/pieces.ts'
import { useJump } from '../reader/useJump.ts'
import { useTextDom } from '../reader/useTextDom.ts'
import './versions.css'

/** An older version of a source, to read and not to mark: its offsets are not those of the newest one. */
export function OlderReading({ source, version }: { readonly source: Source; readonly version: number }) {
  const { replace } = useJourney()
  const asked = useLive(`document ${source.id} ${String(version)} older`, ['version'], async (core) => {
    const [{ document }, images] = await Promise.all([
      core.sources.document({ source: source.id, version }),
      core.sources.images({ source: source.id, version }),
    ])
    return { document: document as Document, images }
  })
  return (
    <>
      <div className="banner version-banner" role="status">
        <Icon name="warn" />
        <p className="grow">{t.versions.reading(version, source.versions)}</p>
        <button
          type="button"
          className="btn"
          onClick={() => replace({ view: 'sources', source: source.id, at: null })}
        >
          {t.versions.readNewest}
        </button>
      </div>
      {asked.kind === 'failed' && (
        <div className="said" role="alert">
          <h2>{t.reader.notRead}</h2>
          <p>{sentenceOf(asked.error)}</p>
          <button type="button" className="btn l primary" onClick={asked.again}>
            {t.common.tryAgain}
          </button>
        </div>
      )}
      {asked.kind === 'ready' && <Words source={source} version={version} {...asked.value} />}
    </>
  )
}

const NONE: readonly never[] = []

function Words({
  source,
  version,
  document,
  images,
}: {
  readonly source: Source
  readonly version: number
  readonly document: Document
  readonly images: readonly SourceImage[]
}) {
  const core = useCore()
  const article = useRef<HTMLElement>(null)
  const drawing = useMemo(
    (): Omit<Drawing, 'edges'> => ({
      pieces: new Pieces(deriveText(document)),
      pictures: {
        sizes: new Map(images.map((image) => [image.sha256, image])),
        load: async (sha256) => {
          const { file } = await core.sources.image({ source: source.id, version, sha256 })
          return new Blob([await file.arrayBuffer()], { type: file.type })
        },
      },
      openLink: null,
    }),
    [core, document, images, source.id, version],
  )
  useJump(useTextDom(article, drawing, NONE))
  return (
    <div className="scroll reading">
      <div className="sheet read" lang={document.language ?? source.language ?? undefined}>
        <h1 className="src" dir="auto">
          {source.title}
        </h1>
        <div className="text">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys */}
          <article ref={article} className="words" aria-label={t.versions.olderText(version)} tabIndex={0}>
            <DocumentView document={document} drawing={drawing} />
          </article>
        </div>
      </div>
    </div>
  )
}
