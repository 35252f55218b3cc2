import { useEffect, useState } from 'react'
import type { Revision } from '../../../shared/contract/briefs.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useLive } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBriefs } from '../briefs/with-briefs.tsx'
import { useSession } from '../editor/session-context.tsx'
import { RevisionDiff } from './RevisionDiff.tsx'
import { RevisionList } from './RevisionList.tsx'
import './revisions.css'

/** How many more are shown at once. */
const PAGE = 30

/** A brief as it was at each pause, word by word against what it is now; any of them can come back. */
export function RevisionsDialog({ close }: { readonly close: () => void }) {
  const session = useSession()
  const [limit, setLimit] = useState(PAGE)
  const [chosen, choose] = useState<string | null>(null)
  const { busy, restore } = useRestore(close)
  useEffect(() => {
    // What was typed last is held against the revisions too.
    void session.saving.flush(false)
  }, [session])
  const listed = useLive(`revisions ${session.id} ${String(limit)}`, ['brief_revision'], (core) =>
    core.briefs.revisions({ brief: session.id, limit }),
  )
  const revisions = listed.kind === 'ready' ? listed.value : listed.kind === 'loading' ? listed.before : null
  const here = revisions?.find(({ id }) => id === chosen) ?? revisions?.[0] ?? null
  return (
    <Dialog title={t.revisions.title} closeLabel={t.common.close} close={close} className="revisions">
      <div className="body">
        {listed.kind === 'failed' && (
          <p className="warn" role="alert">
            {sentenceOf(listed.error)}
          </p>
        )}
        {revisions !== null && (
          <RevisionList
            revisions={revisions}
            chosen={here?.id ?? null}
            choose={choose}
            more={revisions.length < limit ? null : () => setLimit(limit + PAGE)}
          />
        )}
        <div className="shown">{here !== null && <RevisionDiff revision={here} />}</div>
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn l" onClick={close}>
          {t.common.close}
        </button>
        <button
          type="button"
          className="btn l primary"
          disabled={busy || here?.words == null}
          onClick={() => {
            if (here !== null) void restore(here)
          }}
        >
          {t.revisions.restore}
        </button>
      </footer>
    </Dialog>
  )
}

function useRestore(close: () => void) {
  const core = useCore()
  const { keep } = useBriefs()
  const { did, say, fault } = useMessages()
  const [busy, setBusy] = useState(false)
  const restore = async ({ id }: Revision): Promise<void> => {
    setBusy(true)
    try {
      if (!(await keep())) return say(t.revisions.notStored)
      // The sheet follows what is stored, here and in other windows.
      await core.briefs.restoreRevision({ revision: id })
      close()
      did(t.revisions.restored)
    } catch (error) {
      fault(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, restore }
}
