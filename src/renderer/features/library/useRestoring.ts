import { useRef } from 'react'
import type { Grant } from '../../../shared/contract/shell.ts'
import { useLeaving } from '../../app/leaving.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import type { CoreClient } from '../../app/transport/transport.ts'
import { libraryName } from '../../app/library-name.ts'

/** Milliseconds between two tellings of how far it is. */
const TOLD_EVERY = 1000

/** Makes a new library of a folder that an export wrote, one at a time, and offers to open it. */
export function useRestoring(): () => void {
  const core = useCore()
  const { shell } = useCapabilities()
  const { say, fault } = useMessages()
  const leaving = useLeaving()
  const isRestoring = useRef(false)
  const open = async (token: string): Promise<void> => {
    // This library is let go: what was typed in it is stored first.
    if (await leaving.keep()) await shell?.openLibrary({ token })
    else say(t.restoring.notStored)
  }
  const restore = async (): Promise<void> => {
    const { chosen: folder } = (await shell?.chooseExported({})) ?? { chosen: null }
    if (folder === null) return
    const asked = { name: t.restoring.libraryName(folder.name), format: 'library' } as const
    const { chosen: to } = (await shell?.chooseTarget(asked)) ?? { chosen: null }
    if (to === null) return
    const counts = await restored(core, folder, to, say)
    if (counts === null) return say(t.restoring.stopped)
    const action = { label: t.restoring.open, run: () => void open(to.token).catch(fault) }
    say(t.restoring.done(libraryName(to.name), counts.sources, counts.briefs, counts.missing), action)
  }
  return () => {
    if (isRestoring.current) return
    isRestoring.current = true
    void restore()
      .catch(fault)
      .finally(() => (isRestoring.current = false))
  }
}

interface Restored {
  readonly sources: number
  readonly briefs: number
  /** Stored files that were gone already when the folder was written. */
  readonly missing: number
}

/** Null where the user stopped it. */
async function restored(
  core: CoreClient,
  folder: Grant,
  to: Grant,
  say: ReturnType<typeof useMessages>['say'],
): Promise<Restored | null> {
  const stopping = new AbortController()
  const asked = { folder: folder.token, to: to.token }
  let told = performance.now()
  try {
    for await (const step of await core.library.restore(asked, { signal: stopping.signal })) {
      if (step.kind === 'done') return { ...step.counts, missing: step.missing }
      if (performance.now() - told < TOLD_EVERY) continue
      told = performance.now()
      const stop = { label: t.restoring.stop, run: () => stopping.abort() }
      say(t.restoring.soFar[step.what](step.done, step.total), stop)
    }
  } catch (error) {
    if (!stopping.signal.aborted) throw error
  }
  return null
}
