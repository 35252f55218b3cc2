import { useCallback } from 'react'
import type { Settling } from '../../../shared/contract/annotations.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useBriefs } from '../briefs/with-briefs.tsx'

/** Decides on highlights of an older version and says what was done, with the way back. */
export function useSettling(): (settling: Settling, done: string) => void {
  const core = useCore()
  const { did, say, fault } = useMessages()
  const { keep } = useBriefs()
  return useCallback(
    (settling, done) => {
      const settle = async (): Promise<void> => {
        // Quotes change beneath the sheet of a brief that is open: what is typed there is stored first.
        if (!(await keep())) return say(t.versions.notStored)
        const { unread } = await core.annotations.settle(settling)
        did(unread.length === 0 ? done : `${done} ${t.versions.unread}`)
      }
      settle().catch(fault)
    },
    [core, did, say, fault, keep],
  )
}
