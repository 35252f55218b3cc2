import type { Revision } from '../../../shared/contract/briefs.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { moment } from '../../app/strings/plural.ts'
import { DiffWords } from '../../ui/DiffWords.tsx'

/** UTF-16 units of equal words around each difference. */
const AROUND = 200

const SAYS = { deleted: t.revisions.only, inserted: t.revisions.now, end: t.revisions.end }

/** What differs between a revision and the brief as it is stored now. */
export function RevisionDiff({ revision: { id, at } }: { readonly revision: Revision }) {
  const told = useLive(`revision ${id}`, ['brief'], (core) => core.briefs.revisionDiff({ revision: id }))
  if (told.kind === 'loading') return <div className="skeleton" role="status" aria-label={t.common.loading} />
  if (told.kind === 'failed')
    return (
      <p className="warn" role="alert">
        {sentenceOf(told.error)}
      </p>
    )
  const { diff } = told.value
  const same = diff.every(({ op }) => op === 'equal')
  return (
    // What overflows is scrolled by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="differences scroll" aria-label={`${t.revisions.differs}, ${moment(at)}`} tabIndex={0}>
      <p className="hint">{same ? t.revisions.same : t.revisions.legend}</p>
      {!same && (
        <p className="words" dir="auto">
          <DiffWords diff={diff} around={AROUND} says={SAYS} />
        </p>
      )}
    </section>
  )
}
