import { useEffect, useState, type ComponentProps } from 'react'
import { useChangeCount } from '../../app/changes.tsx'
import { Panes } from '../../app/Panes.tsx'
import { useSheet } from '../../app/sheet.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { BriefPanel } from '../citations/BriefPanel.tsx'
import { BriefSheet } from '../editor/BriefSheet.tsx'
import { SessionContext } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'
import { useBriefs } from './with-briefs.tsx'

/** What verdicts and passages rest on. */
const JUDGED_BY = ['source', 'version', 'annotation', 'anchor', 'anchoring', 'attribution', 'actor']

/** The brief that is open, beside the list of all and with its quotations. */
export function BriefDesk({
  session,
  list,
}: {
  readonly session: BriefSession
  readonly list: NonNullable<ComponentProps<typeof Panes>['list']>
}) {
  // The same brief read again is another sheet: what was drawn of the first one stays with its editor.
  const [drawn, setDrawn] = useState({ session, count: 0 })
  if (drawn.session !== session) setDrawn({ session, count: drawn.count + 1 })
  const core = useCore()
  const changes = useChangeCount(JUDGED_BY)
  useEffect(() => {
    session.checking.restOn(core, changes)
    session.citing.now()
  }, [session, changes, core])
  const { work } = useBriefs()
  const { isCurrent } = useSheet()
  useEffect(() => {
    if (isCurrent) work(session)
  }, [isCurrent, work, session])
  const key = `${session.id} ${String(drawn.count)}`
  return (
    <SessionContext value={session}>
      <Panes
        list={list}
        sheet={{ label: t.editor.label, content: <BriefSheet key={key} /> }}
        panel={{ label: t.citations.label, content: <BriefPanel key={key} /> }}
      />
    </SessionContext>
  )
}
