import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { DraftQuotation } from './places.ts'
import { useSession } from './session-context.tsx'
import { useSelected } from './store.ts'
import { LOOKS, needsLook } from './verdict.tsx'

/** The small mark behind a quotation: its verdict and number, with the word when it needs a look. It opens the card. */
export function QuotationMark({ quotation }: { readonly quotation: DraftQuotation }) {
  const session = useSession()
  const open = useSelected(session.open, (now) => now === quotation.id)
  const { number, row } = quotation
  const { icon, hue } = LOOKS[row.verdict]
  const bad = needsLook(row)
  return (
    <button
      type="button"
      className={`vm ${hue}${bad ? ' needs' : ''}`}
      aria-label={t.editor.quotation(number, t.check.words[row.verdict], row.warnings.length)}
      aria-expanded={open}
      contentEditable={false}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => session.open.set(open ? null : quotation.id)}
    >
      <Icon name={icon} />
      {bad && <span>{t.check.words[row.verdict]}</span>}
      {number}
      {row.warnings.length > 0 && (
        <span className="wn">
          <Icon name="warn" />
        </span>
      )}
    </button>
  )
}
