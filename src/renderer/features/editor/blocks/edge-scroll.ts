/** Pixels from an edge within which a drag scrolls; at most a quarter of the view at each end. */
const ZONE = 48
/** Pixels a millisecond, at an edge and beyond it. */
const FASTEST = 1.2
/** Milliseconds that one step makes up for at most: after a pause it does not leap. */
const LONGEST = 50

/** How fast what is dragged at this height scrolls a view, in pixels a millisecond; less than nothing is up. */
export function edgeSpeed(
  y: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  const zone = Math.min(ZONE, (bottom - top) / 4)
  if (zone <= 0) return 0
  const above = top + zone - y
  const below = y - (bottom - zone)
  if (above > 0) return -FASTEST * Math.min(1, above / zone)
  return below > 0 ? FASTEST * Math.min(1, below / zone) : 0
}

/** Scrolls while something is dragged at the upper or lower edge of a view; `moved` is called after each step. */
export class EdgeScroll {
  readonly #scroller: HTMLElement
  readonly #moved: () => void
  #y = 0
  #frame: number | null = null
  #last: number | null = null
  #owed = 0

  constructor(scroller: HTMLElement, moved: () => void) {
    this.#scroller = scroller
    this.#moved = moved
  }

  /** The drag is at this height of the window. */
  at(y: number): void {
    this.#y = y
    this.#frame ??= requestAnimationFrame(this.#step)
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#rest()
  }

  #rest(): void {
    this.#frame = null
    this.#last = null
    this.#owed = 0
  }

  readonly #step = (now: number): void => {
    const speed = edgeSpeed(this.#y, this.#scroller.getBoundingClientRect())
    if (speed === 0) {
      this.#rest()
      return
    }
    this.#owed += speed * Math.min(LONGEST, now - (this.#last ?? now))
    this.#last = now
    const whole = Math.trunc(this.#owed)
    this.#owed -= whole
    const before = this.#scroller.scrollTop
    this.#scroller.scrollTop = before + whole
    this.#frame = requestAnimationFrame(this.#step)
    if (this.#scroller.scrollTop !== before) this.#moved()
  }
}
