import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Heights, rowAt } from './heights.ts'
import { useChosenInSight, useInSight } from './useWindowed.ts'

/** Rows this many pixels beyond what is in sight are drawn too. */
const BEYOND = 400

interface Props<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Pixels that stand for a row until it has been drawn. */
  readonly estimate: number
  readonly label: string
  readonly role: 'list' | 'listbox'
  /** Key of the row that is chosen; it is brought into sight. */
  readonly chosen?: string | null
  /** False where the focus goes to something in a row first. */
  readonly first?: boolean
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly children: (item: T, index: number) => ReactNode
}

const rowId = (key: string): string => `row-${key}`

/**
 * A list of any length that draws only the rows in sight. Rows have the heights they take. As `listbox` it keeps the
 * focus itself and names the row that is chosen.
 */
export function VirtualList<T>(props: Props<T>) {
  const { items, keyOf, label, role, chosen = null, first: isFirst = true, onKeyDown } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { keys, tops, measure } = useTops(props)
  const sight = useInSight(scroller)
  useChosenInSight(scroller, chosen, () => {
    const at = chosen === null ? -1 : keys.indexOf(chosen)
    const [top, end] = [tops[at], tops[at + 1]]
    return top === undefined || end === undefined ? null : { top, end }
  })
  const first = rowAt(tops, sight.top - BEYOND)
  const last = Math.min(items.length, rowAt(tops, sight.top + sight.height + BEYOND) + 1)
  const names = role === 'listbox' && chosen !== null && keys.includes(chosen)
  return (
    <div
      ref={scroller}
      className="scroll clip"
      role={role}
      aria-label={label}
      tabIndex={0}
      {...(isFirst ? { 'data-first-focus': '' } : {})}
      {...(names ? { 'aria-activedescendant': rowId(chosen) } : {})}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      <div role="presentation" style={{ blockSize: tops.at(-1) ?? 0, position: 'relative' }}>
        {items.slice(first, last).map((item, offset) => {
          const key = keyOf(item)
          return (
            <div
              key={key}
              id={rowId(key)}
              ref={(element) => measure(key, element)}
              role={role === 'listbox' ? 'option' : 'listitem'}
              aria-setsize={items.length}
              aria-posinset={first + offset + 1}
              {...(role === 'listbox' ? { 'aria-selected': key === chosen } : {})}
              style={{ position: 'absolute', insetInline: 0, insetBlockStart: tops[first + offset] ?? 0 }}
            >
              {props.children(item, first + offset)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Where each row begins, as far as it is known; rows are measured when drawn, and whenever they grow or shrink. */
function useTops<T>({ items, keyOf, estimate }: Props<T>) {
  const [heights] = useState(() => new Heights(estimate))
  const [measured, setMeasured] = useState(0)
  const keys = useMemo(() => items.map(keyOf), [items, keyOf])
  const tops = useMemo(() => heights.topsOf(keys, measured), [heights, keys, measured])
  const [rows] = useState(() => new WeakMap<Element, string>())
  const note = useCallback(
    (key: string, element: HTMLElement): void => {
      if (heights.note(key, element.offsetHeight)) setMeasured((count) => count + 1)
    },
    [heights],
  )
  const [observer] = useState(
    () =>
      new ResizeObserver((entries) => {
        for (const { target } of entries) {
          const key = rows.get(target)
          if (key !== undefined && target instanceof HTMLElement) note(key, target)
        }
      }),
  )
  const measure = (key: string, element: HTMLElement | null): (() => void) | undefined => {
    if (element === null) return undefined
    note(key, element)
    rows.set(element, key)
    observer.observe(element)
    return () => observer.unobserve(element)
  }
  return { keys, tops, measure }
}
