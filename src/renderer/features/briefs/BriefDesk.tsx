import { useState, type ComponentProps } from 'react'
import { Panes } from '../../app/Panes.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { BriefPanel } from '../citations/BriefPanel.tsx'
import { BriefSheet } from '../editor/BriefSheet.tsx'
import { SessionContext } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'

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
