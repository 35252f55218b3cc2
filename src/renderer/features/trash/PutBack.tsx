import type { Passage } from '../../../shared/contract/passages.ts'
import type { CheckedQuotation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTrash } from './with-trash.tsx'

/** On the card of a quotation whose source is in the trash: that it is, and the way back. */
export function PutBack({
  row,
  passage,
}: {
  readonly row: CheckedQuotation
  /** Of a linked quote. */
  readonly passage: Passage | null
}) {
  const { putBack } = useTrash()
  const warned = row.warnings.some(({ code }) => code === 'in-trash')
  const source = passage?.inTrash === true ? passage.source : warned ? (row.source ?? row.cited) : null
  if (source === null) return null
  return (
    <div className="in-trash">
      <Icon name="trash" size="s" />
      <span className="grow">{t.trash.inTrash}</span>
      <button type="button" className="btn" onClick={() => putBack('source', source)}>
        {t.trash.putBack}
      </button>
    </div>
  )
}
