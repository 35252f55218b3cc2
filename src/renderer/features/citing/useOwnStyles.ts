import type { CitationStyle } from '../../../shared/contract/citations.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { useSession } from '../editor/session-context.tsx'

/** Styles of the library's own. `style` is the one that the brief is set in. */
export function useOwnStyles(style: string) {
  const session = useSession()
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, did, fault, undo } = useMessages()
  /** One that is added is wanted for this brief; taking that back gives the brief its style back too. */
  const add = async (): Promise<void> => {
    if (shell === null) return
    try {
      const { chosen } = await shell.chooseStyle({})
      if (chosen === null) return
      const { id, title } = await core.citations.addStyle({ path: chosen.token })
      session.citationStyle.set(id)
      const back = (): void => {
        if (session.citationStyle.get() === id) session.citationStyle.set(style)
        undo()
      }
      say(t.citing.styleAdded(title), { label: t.common.undo, run: back })
    } catch (error) {
      fault(error)
    }
  }
  const remove = async ({ id, title }: CitationStyle): Promise<void> => {
    try {
      await core.citations.removeStyle({ style: id })
      did(t.citing.styleRemoved(title))
    } catch (error) {
      fault(error)
    }
  }
  return { add, remove }
}
