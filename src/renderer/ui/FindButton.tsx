import { Icon } from './Icon.tsx'

/** A way on, back or out, beside a field that finds. */
export function FindButton({
  icon,
  label,
  disabled,
  run,
}: {
  readonly icon: 'left' | 'right' | 'x'
  readonly label: string
  readonly disabled: boolean
  readonly run: () => void
}) {
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      <Icon name={icon} flip={icon !== 'x'} />
    </button>
  )
}
