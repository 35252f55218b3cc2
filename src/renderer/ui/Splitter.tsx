import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

const STEP = 16

/** The line between two panes: dragged, or moved by arrow keys; a double click gives the first width back. */
export function Splitter({
  label,
  width,
  least,
  most,
  usual,
  side,
  resize,
}: {
  readonly label: string
  /** Of the pane that it sizes, in pixels, as are `least`, `most` and `usual`. */
  readonly width: number
  readonly least: number
  readonly most: number
  readonly usual: number
  /** Whether that pane lies before or after the line. */
  readonly side: 'before' | 'after'
  readonly resize: (width: number) => void
}) {
  const grabbed = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const sign = side === 'before' ? 1 : -1
  const direction = (): number => (document.dir === 'rtl' ? -sign : sign)
  const set = (next: number): void => resize(Math.min(most, Math.max(least, Math.round(next))))
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (step === 0) return
    event.preventDefault()
    set(width + step * direction())
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent): void => {
    const from = grabbed.current
    if (from !== null) set(from.width + (event.clientX - from.x) * direction())
  }
  return (
    <div
      className={`splitter ${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (grabbed.current = null)}
      onDoubleClick={() => set(usual)}
    />
  )
}
