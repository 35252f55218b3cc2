import { useState, type ReactNode } from 'react'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useSession } from '../editor/session-context.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { lastExportOf } from './last-export.ts'
import { useExport } from './useExport.ts'

export interface Exporting {
  /** Opens the dialog. */
  readonly ask: () => void
  /** Repeats the last export; where there is none, or its place is gone, opens the dialog. */
  readonly again: () => void
  /** The dialog, while it is open. */
  readonly dialog: ReactNode
}

/** Sends the brief of this sheet out. */
export function useExporting(name: string): Exporting {
  const session = useSession()
  const { say } = useMessages()
  /** Why the dialog is open; null for nothing but the wish, undefined while it is closed. */
  const [why, setWhy] = useState<string | null>()
  const { writing, again, stop } = useExport(session, name, {
    done: () => undefined,
    progressed: ({ format, number, of }) =>
      say(t.exporting.writing(t.exporting[format], number, of), {
        label: t.exporting.stop,
        run: () => stop(),
      }),
    failed: (sentence, what) => (what === 'place' ? setWhy(sentence) : say(sentence)),
  })
  return {
    ask: () => setWhy(null),
    again: () => {
      if (why !== undefined || writing !== null) return
      const last = lastExportOf(session.id)
      if (last === null) setWhy(t.exporting.nothingYet)
      else again(last)
    },
    dialog: why === undefined ? null : <ExportDialog name={name} why={why} close={() => setWhy(undefined)} />,
  }
}
