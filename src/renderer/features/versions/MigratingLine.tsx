import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMigrating } from './migrating.tsx'
import './versions.css'

/** At the sidebar's foot while highlights are looked for in new versions: how far it is, and a way to stop. */
export function MigratingLine({ rail }: { readonly rail: boolean }) {
  const { progress, stop } = useMigrating()
  if (progress === null) return null
  const { done, all } = progress
  const told = t.versions.looking(done, all)
  return (
    <div className="looking" title={told}>
      {!rail && <span className="t">{told}</span>}
      {!rail && <progress value={done} max={all} aria-label={told} />}
      <button
        type="button"
        className="btn icon"
        aria-label={t.versions.stopLooking}
        title={t.versions.stopLooking}
        onClick={stop}
      >
        <Icon name="x" />
      </button>
    </div>
  )
}
