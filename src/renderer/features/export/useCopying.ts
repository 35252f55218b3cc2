import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import type { BriefSession } from '../editor/session.ts'
import { selectedState } from './selected-state.ts'

export type CopiedAs = 'markdown' | 'rich-text'

/** Copies what is selected in a brief, else all of it, as an export would print it. */
export function useCopying(session: BriefSession): (as: CopiedAs) => void {
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const copy = async (as: CopiedAs): Promise<void> => {
    if (shell === null) return say(t.exporting.noShell)
    const selected = selectedState(session)
    const state = JSON.stringify(selected ?? session.sheet().state)
    const { markdown, html } = await core.briefs.copied({ brief: session.id, state })
    await shell.copy(as === 'markdown' ? { text: markdown } : { text: markdown, html })
    say(t.exporting.copied[as][selected === null ? 'whole' : 'part'])
  }
  return (as) => void copy(as).catch(fault)
}
