import type { KeyboardEvent } from 'react'

/** One of a few, all in sight. Arrow keys move and choose. */
export function Choice<Name extends string>({
  label,
  title,
  choices,
  chosen,
  choose,
}: {
  readonly label: string
  readonly title?: string
  readonly choices: readonly { readonly name: Name; readonly label: string }[]
  readonly chosen: Name
  readonly choose: (name: Name) => void
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const at = choices.findIndex(({ name }) => name === chosen) + by
    const next = choices.at(at % choices.length)
    if (next === undefined) return
    event.preventDefault()
    choose(next.name)
    event.currentTarget
      .querySelectorAll('button')
      .item((at + choices.length) % choices.length)
      .focus()
  }
  return (
    <div className="seg" role="radiogroup" aria-label={label} title={title} onKeyDown={move}>
      {choices.map(({ name, label: words }) => (
        <button
          key={name}
          type="button"
          role="radio"
          aria-checked={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
