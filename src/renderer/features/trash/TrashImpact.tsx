import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Doomed } from './with-trash.tsx'
import './trash.css'

/** Which briefs quote the source that is to be removed; asked before it goes. */
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
    <Dialog
      title={t.trash.impact(affected.length)}
      closeLabel={t.common.cancel}
      close={spare}
      className="impact"
    >
      <div className="body">
        <p>{t.trash.impactHint}</p>
        <ul className="affected" aria-label={t.trash.affected}>
          {affected.map(({ id, title, quotes, words }) => (
            <li key={id}>
              <span className="head">
                <b dir="auto">{title === '' ? t.briefs.untitled : title}</b>
                <span className="dim num">{t.trash.quotes(quotes)}</span>
              </span>
              {words !== '' && (
                <span className="say" dir="auto">
                  {words}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn l" onClick={moveAnyway}>
          {t.trash.moveAnyway}
        </button>
        {/* The act that loses nothing is the one at hand. */}
        <button type="button" className="btn l primary" data-first-focus onClick={spare}>
          {t.common.cancel}
        </button>
      </footer>
    </Dialog>
  )
}
