import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { z } from 'zod'
import { AffectedBrief, type Brief } from '../../../shared/contract/briefs.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { detailOf, reasonOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useBriefs } from '../briefs/with-briefs.tsx'
import { TrashImpact } from './TrashImpact.tsx'

/** A source that is to be removed though briefs quote it, and what is to follow. */
export interface Doomed {
  readonly source: Source
  readonly affected: readonly AffectedBrief[]
  readonly after: () => void
}

export interface Trash {
  /** Removes a source; one that briefs quote only after they have been shown. `after` runs once it is gone. */
  readonly removeSource: (source: Source, after: () => void) => void
  readonly removeBrief: (brief: Brief, after: () => void) => void
  /** By id; of a source also by its citekey. */
  readonly putBack: (kind: 'source' | 'brief', named: string) => void
}

const TrashContext = createContext<Trash | null>(null)

export function useTrash(): Trash {
  const trash = useContext(TrashContext)
  if (trash === null) throw new Error('Nothing can be removed here.')
  return trash
}

const Affected = z.object({ affected: z.array(AffectedBrief) })

function useActs(setDoomed: (doomed: Doomed | null) => void) {
  const core = useCore()
  const { did, fault, say } = useMessages()
  const { close } = useBriefs()
  return useMemo(() => {
    const remove = async (source: Source, after: () => void, force: boolean): Promise<void> => {
      try {
        await core.sources.remove({ source: source.id, force })
        setDoomed(null)
        after()
        did(t.trash.moved(source.title))
      } catch (thrown) {
        const quoted = reasonOf(thrown) === 'quoted' ? Affected.safeParse(detailOf(thrown)) : null
        if (quoted?.success === true) setDoomed({ source, affected: quoted.data.affected, after })
        else fault(thrown)
      }
    }
    const removeBrief = async (brief: Brief, after: () => void): Promise<void> => {
      // Its title may have been typed since the list was drawn.
      let { title } = brief
      try {
        const gone = await close(brief.id, async () => {
          title = (await core.briefs.remove({ brief: brief.id })).title
        })
        if (!gone) return say(t.trash.notStored)
        after()
        did(t.trash.moved(title === '' ? t.briefs.untitled : title))
      } catch (thrown) {
        fault(thrown)
      }
    }
    const putBack = async (kind: 'source' | 'brief', named: string): Promise<void> => {
      try {
        const { title } =
          kind === 'source'
            ? await core.sources.restore({ source: named })
            : await core.briefs.restore({ brief: named })
        did(t.trash.isBack(title === '' ? t.briefs.untitled : title))
      } catch (thrown) {
        fault(thrown)
      }
    }
    return { remove, removeBrief, putBack }
  }, [core, did, fault, say, close, setDoomed])
}

export function WithTrash({ children }: { readonly children: ReactNode }) {
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const acts = useActs(setDoomed)
  const trash = useMemo(
    (): Trash => ({
      removeSource: (source, after) => void acts.remove(source, after, false),
      removeBrief: (brief, after) => void acts.removeBrief(brief, after),
      putBack: (kind, named) => void acts.putBack(kind, named),
    }),
    [acts],
  )
  return (
    <TrashContext value={trash}>
      {children}
      {doomed !== null && (
        <TrashImpact
          doomed={doomed}
          spare={() => setDoomed(null)}
          moveAnyway={() => void acts.remove(doomed.source, doomed.after, true)}
        />
      )}
    </TrashContext>
  )
}
