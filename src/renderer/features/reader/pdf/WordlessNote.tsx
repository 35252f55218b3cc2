import { t } from '../../../app/strings/catalogue.ts'
import type { PlacedText } from './usePdfDom.ts'

/**
 * Says why words cannot be selected on pages that are pictures. What was recognised in them has no places there, only
 * in the text, which is shown from `page` on.
 */
export function WordlessNote({
  read: { text, ranges },
  wordless,
  page,
  toText,
}: {
  readonly read: PlacedText
  readonly wordless: ReadonlySet<number>
  readonly page: number
  readonly toText: (at: number) => void
}) {
  const isRecognised = [...wordless].some((each) => ranges.has(each))
  if (text === '')
    return (
      <div className="look-note pdf-note" role="status">
        <p className="grow">{t.reader.picturesOnly}</p>
      </div>
    )
  if (!isRecognised) return null
  return (
    <div className="look-note pdf-note" role="status">
      <p className="grow">{t.reader.picturesOfPages}</p>
      <button type="button" className="btn" onClick={() => toText(ranges.get(page)?.[0]?.start ?? 0)}>
        {t.reader.showText}
      </button>
    </div>
  )
}
