import { useRef } from 'react'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import type { BriefSession } from '../editor/session.ts'

/** Prints a brief by the system's dialog, one at a time; to call it off there is no fault. */
export function usePrinting(session: BriefSession): () => void {
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const isPrinting = useRef(false)
  const print = async (): Promise<void> => {
    if (shell === null) return say(t.exporting.noShell)
    // What is printed is what is stored.
    if (!(await session.saving.flush(true))) return say(t.exporting.unsaved)
    const { printed } = await shell.print({ brief: session.id })
    if (printed) say(t.exporting.printed)
  }
  return () => {
    if (isPrinting.current) return
    isPrinting.current = true
    void print()
      .catch(fault)
      .finally(() => (isPrinting.current = false))
  }
}
