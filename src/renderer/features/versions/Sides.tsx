import type { DiffOperation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'

/** One side of a word diff: the old words with those struck that went, or the new ones with those marked that came. */
export function Side({
  diff,
  side,
}: {
  readonly diff: readonly DiffOperation[]
  readonly side: 'old' | 'now'
}) {
  const own = side === 'old' ? 'delete' : 'insert'
  const Mark = side === 'old' ? 'del' : 'ins'
  return diff.map(({ op, text }, index) => {
    if (op === 'equal') return <span key={index}>{text}</span>
    if (op !== own) return null
    if (text.trim() === '') return <span key={index}>{text}</span>
    return (
      <Mark key={index}>
        <span className="vh">{side === 'old' ? t.versions.onlyOld : t.versions.onlyNew} </span>
        {text}
        <span className="vh"> {t.versions.end} </span>
      </Mark>
    )
  })
}
