import type { AffectedBrief } from '../../../shared/contract/briefs.ts'
import { t } from '../../app/strings/catalogue.ts'
import './trash.css'

/** Briefs that quote or cite a source: how often, and the first words they quote. */
export function Affected({
  affected,
  label = t.trash.affected,
}: {
  readonly affected: readonly AffectedBrief[]
  readonly label?: string
}) {
  return (
    <ul className="affected" aria-label={label}>
      {affected.map(({ id, title, quotes, citations, words }) => (
        <li key={id}>
          <span className="head">
            <b dir="auto">{title === '' ? t.briefs.untitled : title}</b>
            <span className="dim num">
              {[
                ...(quotes > 0 ? [t.trash.quotes(quotes)] : []),
                ...(citations > 0 ? [t.trash.citations(citations)] : []),
              ].join(' · ')}
            </span>
          </span>
          {words !== '' && (
            <span className="say" dir="auto">
              {words}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
