import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { OriginRange } from '../../../../shared/document/origin-range.ts'
import { flash, paintHighlights } from '../paint.ts'
import type { Span } from '../quotation-at.ts'
import { showDrawnAtTop, showDrawnInSight } from '../sight.ts'
import type { Bringing } from '../text-dom.ts'
import { showDrawn } from '../useJump.ts'
import { rangesByPage, wordsOfPage, type PageWords } from './page-words.ts'
import { PdfDom } from './PdfDom.ts'

interface Pages {
  readonly dom: PdfDom | null
  readonly drawn: (page: number, layer: HTMLElement) => void
  readonly gone: (page: number) => void
}

interface Wanted extends Span {
  readonly how: Bringing
}

/** The words of the pages that are drawn, anew after each page that comes or goes, with the highlights painted on them. */
export function usePdfDom(
  element: HTMLElement | null,
  text: string,
  origins: readonly OriginRange[],
  annotations: readonly Annotation[],
): Pages {
  const [pages, setPages] = useState<ReadonlyMap<number, PageWords>>(new Map())
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const reached = useRef<Wanted | null>(null)
  const ranges = useMemo(() => rangesByPage(origins), [origins])
  const bring = useCallback((start: number, end: number, how: Bringing) => setWanted({ start, end, how }), [])
  const dom = useMemo(
    () => (element === null ? null : new PdfDom(element, [...pages.values()], bring)),
    [element, pages, bring],
  )
  useLayoutEffect(() => (dom === null ? undefined : paintHighlights(dom, annotations)), [dom, annotations])
  useEffect(() => {
    if (dom === null || wanted === null || reached.current === wanted) return
    if (arrive(dom, wanted, pageAt(origins, wanted.start), pages)) reached.current = wanted
  }, [dom, pages, origins, wanted])
  const drawn = useCallback(
    (page: number, layer: HTMLElement): void => {
      const words = wordsOfPage(page, layer, text, ranges.get(page) ?? [])
      setPages((before) => new Map(before).set(page, words))
    },
    [text, ranges],
  )
  const gone = useCallback((page: number): void => {
    setPages((before) => new Map([...before].filter(([number]) => number !== page)))
  }, [])
  return { dom, drawn, gone }
}

/** True once nothing more is to come. */
function arrive(
  dom: PdfDom,
  { start, end, how }: Wanted,
  page: number,
  drawn: ReadonlyMap<number, PageWords>,
): boolean {
  if (!drawn.has(page)) {
    dom.root.children[page - 1]?.scrollIntoView({ block: 'start' })
    return false
  }
  if (dom.range(start, end) === null) return true
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
  return true
}

/** The page of an offset, from 1: that of the last stretch that begins before it. */
function pageAt(origins: readonly OriginRange[], at: number): number {
  const range = origins.findLast(({ start, place }) => start <= at && place.kind === 'page')
  return range?.place.kind === 'page' ? range.place.page : 1
}
