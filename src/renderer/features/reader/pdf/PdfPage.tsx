import { useEffect, useEffectEvent, useRef, useState, type CSSProperties } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { drawPage, POINTS_TO_PIXELS, type PageSize } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'

/** What a page tells of itself. */
export interface PageEvents {
  readonly drawn: (page: number, layer: HTMLElement, size: PageSize) => void
  readonly gone: (page: number) => void
  readonly failed: (page: number, error: unknown) => void
}

/** One page, its picture and its words, for as long as it is near. */
export function PdfPage({
  open,
  page,
  seen,
  size,
  scale,
  events,
}: {
  readonly open: OpenPdf
  readonly page: number
  /** Whether any of it is in sight. */
  readonly seen: boolean
  readonly size: PageSize
  readonly scale: number
  readonly events: PageEvents
}) {
  const room = useRef<HTMLDivElement>(null)
  const [isBusy, setBusy] = useState(true)
  const due = useDue(seen)
  const layer = useRef<HTMLDivElement>(null)
  const tell = useEffectEvent((what: (to: PageEvents) => void) => what(events))
  useEffect(() => {
    if (!due || room.current === null || layer.current === null) return undefined
    const words = layer.current
    let ended = false
    const drawing = drawPage(open, page, scale, { element: room.current, layer: words })
    drawing.words.then(
      (known) => !ended && tell(({ drawn }) => drawn(page, words, known)),
      (error: unknown) => !ended && tell(({ failed }) => failed(page, error)),
    )
    drawing.picture.then(
      () => !ended && setBusy(false),
      // A picture that is cut off is told of by its own absence.
      () => !ended && setBusy(false),
    )
    return () => {
      ended = true
      setBusy(true)
      drawing.stop()
      tell(({ gone }) => gone(page))
    }
  }, [due, open, page, scale])
  const style = {
    inlineSize: `${String(size.width * scale)}px`,
    blockSize: `${String(size.height * scale)}px`,
    '--total-scale-factor': scale * POINTS_TO_PIXELS,
  } as CSSProperties
  return (
    <div
      ref={room}
      className="pdf-page"
      // Paper: what is painted on it is painted for black on white.
      data-theme="light"
      style={style}
      role="group"
      aria-label={t.reader.page(String(page))}
      aria-busy={isBusy}
      data-page={page}
    >
      <div ref={layer} className="pdf-words" />
    </div>
  )
}

/** Milliseconds after which a page that is only near is drawn: one that is passed by is not. */
const REST = 120

/** Whether it is time to draw: at once for what is seen. */
function useDue(seen: boolean): boolean {
  const [due, setDue] = useState(seen)
  if (seen && !due) setDue(true)
  useEffect(() => {
    if (due) return undefined
    const timer = setTimeout(() => setDue(true), REST)
    return () => clearTimeout(timer)
  }, [due])
  return due
}
