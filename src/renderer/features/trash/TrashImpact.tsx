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
  const quoted = affected.some(({ quotes }) => quotes > 0)
  return (
    <ImpactDialog
      title={quoted ? t.trash.impact(affected.length) : t.trash.citedImpact(affected.length)}
      hint={t.trash.impactHint}
      acts={[{ label: t.trash.moveAnyway, run: moveAnyway }]}
      spare={spare}
    >
      <Affected affected={affected} />
    </ImpactDialog>
  )
}
