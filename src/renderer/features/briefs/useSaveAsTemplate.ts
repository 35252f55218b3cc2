import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useSession } from '../editor/session-context.tsx'

/** Makes a template of the brief that is open, as it stands; the brief itself stays what it is. */
export function useSaveAsTemplate(): () => void {
  const core = useCore()
  const session = useSession()
  const { did, say, fault } = useMessages()
  const save = async (): Promise<void> => {
    // What is copied is what is stored: so all is stored first.
    if (!(await session.saving.flush(true))) return say(t.revisions.notStored)
    const { title } = await core.briefs.saveAsTemplate({ brief: session.id })
    did(t.templates.saved(title === '' ? t.briefs.untitled : title))
  }
  return () => void save().catch(fault)
}
