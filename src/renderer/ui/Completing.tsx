import { useId, type KeyboardEvent } from 'react'

/** A field that offers what is known already; anything else may be typed. */
export function Completing({
  label,
  value,
  known,
  change,
  onKeyDown,
  autoFocus = false,
}: {
  readonly label: string
  readonly value: string
  readonly known: readonly string[]
  readonly change: (value: string) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly autoFocus?: boolean
}) {
  const id = useId()
  return (
    <>
      <input
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        list={id}
        autoFocus={autoFocus}
        onChange={(event) => change(event.target.value)}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
      <datalist id={id}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}
