import type { CheckedQuotation, DiffOperation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Differing } from '../../ui/Differing.tsx'
import { useSurroundings } from '../citations/useCited.ts'

/** Both sides of a word diff: what the source lacks is struck in the brief, its own words are underlined in the source. */
export function Diff({ row }: { readonly row: CheckedQuotation }) {
  const found = useSurroundings(row.found[0])
  return (
    <div className="cmp">
      <div>
        <h3>
          {t.check.inBrief} <span className="dim">{t.check.struck}</span>
        </h3>
        <p dir="auto">
          <Side diff={row.diff} side="brief" />
        </p>
      </div>
      <div>
        <h3>
          {t.check.inSource}{' '}
          {found !== null && <span className="dim">{t.check.place(found.paragraph, found.version)}</span>}
        </h3>
        <p dir="auto">
          <Side diff={row.diff} side="source" />
        </p>
      </div>
    </div>
  )
}

function Side({
  diff,
  side,
}: {
  readonly diff: readonly DiffOperation[]
  readonly side: 'brief' | 'source'
}) {
  const own = side === 'brief' ? 'insert' : 'delete'
  return diff.map(({ op, text }, index) => {
    if (op === 'equal') return <span key={index}>{text}</span>
    if (op !== own) return null
    return (
      <Differing
        key={index}
        op={side === 'brief' ? 'delete' : 'insert'}
        says={side === 'brief' ? t.check.notInSource : t.check.sourceHas}
        end={t.check.end}
      >
        {text}
      </Differing>
    )
  })
}
