import { useId, type KeyboardEvent, type ReactNode } from 'react'

interface Segment<Name extends string> {
  readonly name: Name
  readonly label: ReactNode
}

/** Tabs over one panel. Arrow keys move and choose. */
export function Tabs<Name extends string>({
  label,
  tabs,
  chosen,
  choose,
  panelId,
}: {
  readonly label: string
  readonly tabs: readonly Segment<Name>[]
  readonly chosen: Name
  readonly choose: (name: Name) => void
  readonly panelId: string
}) {
  const base = useId()
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = tabs.findIndex(({ name }) => name === chosen)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    choose(next.name)
    document.getElementById(`${base}${next.name}`)?.focus()
  }
  return (
    <div className="seg" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ name, label: words }) => (
        <button
          key={name}
          id={`${base}${name}`}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          aria-controls={panelId}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
