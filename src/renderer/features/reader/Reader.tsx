import { useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source, SourceImage } from '../../../shared/contract/sources.ts'
import type { Document } from '../../../shared/document/document.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { Work } from '../annotations/useWork.ts'
import { MigrationBanner } from '../versions/MigrationBanner.tsx'
import { OlderReading } from '../versions/OlderReading.tsx'
import { Damaged } from './Damaged.tsx'
import { PageLook } from './PageLook.tsx'
import { useOpenPdf } from './pdf/useOpenPdf.ts'
import { PdfReading } from './pdf/PdfReading.tsx'
import { ReaderBar } from './ReaderBar.tsx'
import { keepReading } from './reading-memory.ts'
import { ReadingText } from './ReadingText.tsx'
import { ToolButtons } from './ToolButtons.tsx'
import { useTools, type Tool, type Tools } from './tools.ts'
import { useReaderView } from './useReaderView.ts'
import './highlights.css'
import './reader.css'

interface Reading {
  readonly source: Source
  /** In the order of the text. */
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly showDetails: () => void
}

/** One source to read and to mark; an older version of it only to read. */
export function Reader(reading: Reading) {
  const { source } = reading
  const { place } = useJourney()
  const version = place.view === 'sources' ? place.version : undefined
  if (version === undefined || version >= source.versions) return <NewestReading {...reading} />
  return (
    <>
      <ReaderBar title={source.title} view={null} />
      <OlderReading key={version} source={source} version={version} />
    </>
  )
}

function NewestReading(reading: Reading) {
  const { source } = reading
  const { kind, view, choose } = useReaderView(source)
  const isLook = kind === 'page' && view === 'original'
  // A page as it was saved lets nobody look into it: its words are found in its text.
  const toText = (): void => {
    if (isLook) choose('text')
  }
  const showText = (at: number): void => {
    keepReading(source.id, { at })
    choose('text')
  }
  const tools = useTools(toText)
  const ask = (tool: Tool): void => {
    toText()
    tools.toggle(tool)
  }
  return (
    <>
      <ReaderBar title={source.title} view={kind === null ? null : { chosen: view, choose }}>
        {source.versions > 0 && <ToolButtons tools={tools} ask={ask} />}
      </ReaderBar>
      {source.versions === 0 ? (
        <p className="said">{t.reader.noText}</p>
      ) : isLook ? (
        <PageLook source={source} />
      ) : (
        <Sheet {...reading} tools={tools} pages={kind === 'pdf' && view === 'original'} toText={showText} />
      )}
    </>
  )
}

interface SheetProps extends Reading {
  /** The pages of a PDF in place of its text. */
  readonly pages: boolean
  /** Shows the text in their place, from an offset on. */
  readonly toText: (at: number) => void
  readonly tools: Tools
}

function Sheet(reading: SheetProps) {
  const { source, pages } = reading
  // The pages are fetched beside the text, not after it.
  const pdf = useOpenPdf(source, pages)
  // They are shown before it is asked for: reading both at once keeps the first page waiting.
  const [wantsText, setWantsText] = useState(!pages)
  if (!pages && !wantsText) setWantsText(true)
  // The same bytes may be read again, in another encoding: then there is one version more.
  const key = `document ${String(wantsText)} ${source.id} ${source.sha256 ?? ''} ${String(source.versions)}`
  const asked = useLive(key, ['version'], async (core): Promise<Shown | null> => {
    if (!wantsText) return null
    const [{ document }, images] = await Promise.all([
      core.sources.document({ source: source.id }),
      core.sources.images({ source: source.id }),
    ])
    return { document: document as Document, images }
  })
  return (
    <>
      <Damaged source={source} />
      {source.versions > 1 && <MigrationBanner source={source} />}
      {asked.kind === 'loading' && !pages && <Skeleton />}
      {asked.kind === 'failed' && (
        <div className="said" role="alert">
          <h2>{t.reader.notRead}</h2>
          <p>{sentenceOf(asked.error)}</p>
          <button type="button" className="btn l primary" onClick={asked.again}>
            {t.common.tryAgain}
          </button>
        </div>
      )}
      {pages && asked.kind !== 'failed' && (
        <PdfReading
          {...reading}
          pdf={pdf}
          document={valueOf(asked)?.document ?? null}
          shown={() => setWantsText(true)}
        />
      )}
      {asked.kind === 'ready' && asked.value !== null && !pages && <Text {...reading} {...asked.value} />}
    </>
  )
}

interface Shown {
  readonly document: Document
  readonly images: readonly SourceImage[]
}

function Text({ document, ...reading }: SheetProps & Shown) {
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
