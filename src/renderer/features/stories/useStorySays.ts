import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'

/** Keeps a person's word on a source and another one (id or citekey), with the way to take it back; true once it is kept. */
export function useStorySays(source: string): (other: string, same: boolean) => Promise<boolean> {
  const core = useCore()
  const { did, fault } = useMessages()
  return async (other, same) => {
    try {
      await core.stories.say({ source, other, same })
      did(same ? t.stories.saidSame : t.stories.saidNot)
      return true
    } catch (thrown) {
      fault(thrown)
      return false
    }
  }
}
