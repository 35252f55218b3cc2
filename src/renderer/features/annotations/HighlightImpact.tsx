import { ImpactDialog } from '../../app/ImpactDialog.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { Uses } from './Uses.tsx'
import type { Work } from './useWork.ts'

/** Which briefs quote the highlight that is to be removed; asked before they lose their passage. */
export function HighlightImpact({ work }: { readonly work: Work }) {
  const { doomed, spare, removeAnyway, uses } = work
  if (doomed === null) return null
  const affected = uses.filter(({ annotation }) => annotation === doomed.id)
  return (
    <ImpactDialog
      title={t.uses.impact(new Set(affected.map(({ brief }) => brief)).size)}
      hint={t.uses.impactHint}
      acts={[{ label: t.uses.removeAnyway, run: removeAnyway }]}
      spare={spare}
    >
      <Uses uses={affected} />
    </ImpactDialog>
  )
}
