import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Uses } from './Uses.tsx'
import type { Work } from './useWork.ts'

/** Which briefs quote the highlight that is to be removed; asked before they lose their passage. */
export function ImpactDialog({ work }: { readonly work: Work }) {
  const { doomed, spare, removeAnyway, uses } = work
  if (doomed === null) return null
  const affected = uses.filter(({ annotation }) => annotation === doomed.id)
  return (
    <Dialog
      title={t.uses.impact(new Set(affected.map(({ brief }) => brief)).size)}
      closeLabel={t.common.cancel}
      close={spare}
      className="impact"
    >
      <div className="body">
        <p>{t.uses.impactHint}</p>
        <Uses uses={affected} />
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn l" onClick={removeAnyway}>
          {t.uses.removeAnyway}
        </button>
        {/* The act that loses nothing is the one at hand. */}
        <button type="button" className="btn l primary" data-first-focus onClick={spare}>
          {t.common.cancel}
        </button>
      </footer>
    </Dialog>
  )
}
