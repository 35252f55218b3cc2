import { memo, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { recallReading } from '../reading-memory.ts'
import type { PageSize } from './draw-page.ts'
import { isWithin, layoutOf, stretchesOf, type InSight, type PageLayout } from './page-layout.ts'
import { PdfPage, type PageEvents } from './PdfPage.tsx'
import type { Opened } from './useOpenPdf.ts'
import { usePagesInSight, usePagesSelected } from './usePagesInSight.ts'

export interface ColumnShown {
  readonly layout: PageLayout
  readonly inSight: InSight
  readonly kept: readonly number[]
}

/** Where the pages stand and which of them are there: those near to what is seen, and those that hold the selection. */
export function useColumn(
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
export const Column = memo(function Column({
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
