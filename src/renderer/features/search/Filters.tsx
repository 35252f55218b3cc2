import type { SearchHit } from '../../../shared/contract/library.ts'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'

/** Which kinds of passages are shown. */
export type Where = Readonly<Record<SearchHit['kind'], boolean>>

const KINDS = [
  ['source', t.search.sources],
  ['annotation', t.search.highlights],
  ['brief', t.search.briefs],
] as const

export function Filters({
  where,
  change,
  hits,
}: {
  readonly where: Where
  readonly change: (where: Where) => void
  readonly hits: readonly SearchHit[]
}) {
  return (
    <>
      <div className="bar sb">
        <h2>{t.search.filters}</h2>
      </div>
      <fieldset className="fb">
        <legend className="cap">{t.search.where}</legend>
        {KINDS.map(([kind, label]) => (
          <label key={kind} className="fc">
            <input
              type="checkbox"
              checked={where[kind]}
              onChange={(event) => change({ ...where, [kind]: event.target.checked })}
            />
            <span className="grow">{label}</span>
            <span className="dim num">{number(hits.filter((hit) => hit.kind === kind).length)}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
