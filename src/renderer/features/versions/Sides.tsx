import type { DiffOperation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Differing } from '../../ui/Differing.tsx'

/** One side of a word diff: the old words with those struck that went, or the new ones with those marked that came. */
export function Side({
  diff,
  side,
}: {
  readonly diff: readonly DiffOperation[]
  readonly side: 'old' | 'now'
}) {
  const own = side === 'old' ? 'delete' : 'insert'
  return diff.map(({ op, text }, index) => {
    if (op === 'equal') return <span key={index}>{text}</span>
    if (op !== own) return null
    return (
      <Differing
        key={index}
        op={op}
        says={side === 'old' ? t.versions.onlyOld : t.versions.onlyNew}
        end={t.versions.end}
      >
        {text}
      </Differing>
    )
  })
}
