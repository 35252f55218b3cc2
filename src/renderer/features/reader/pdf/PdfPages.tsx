import {
  memo,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { Source } from '../../../../shared/contract/sources.ts'
import type { Document } from '../../../../shared/document/document.ts'
import { deriveText, type DerivedText } from '../../../../shared/document/text.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useType } from '../../../app/type.tsx'
import type { Work } from '../../annotations/useWork.ts'
import { OverText } from '../OverText.tsx'
import { recallReading } from '../reading-memory.ts'
import { ReadingTools } from '../ReadingTools.tsx'
import type { Tools } from '../tools.ts'
import { useReading } from '../useReading.ts'
import type { PageSize } from './draw-page.ts'
import { isWithin, layoutOf, stretchesOf, type InSight, type PageLayout } from './page-layout.ts'
import { PdfPage, type PageEvents } from './PdfPage.tsx'
import { useContents } from './useContents.ts'
import { useFit } from './useFit.ts'
import type { Opened } from './useOpenPdf.ts'
import { usePdfDom, type PlacedText } from './usePdfDom.ts'
import { usePagesInSight, usePagesSelected } from './usePagesInSight.ts'

export interface PagesProps {
  readonly source: Source
  /** Null until it is there. */
  readonly document: Document | null
  readonly annotations: readonly Annotation[]
  readonly work: Work
  readonly tools: Tools
  readonly opened: Opened
  /** Told once the first page is there. */
  readonly shown: () => void
}

const NONE: readonly Annotation[] = []

/** The pages of an open PDF. They are shown before the source's text is there; then they can be marked. */
export function PdfPages({ source, document, annotations, work, tools, opened, shown }: PagesProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const keysId = useId()
  const scale = useFit(scroller, opened.size, useType().size / 100)
  const { sizes, isShown, tried } = useSizes(shown)
  const { column, goToPage } = useColumn(scroller, root, opened, sizes, scale, source.id)
  // What it takes to know the text would keep the first page waiting.
  const read = useMemo(() => (document === null || !isShown ? null : readFrom(document)), [document, isShown])
  const text = read?.text ?? ''
  const placed = useMemo(
    () => (read === null ? NONE : annotations.filter(({ status }) => status !== 'orphaned')),
    [read, annotations],
  )
  const { dom, drawn, gone } = usePdfDom(root, read, placed, goToPage)
  const events = useMemo(
    (): PageEvents => ({
      drawn: (page, layer, size) => {
        drawn(page, layer)
        tried(page, size)
      },
      gone,
      // A page that cannot be drawn stays empty; the others are there, and so is the text.
      failed: (page) => tried(page, null),
    }),
    [drawn, gone, tried],
  )
  const contents = useContents(opened.open, read)
  const { handlers, over } = useReading({ source, text, dom, annotations, placed, work })
  return (
    <>
      {dom !== null && read !== null && (
        <ReadingTools dom={dom} source={source.id} derived={read.derived} contents={contents} tools={tools} />
      )}
      <div className="scroll reading pdf" ref={setScroller}>
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
              <Column {...column} opened={opened} sizes={sizes} scale={scale} events={events} />
            )}
          </article>
          {dom !== null && <OverText dom={dom} {...over} />}
        </div>
      </div>
    </>
  )
}

interface ColumnShown {
  readonly layout: PageLayout
  readonly inSight: InSight
  readonly kept: readonly number[]
}

/** Where the pages stand and which of them are there: those near to what is seen, and those that hold the selection. */
function useColumn(
  scroller: HTMLElement | null,
  root: HTMLElement | null,
  { open, size }: Opened,
  sizes: ReadonlyMap<number, PageSize>,
  scale: number,
  source: string,
): { readonly column: ColumnShown; readonly goToPage: (page: number) => void } {
  const pages = open.pdf.numPages
  const layout = useMemo(() => layoutOf(pages, size, sizes, scale), [pages, size, sizes, scale])
  const [left] = useState(() => Math.min(recallReading(source).page, pages))
  const inSight = usePagesInSight(scroller, layout, left, source)
  const kept = usePagesSelected(root)
  const goToPage = (page: number): void => scroller?.scrollTo({ top: layout.tops[page - 1] ?? 0 })
  const begin = useEffectEvent(goToPage)
  useLayoutEffect(() => {
    if (root !== null && left > 1) begin(left)
  }, [root, left])
  return { column: { layout, inSight, kept }, goToPage }
}

/** Drawn anew only when its pages change, not with every selection. */
const Column = memo(function Column({
  layout,
  inSight,
  kept,
  opened: { open, size },
  sizes,
  scale,
  events,
}: ColumnShown & {
  readonly opened: Opened
  readonly sizes: ReadonlyMap<number, PageSize>
  readonly scale: number
  readonly events: PageEvents
}) {
  return stretchesOf(layout, inSight.near, kept).map((stretch) =>
    stretch.kind === 'gap' ? (
      <div key={`gap ${String(stretch.before)}`} style={{ blockSize: stretch.height }} aria-hidden="true" />
    ) : (
      <PdfPage
        key={stretch.page}
        open={open}
        page={stretch.page}
        seen={isWithin(inSight.seen, stretch.page)}
        size={sizes.get(stretch.page) ?? size}
        scale={scale}
        events={events}
      />
    ),
  )
})

interface Read extends PlacedText {
  readonly derived: DerivedText
}

function readFrom(document: Document): Read {
  const derived = deriveText(document)
  return { derived, text: derived.text, origins: document.origins }
}

interface Sizes {
  /** By page, of those that were drawn. */
  readonly sizes: ReadonlyMap<number, PageSize>
  /** Whether any page is there, or could not be. */
  readonly isShown: boolean
  readonly tried: (page: number, size: PageSize | null) => void
}

function useSizes(shown: () => void): Sizes {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const [isShown, setShown] = useState(false)
  const tell = useEffectEvent(shown)
  useEffect(() => {
    if (isShown) tell()
  }, [isShown])
  const tried = useCallback((page: number, size: PageSize | null): void => {
    setShown(true)
    if (size !== null)
      setSizes((before) => (sameSize(before.get(page), size) ? before : new Map(before).set(page, size)))
  }, [])
  return { sizes, isShown, tried }
}

const sameSize = (known: PageSize | undefined, size: PageSize): boolean =>
  known !== undefined && known.width === size.width && known.height === size.height
