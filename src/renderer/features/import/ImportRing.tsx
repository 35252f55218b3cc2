import { Icon } from '../../ui/Icon.tsx'
import { useImport } from './import-run.tsx'
import { shareOf } from './progress.ts'

/** The sign of import, as a ring that fills while one goes on. */
export function ImportRing() {
  const { running, progress } = useImport()
  if (!running) return <Icon name="import" />
  return (
    <svg className="i ring" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" className="well" />
      <circle
        cx="8"
        cy="8"
        r="6"
        pathLength={100}
        strokeDasharray={`${String(Math.round(shareOf(progress) * 100))} 100`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  )
}
