import { useEffect, useEffectEvent, useRef, useState, type CSSProperties } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { drawPage, POINTS_TO_PIXELS, type PageSize } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'
import type { Watch } from './watch.ts'

/** What a page tells of itself. */
export interface PageEvents {
  readonly drawn: (page: number, layer: HTMLElement, size: PageSize) => void
  readonly gone: (page: number) => void
  readonly failed: (page: number, error: unknown) => void
}

/** One page: its room from the start, its picture and its words while it is near. */
export function PdfPage({
  open,
  page,
  size,
  scale,
  watch,
  events,
}: {
  readonly open: OpenPdf
  readonly page: number
  readonly size: PageSize
  readonly scale: number
  readonly watch: Watch
  readonly events: PageEvents
}) {
  const room = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const tell = useEffectEvent((what: (to: PageEvents) => void) => what(events))
  useEffect(() => (room.current === null ? undefined : watch(room.current, setNear)), [watch])
  useEffect(() => {
    if (!near || canvas.current === null || layer.current === null) return undefined
    const words = layer.current
    let ended = false
    const drawing = drawPage(open, page, scale, { canvas: canvas.current, layer: words })
    drawing.words.then(
      (known) => !ended && tell(({ drawn }) => drawn(page, words, known)),
      (error: unknown) => !ended && tell(({ failed }) => failed(page, error)),
    )
    return () => {
      ended = true
      drawing.stop()
      tell(({ gone }) => gone(page))
    }
  }, [near, open, page, scale])
  const style = {
    inlineSize: `${String(size.width * scale)}px`,
    blockSize: `${String(size.height * scale)}px`,
    '--total-scale-factor': scale * POINTS_TO_PIXELS,
  } as CSSProperties
  return (
    <div ref={room} className="pdf-page" style={style} role="group" aria-label={t.reader.page(String(page))}>
      <canvas ref={canvas} width={0} height={0} aria-hidden="true" />
      <div ref={layer} className="pdf-words" />
    </div>
  )
}
