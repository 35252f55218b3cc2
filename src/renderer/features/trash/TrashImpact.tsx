import { ImpactDialog } from '../../app/ImpactDialog.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Affected } from './Affected.tsx'
import type { Doomed } from './with-trash.tsx'

/** Which briefs quote or cite the source that is to be removed; asked before it goes. */
export function TrashImpact({
  doomed: { affected },
  spare,
  moveAnyway,
}: {
  readonly doomed: Doomed
  readonly spare: () => void
  readonly moveAnyway: () => void
}) {
  return (
    <ImpactDialog
      title={titleOf(affected)}
      hint={t.trash.impactHint}
      acts={[{ label: t.trash.moveAnyway, run: moveAnyway }]}
      spare={spare}
    >
      <Affected affected={affected} />
    </ImpactDialog>
  )
}

function titleOf(affected: Doomed['affected']): string {
  const quoting = affected.filter(({ quotes }) => quotes > 0).length
  if (quoting === affected.length) return t.trash.impact(affected.length)
  return quoting === 0 ? t.trash.citedImpact(affected.length) : t.trash.usedImpact(affected.length)
}
