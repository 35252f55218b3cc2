import { ICONS, type IconName } from './icons.tsx'

/** An icon beside words; alone it needs `label`. `flip` mirrors what points along the line in right-to-left windows. */
export function Icon({
  name,
  size = 'm',
  label,
  flip = false,
}: {
  readonly name: IconName
  readonly size?: 's' | 'm' | 'l'
  readonly label?: string
  readonly flip?: boolean
}) {
  const classes = ['i', size === 'm' ? '' : size, flip ? 'flip' : ''].filter((each) => each !== '').join(' ')
  return label === undefined ? (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true">
      {ICONS[name]}
    </svg>
  ) : (
    <svg className={classes} viewBox="0 0 16 16" role="img" aria-label={label}>
      {ICONS[name]}
    </svg>
  )
}
