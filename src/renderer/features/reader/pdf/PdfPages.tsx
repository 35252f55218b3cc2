import { useCallback, useEffect, useEffectEvent, useId, useMemo, useState, type CSSProperties } from 'react'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { Source } from '../../../../shared/contract/sources.ts'
import type { Document } from '../../../../shared/document/document.ts'
import { deriveText, type DerivedText } from '../../../../shared/document/text.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useType } from '../../../app/type.tsx'
import type { Work } from '../../annotations/useWork.ts'
import { OverText } from '../OverText.tsx'
import { ReadingTools } from '../ReadingTools.tsx'
import type { Tools } from '../tools.ts'
import { useReading } from '../useReading.ts'
import type { PageSize } from './draw-page.ts'
import { Column, useColumn } from './PdfColumn.tsx'
import type { PageEvents } from './PdfPage.tsx'
import { rangesByPage } from './page-words.ts'
import { WordlessNote } from './WordlessNote.tsx'
import { useContents } from './useContents.ts'
import { useFit } from './useFit.ts'
import type { Opened } from './useOpenPdf.ts'
import { usePdfDom, type PlacedText } from './usePdfDom.ts'

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
  /** Shows the source's text instead, from an offset on. */
  readonly toText: (at: number) => void
}

const NONE: readonly Annotation[] = []

/** The pages of an open PDF. They are shown before the source's text is there; then they can be marked. */
export function PdfPages({ source, document, annotations, work, tools, opened, shown, toText }: PagesProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const keysId = useId()
  const scale = useFit(scroller, opened.size, useType().size / 100)
  const { sizes, widest, wordless, isShown, drew, failed } = useTried(opened.size, shown)
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
        drew(page, layer, size)
      },
      gone,
      // A page that cannot be drawn stays empty; the others are there, and so is the text.
      failed,
    }),
    [drawn, gone, drew, failed],
  )
  const contents = useContents(opened.open, read)
  const { handlers, over } = useReading({ source, text, dom, annotations, placed, work })
  return (
    <>
      {dom !== null && read !== null && (
        <ReadingTools dom={dom} source={source.id} derived={read.derived} contents={contents} tools={tools} />
      )}
      {read !== null && (
        <WordlessNote read={read} wordless={wordless} page={column.inSight.seen.first} toText={toText} />
      )}
      <div className="scroll reading pdf" ref={setScroller}>
        <div className="text" lang={source.language ?? undefined} style={widthOf(widest * scale)}>
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

/** How wide the pages are, so that the margin stands beside them. */
const widthOf = (pixels: number): CSSProperties => ({ '--page': `${String(pixels)}px` }) as CSSProperties

interface Read extends PlacedText {
  readonly derived: DerivedText
}

function readFrom(document: Document): Read {
  const derived = deriveText(document)
  return { derived, text: derived.text, origins: document.origins, ranges: rangesByPage(document.origins) }
}

interface Tried {
  /** By page, of those that were drawn. */
  readonly sizes: ReadonlyMap<number, PageSize>
  /** The width of the widest page that is known, at scale 1. */
  readonly widest: number
  /** Pages on which no letter is drawn. */
  readonly wordless: ReadonlySet<number>
  /** Whether any page is there, or could not be. */
  readonly isShown: boolean
  readonly drew: (page: number, layer: HTMLElement, size: PageSize) => void
  readonly failed: () => void
}

/** What the pages told that were drawn so far. */
function useTried(usual: PageSize, shown: () => void): Tried {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const [wordless, setWordless] = useState<ReadonlySet<number>>(new Set())
  const [isShown, setShown] = useState(false)
  const tell = useEffectEvent(shown)
  useEffect(() => {
    if (isShown) tell()
  }, [isShown])
  const failed = useCallback(() => setShown(true), [])
  const drew = useCallback((page: number, layer: HTMLElement, size: PageSize): void => {
    setShown(true)
    setSizes((before) => (sameSize(before.get(page), size) ? before : new Map(before).set(page, size)))
    if (layer.textContent.trim() === '')
      setWordless((before) => (before.has(page) ? before : new Set(before).add(page)))
  }, [])
  const widest = useMemo(
    () => [...sizes.values()].reduce((most, { width }) => Math.max(most, width), usual.width),
    [sizes, usual],
  )
  return { sizes, widest, wordless, isShown, drew, failed }
}

const sameSize = (known: PageSize | undefined, size: PageSize): boolean =>
  known !== undefined && known.width === size.width && known.height === size.height
