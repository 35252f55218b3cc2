import { useMemo } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source, SourceImage } from '../../../shared/contract/sources.ts'
import type { Document } from '../../../shared/document/document.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLayout } from '../../app/layout.tsx'
import { useLive } from '../../app/live.ts'
import { useJourney } from '../../app/place.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { Work } from '../annotations/useWork.ts'
import { Damaged } from './Damaged.tsx'
import { ReadingText } from './ReadingText.tsx'
import './highlights.css'
import './reader.css'

interface Reading {
  readonly source: Source
  /** In the order of the text. */
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly showDetails: () => void
}

/** One source to read and to mark. */
export function Reader(reading: Reading) {
  const { source } = reading
  return (
    <>
      <ReaderBar title={source.title} />
      {source.versions === 0 ? <p className="said">{t.reader.noText}</p> : <Sheet {...reading} />}
    </>
  )
}

function Sheet(reading: Reading) {
  const { source } = reading
  // The same bytes may be read again, in another encoding: then there is one version more.
  const key = `document ${source.id} ${source.sha256 ?? ''} ${String(source.versions)}`
  const asked = useLive(key, ['version'], async (core): Promise<Shown> => {
    const [{ document }, images] = await Promise.all([
      core.sources.document({ source: source.id }),
      core.sources.images({ source: source.id }),
    ])
    return { document: document as Document, images }
  })
  return (
    <>
      <Damaged source={source} />
      {asked.kind === 'loading' && <Skeleton />}
      {asked.kind === 'failed' && (
        <div className="said" role="alert">
          <h2>{t.reader.notRead}</h2>
          <p>{sentenceOf(asked.error)}</p>
          <button type="button" className="btn l primary" onClick={asked.again}>
            {t.common.tryAgain}
          </button>
        </div>
      )}
      {asked.kind === 'ready' && <Text {...reading} {...asked.value} />}
    </>
  )
}

interface Shown {
  readonly document: Document
  readonly images: readonly SourceImage[]
}

function Text({ document, ...reading }: Reading & Shown) {
  const derived = useMemo(() => deriveText(document), [document])
  if (derived.text === '') return <p className="said">{t.reader.empty}</p>
  return (
    <ReadingText
      key={`${reading.source.id}${reading.source.sha256 ?? ''}${String(reading.source.versions)}`}
      {...reading}
      document={document}
      derived={derived}
    />
  )
}

function Skeleton() {
  return (
    <div className="sheet read skeleton" aria-busy="true" aria-label={t.common.loading} role="status">
      {Array.from({ length: 12 }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  )
}

/** The way back and forward, the source's title, and the panes that can be hidden. */
function ReaderBar({ title }: { readonly title: string }) {
  const { back, forward } = useJourney()
  const { list, panel, toggleList, togglePanel } = useLayout()
  return (
    <div className="bar">
      <button
        type="button"
        className={list === 'beside' ? 'btn icon' : 'btn icon on'}
        aria-label={list === 'closed' ? t.navigation.showList : t.navigation.hideList}
        title={list === 'closed' ? t.navigation.showList : t.navigation.hideList}
        aria-expanded={list !== 'closed'}
        onClick={toggleList}
      >
        <Icon name="list" />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label={t.common.back}
        title={t.common.back}
        disabled={back === null}
        onClick={() => back?.()}
      >
        <Icon name="left" flip />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label={t.common.forward}
        title={t.common.forward}
        disabled={forward === null}
        onClick={() => forward?.()}
      >
        <Icon name="right" flip />
      </button>
      <h2 className="crumbs" title={title}>
        <span className="dim crumb">{t.navigation.sources}&ensp;/&ensp;</span>
        <bdi>{title}</bdi>
      </h2>
      <span className="grow" />
      {panel !== 'beside' && (
        <button
          type="button"
          className="btn icon"
          aria-label={t.navigation.showPanel}
          title={t.navigation.showPanel}
          aria-expanded={panel !== 'closed'}
          onClick={togglePanel}
        >
          <Icon name="panel" flip />
        </button>
      )}
    </div>
  )
}
