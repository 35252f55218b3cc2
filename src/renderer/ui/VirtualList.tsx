import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Heights, rowAt } from './heights.ts'

const BEYOND = 400

/**
 * A list of any length that draws only the rows in sight. Rows have the heights they take; until one is drawn,
 * `estimate` pixels stand for it. As `listbox` it keeps the focus itself and names the row that is current.
 */
export function VirtualList<T>(props: {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly estimate: number
  readonly label: string
  readonly role: 'list' | 'listbox'
  /** Of the row that is chosen; it is brought into sight. */
  readonly chosen?: string | null
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly children: (item: T, index: number) => ReactNode
}) {
  const { items, keyOf, estimate, label, role, chosen = null, onKeyDown, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  const heights = useMemo(() => new Heights(estimate), [estimate])
  const [view, setView] = useState({ top: 0, height: 800 })
  const [measured, setMeasured] = useState(0)
  const tops = useMemo(
    () => (void measured, heights.topsOf(items.map(keyOf))),
    [items, keyOf, heights, measured],
  )
  const first = Math.max(0, rowAt(tops, view.top - BEYOND))
  const last = Math.min(items.length, rowAt(tops, view.top + view.height + BEYOND) + 1)
  const chosenAt = chosen === null ? -1 : items.findIndex((item) => keyOf(item) === chosen)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  const total = tops.at(-1) ?? 0
  const chosenTop = tops[chosenAt]
  const chosenEnd = tops[chosenAt + 1]
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || chosenTop === undefined || chosenEnd === undefined) return
    if (chosenTop < element.scrollTop) element.scrollTop = chosenTop
    else if (chosenEnd > element.scrollTop + element.clientHeight)
      element.scrollTop = chosenEnd - element.clientHeight
    // Only a new choice moves the list, not rows that turn out higher than thought.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenAt])

  const note = (key: string, element: HTMLElement | null): void => {
    if (element !== null && heights.note(key, element.offsetHeight)) setMeasured((count) => count + 1)
  }
  const rowId = (item: T): string => `row-${keyOf(item)}`
  const current = items[chosenAt]
  return (
    <div
      ref={scroller}
      className="scroll clip"
      role={role}
      aria-label={label}
      tabIndex={0}
      {...(role === 'listbox' && current !== undefined ? { 'aria-activedescendant': rowId(current) } : {})}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      <div role="presentation" style={{ blockSize: total, position: 'relative' }}>
        {items.slice(first, last).map((item, offset) => {
          const index = first + offset
          const key = keyOf(item)
          return (
            <div
              key={key}
              id={rowId(item)}
              ref={(element) => note(key, element)}
              role={role === 'listbox' ? 'option' : 'listitem'}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              {...(role === 'listbox' ? { 'aria-selected': key === chosen } : {})}
              style={{ position: 'absolute', insetInline: 0, insetBlockStart: tops[index] ?? 0 }}
            >
              {children(item, index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
