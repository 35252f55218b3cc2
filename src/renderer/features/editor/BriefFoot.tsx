import { useEffect, useRef, useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { clock } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Counts } from './Counts.tsx'
import type { DraftQuotation } from './places.ts'
import { useSession } from './session-context.tsx'
import { useStore } from './store.ts'
import { matches, needsLook } from './verdict.tsx'

/** Milliseconds after the last key before changed verdicts are said. */
const QUIET = 1500

/** The two sums, the words, and whether all is stored. */
export function BriefFoot() {
  const session = useSession()
  const { quotations } = useStore(session.checking.checked)
  const status = useStore(session.saving.status)
  const match = quotations.filter(({ row }) => matches(row)).length
  const need = quotations.filter(({ row }) => needsLook(row)).length
  return (
    <div className="foot brief-foot">
      <span>{t.editor.quotations(quotations.length)}</span>
      {match > 0 && (
        <span className="v verbatim">
          <Icon name="verbatim" />
          {t.editor.match(match)}
        </span>
      )}
      {need > 0 && (
        <span className="v altered">
          <Icon name="warn" />
          {t.editor.need(need)}
        </span>
      )}
      <span className="grow" />
      <Counts />
      <span>
        {status.kind === 'saved'
          ? t.editor.saved
          : status.kind === 'failed'
            ? t.editor.notSaved(clock(status.since))
            : t.editor.saving}
      </span>
      <Worse quotations={quotations} />
    </div>
  )
}

/** Says, once the keys rest, which quotations came to need a look. */
function Worse({ quotations }: { readonly quotations: readonly DraftQuotation[] }) {
  const known = useRef<ReadonlyMap<string, boolean> | null>(null)
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = known.current
      known.current = new Map(quotations.map(({ id, row }) => [id, needsLook(row)]))
      if (before === null) return
      const worse = quotations.filter(({ id, row }) => needsLook(row) && before.get(id) !== true)
      const [first] = worse
      if (first === undefined) say('')
      else if (worse.length > 1) say(t.editor.becameMany(worse.length))
      else say(t.editor.became(first.number, t.check.words[first.row.verdict].toLowerCase()))
    }, QUIET)
    return () => clearTimeout(timer)
  }, [quotations])
  return (
    <span className="vh" role="status" aria-live="polite">
      {said}
    </span>
  )
}
