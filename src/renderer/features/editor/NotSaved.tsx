import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { clock } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBriefs } from '../briefs/with-briefs.tsx'
import { useSession } from './session-context.tsx'
import { useStore } from './store.ts'

/** Over the sheet while it is not stored: since when, what is kept, and the way on. */
export function NotSaved() {
  const session = useSession()
  const status = useStore(session.saving.status)
  const { open } = useBriefs()
  const { fault } = useMessages()
  if (status.kind !== 'failed' && status.kind !== 'elsewhere') return null
  return (
    <div className="banner" role="alert">
      <Icon name="warn" />
      <p className="grow">
        {status.kind === 'failed' && <b>{t.editor.notSaved(clock(status.since))}. </b>}
        {status.kind === 'failed' ? `${status.message} ${t.editor.kept}` : status.message}
      </p>
      {status.kind === 'elsewhere' ? (
        <button type="button" className="btn" onClick={() => void open(session.id, true).catch(fault)}>
          {t.editor.openAgain}
        </button>
      ) : (
        <button type="button" className="btn" onClick={() => void session.saving.flush(false)}>
          {t.common.tryAgain}
        </button>
      )}
    </div>
  )
}
