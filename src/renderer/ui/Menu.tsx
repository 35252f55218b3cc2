import { useId, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'

export interface MenuEntry {
  readonly label: string
  readonly run: () => void
  /** Its keys as the system writes them. */
  readonly keys?: string
}

export interface MenuGroup {
  /** Stands above its entries; null for none. */
  readonly heading: string | null
  readonly entries: readonly MenuEntry[]
}

const GAP = 4

/** Below the button, or above it where there is more room; as tall as the room is. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const beside = button.getBoundingClientRect()
  menu.style.maxBlockSize = ''
  const { offsetWidth: width, offsetHeight: height } = menu
  const below = window.innerHeight - beside.bottom - 2 * GAP
  const above = beside.top - 2 * GAP
  const isBelow = height <= below || below >= above
  menu.style.maxBlockSize = `${String(isBelow ? below : above)}px`
  menu.style.insetBlockStart = `${String(isBelow ? beside.bottom + GAP : beside.top - GAP - Math.min(height, above))}px`
  menu.style.left = `${String(Math.max(GAP, Math.min(beside.right - width, window.innerWidth - width - GAP)))}px`
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

const entriesOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]'),
]

/** Arrow keys go round, Home and End to the ends. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const entries = entriesOf(event.currentTarget)
  const here = entries.findIndex((entry) => entry === document.activeElement)
  const ends: Readonly<Record<string, number>> = { Home: 0, End: entries.length - 1 }
  const step = STEPS[event.key]
  const next = ends[event.key] ?? (step === undefined ? null : here + step)
  if (next === null) return
  event.preventDefault()
  entries[(next + entries.length) % entries.length]?.focus()
}

/** Acts behind a button, over all else in the window. Escape and a press elsewhere close it. */
export function Menu({
  label,
  className,
  style,
  tabIndex,
  groups,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly style?: CSSProperties
  readonly tabIndex?: number
  readonly groups: readonly MenuGroup[]
  readonly children: ReactNode
}) {
  const id = useId()
  // Drawn while it is open: there may be many menus, and many entries in each.
  const [isOpen, setIsOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const opened = (): void => {
    if (menu.current === null || button.current === null) return
    place(menu.current, button.current)
    entriesOf(menu.current)[0]?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        style={style}
        tabIndex={tabIndex}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onKeyDown={move}
        onBeforeToggle={(event) => setIsOpen(event.newState === 'open')}
        onToggle={(event) => {
          if (event.newState === 'open') opened()
        }}
      >
        {(isOpen ? groups : []).map((group) => (
          <Group key={group.heading ?? ''} group={group} close={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

function Group({
  group: { heading, entries },
  close,
}: {
  readonly group: MenuGroup
  readonly close: () => void
}) {
  return (
    <div role="group" {...(heading === null ? {} : { 'aria-label': heading })}>
      {heading !== null && <p aria-hidden="true">{heading}</p>}
      {entries.map(({ label, run, keys }, index) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- two acts may have one label
          key={`${String(index)} ${label}`}
          type="button"
          role="menuitem"
          tabIndex={-1}
          {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
          onClick={() => {
            close()
            run()
          }}
        >
          {label}
          {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
        </button>
      ))}
    </div>
  )
}
