import type { Passage } from '../../../shared/contract/passages.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sentenceOfVerdict } from '../check/sentence.ts'
import { VerdictWord } from '../editor/verdict.tsx'
import type { AlteringActs } from './useAltering.ts'

/** How the words would be judged, what is cut of the passage, and what a reader may be misled by. */
export function Outcome({ acts, passage }: { readonly acts: AlteringActs; readonly passage: Passage }) {
  const { row, altering } = acts
  const cuts = altering.quote.alterations.filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(altering.exact.slice(start, end)),
  )
  const isWider = altering.before > 0 || altering.after > 0
  return (
    <div className="outcome" aria-live="polite">
      {isWider && <p className="note">{t.alter.wider(passage.citekey)}</p>}
      {row !== null && (
        <p className="note">
          <VerdictWord verdict={row.verdict} tint />
          <span>{sentenceOfVerdict(row)}</span>
        </p>
      )}
      {row?.warnings.map(({ code, message }) => (
        <p key={code} className="note warned">
          <Icon name="warn" size="s" />
          <span>
            <b>{t.check.warnings[code]}.</b> {message}
          </span>
        </p>
      ))}
      {cuts.length > 0 && (
        <p className="cuts" dir="auto">
          <span className="dim">{t.alter.cut}</span>{' '}
          {cuts.map(({ start, end }) => (
            <del key={start}>{altering.exact.slice(start, end).trim()}</del>
          ))}
        </p>
      )}
    </div>
  )
}
