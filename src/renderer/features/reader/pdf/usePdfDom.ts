import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { OriginRange } from '../../../../shared/document/origin-range.ts'
import { flash, paintHighlights } from '../paint.ts'
import type { Span } from '../quotation-at.ts'
import { showDrawnAtTop, showDrawnInSight } from '../sight.ts'
import type { Bringing } from '../text-dom.ts'
import { showDrawn } from '../useJump.ts'
import { drawnWords, type DrawnPage, type DrawnWords } from './page-words.ts'
import { PdfDom } from './PdfDom.ts'

interface Pages {
  /** Null until the source's text is there. */
  readonly dom: PdfDom | null
  readonly drawn: (page: number, layer: HTMLElement) => void
  readonly gone: (page: number) => void
}

/** The source's text and where its stretches stand. */
export interface PlacedText {
  readonly text: string
  readonly origins: readonly OriginRange[]
  /** The same by page. */
  readonly ranges: ReadonlyMap<number, readonly OriginRange[]>
}

interface Wanted extends Span {
  readonly how: Bringing
}

const NO_ORIGINS: readonly OriginRange[] = []

/** The words of the pages that are drawn, anew after each page that comes or goes, with the highlights painted on them. */
export function usePdfDom(
  element: HTMLElement | null,
  placed: PlacedText | null,
  annotations: readonly Annotation[],
  goToPage: (page: number) => void,
): Pages {
  const [layers, setLayers] = useState<ReadonlyMap<number, DrawnPage>>(new Map())
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const reached = useRef<Wanted | null>(null)
  const origins = placed?.origins ?? NO_ORIGINS
  const bring = useCallback((start: number, end: number, how: Bringing) => setWanted({ start, end, how }), [])
  const wordsOf = useMemo(() => (placed === null ? null : wordsIn(placed)), [placed])
  const dom = useMemo(
    () =>
      element === null || wordsOf === null
        ? null
        : new PdfDom(element, Array.from(layers.values(), wordsOf), bring),
    [element, layers, wordsOf, bring],
  )
  useLayoutEffect(() => (dom === null ? undefined : paintHighlights(dom, annotations)), [dom, annotations])
  const goThere = useEffectEvent(goToPage)
  useEffect(() => {
    if (dom === null || wanted === null || reached.current === wanted) return
    const page = pageAt(origins, wanted.start)
    if (!layers.has(page)) goThere(page)
    else {
      reached.current = wanted
      arrive(dom, wanted)
    }
  }, [dom, layers, origins, wanted])
  useEffect(() => {
    const scroller = element?.closest('.scroll')
    // Whoever scrolls on while the page is still being drawn is not taken back to it.
    const leave = (): void => setWanted(null)
    scroller?.addEventListener('wheel', leave, { passive: true })
    return () => scroller?.removeEventListener('wheel', leave)
  }, [element])
  const drawn = useCallback(
    (page: number, layer: HTMLElement): void =>
      setLayers((before) => new Map(before).set(page, { page, layer })),
    [],
  )
  const gone = useCallback((page: number): void => {
    setLayers((before) => new Map([...before].filter(([number]) => number !== page)))
  }, [])
  return { dom, drawn, gone }
}

/** The words of a drawn page, sought at most once for each drawing. */
function wordsIn({ text, ranges }: PlacedText): (drawn: DrawnPage) => DrawnWords {
  const known = new WeakMap<DrawnPage, DrawnWords>()
  return (drawn) => {
    const words = known.get(drawn) ?? drawnWords(drawn, text, ranges.get(drawn.page) ?? [])
    known.set(drawn, words)
    return words
  }
}

/** Shows words of a page that is drawn. */
function arrive(dom: PdfDom, { start, end, how }: Wanted): void {
  if (dom.range(start, end) === null) return
  switch (how) {
    case 'caret':
      showDrawn(dom, { start, end })
      flash(dom, { start, end })
      break
    case 'sight':
      showDrawnInSight(dom, start, end)
      break
    case 'top':
      showDrawnAtTop(dom, start)
  }
}

/** The page of an offset, from 1: that of the last stretch that begins before it. */
function pageAt(origins: readonly OriginRange[], at: number): number {
  const range = origins.findLast(({ start, place }) => start <= at && place.kind === 'page')
  return range?.place.kind === 'page' ? range.place.page : 1
}
