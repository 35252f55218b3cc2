import { memo, useCallback, useId, useMemo, useState } from 'react'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { Source } from '../../../../shared/contract/sources.ts'
import type { Document } from '../../../../shared/document/document.ts'
import type { DerivedText } from '../../../../shared/document/text.ts'
import type { Live } from '../../../app/live.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useType } from '../../../app/type.tsx'
import type { Work } from '../../annotations/useWork.ts'
import { OverText } from '../OverText.tsx'
import { ReadingTools } from '../ReadingTools.tsx'
import type { Tools } from '../tools.ts'
import { useReading } from '../useReading.ts'
import type { PageSize } from './draw-page.ts'
import { PdfPage, type PageEvents } from './PdfPage.tsx'
import { watchIn, type Watch, type Watched } from './watch.ts'
import { useFit, type Opened } from './useOpenPdf.ts'
import { usePdfDom } from './usePdfDom.ts'
import './pdf.css'

interface Props {
  readonly source: Source
  readonly document: Document
  readonly derived: DerivedText
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly tools: Tools
}

/** A PDF's own pages, whose words are selected and marked as in the text. */
export function PdfReading({ asked, ...props }: Props & { readonly asked: Live<Opened | null> }) {
  if (asked.kind === 'loading')
    return <div className="scroll reading pdf" role="status" aria-busy="true" aria-label={t.common.loading} />
  if (asked.kind === 'failed') {
    const locked = asked.error instanceof Error && asked.error.name === 'PasswordException'
    return (
      <p className="said" role="alert">
        {locked ? t.reader.pdfLocked : t.reader.pdfNotShown}
      </p>
    )
  }
  if (asked.value === null) return null
  return <Pages key={props.source.sha256} {...props} opened={asked.value} />
}

interface PagesProps extends Props {
  readonly opened: Opened
}

function Pages({ source, document, derived, annotations, work, tools, opened }: PagesProps) {
  const { text } = derived
  const [scroller, setScroller] = useState<Watched | null>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const keysId = useId()
  const scale = useFit(scroller?.element ?? null, opened.size, useType().size / 100)
  const placed = useMemo(() => annotations.filter(({ status }) => status !== 'orphaned'), [annotations])
  const { dom, drawn, gone } = usePdfDom(root, text, document.origins, placed)
  const { sizes, events } = usePages(drawn, gone)
  const { handlers, over } = useReading({ source, text, dom, annotations, placed, work })
  const scrolls = useCallback((element: HTMLElement | null) => watchIn(element, setScroller), [])
  return (
    <>
      {dom !== null && <ReadingTools dom={dom} source={source.id} derived={derived} tools={tools} />}
      <div className="scroll reading pdf" ref={scrolls}>
        <div className="text" lang={source.language ?? undefined}>
          <p id={keysId} className="vh">
            {t.reader.keys}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- its caret makes it a place to work in */}
          <article
            ref={setRoot}
            className="pdf-pages"
            aria-label={t.reader.pages}
            aria-describedby={keysId}
            tabIndex={0}
            data-first-focus
            {...handlers}
          >
            {scroller !== null && (
              <Rooms opened={opened} sizes={sizes} scale={scale} watch={scroller.watch} events={events} />
            )}
          </article>
          {dom !== null && <OverText dom={dom} {...over} />}
        </div>
      </div>
    </>
  )
}

/** Drawn anew only when a page's room changes, not with every selection: there may be thousands. */
const Rooms = memo(function Rooms({
  opened: { open, size },
  sizes,
  scale,
  watch,
  events,
}: {
  readonly opened: Opened
  readonly sizes: ReadonlyMap<number, PageSize>
  readonly scale: number
  readonly watch: Watch
  readonly events: PageEvents
}) {
  return Array.from({ length: open.pdf.numPages }, (_, index) => (
    <PdfPage
      // oxlint-disable-next-line react/no-array-index-key -- pages have no other name
      key={index}
      open={open}
      page={index + 1}
      size={sizes.get(index + 1) ?? size}
      scale={scale}
      watch={watch}
      events={events}
    />
  ))
})

/** What pages tell of themselves, and the sizes of those that were drawn. */
function usePages(
  drawn: (page: number, layer: HTMLElement) => void,
  gone: (page: number) => void,
): { readonly sizes: ReadonlyMap<number, PageSize>; readonly events: PageEvents } {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const events = useMemo(
    (): PageEvents => ({
      drawn: (page, layer, size) => {
        drawn(page, layer)
        setSizes((before) => (sameSize(before.get(page), size) ? before : new Map(before).set(page, size)))
      },
      gone,
      // A page that cannot be drawn stays empty; the others are there, and so is the text.
      failed: gone,
    }),
    [drawn, gone],
  )
  return { sizes, events }
}

const sameSize = (known: PageSize | undefined, size: PageSize): boolean =>
  known !== undefined && known.width === size.width && known.height === size.height
