import type { ComponentProps } from 'react'
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
  return (
    <SessionContext value={session}>
      <Panes
        list={list}
        sheet={{ label: t.editor.label, content: <BriefSheet key={session.id} /> }}
        panel={{ label: t.citations.label, content: <BriefPanel key={session.id} /> }}
      />
    </SessionContext>
  )
}
