import type { TemplateChoice } from '../../../shared/contract/briefs.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sentenceOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { Panes } from '../../app/Panes.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { BriefList } from './BriefList.tsx'
import { isReadable, UnreadableBrief } from './UnreadableBrief.tsx'
import { useBriefs } from './with-briefs.tsx'

/** With the editor, which a window that shows sources starts without. */
const BriefDesk = lazy(async () => ({ default: (await import('./BriefDesk.tsx')).BriefDesk }))

/** The briefs, the one that is written in, and its quotations. */
export function BriefsView() {
  const { place, replace } = useJourney()
  const { list, sessions, session: last, open, create } = useBriefs()
  const { fault } = useMessages()
  const wanted = place.view === 'briefs' ? place.brief : null
  const [failed, setFailed] = useState<{ readonly id: string; readonly error: unknown } | null>(null)
  const session = wanted === null ? undefined : sessions.get(wanted)
  const fallback = last?.id ?? (list.kind === 'ready' ? list.value[0]?.id : undefined)
  useEffect(() => {
    if (wanted === null && fallback !== undefined) replace({ view: 'briefs', brief: fallback, at: null })
  }, [wanted, fallback, replace])
  const isOpen = session !== undefined
  useEffect(() => {
    if (wanted === null || isOpen) return
    open(wanted).then(
      () => setFailed(null),
      (error: unknown) => setFailed({ id: wanted, error }),
    )
  }, [wanted, open, isOpen])
  const isGone = failed?.id === wanted && list.kind === 'ready' && !list.value.some(({ id }) => id === wanted)
  useEffect(() => {
    // It was removed, here or elsewhere: another one takes its place.
    if (isGone) replace({ view: 'briefs', brief: null, at: null })
  }, [isGone, replace])
  const start = (template?: TemplateChoice): void => {
    create(template).then((made) => replace({ view: 'briefs', brief: made.id, at: null }), fault)
  }
  const briefs = { label: t.briefs.title, content: <BriefList list={list} chosen={wanted} create={start} /> }
  if (failed?.id === wanted && failed !== null) {
    const again = (): void => void open(failed.id).then(() => setFailed(null), fault)
    return (
      <Panes
        list={briefs}
        sheet={{
          label: t.editor.label,
          content: isReadable(failed.error) ? (
            <UnreadableBrief key={failed.id} {...failed} again={again} />
          ) : (
            <NotOpened {...failed} again={again} />
          ),
        }}
      />
    )
  }
  if (session === undefined) {
    return (
      <Panes
        list={briefs}
        sheet={{ label: t.editor.label, content: <Empty create={() => start()} list={list.kind} /> }}
      />
    )
  }
  return (
    <Suspense fallback={<Panes list={briefs} sheet={{ label: t.editor.label, content: <Skeleton /> }} />}>
      <BriefDesk session={session} list={briefs} />
    </Suspense>
  )
}

function Empty({ create, list }: { readonly create: () => void; readonly list: string }) {
  if (list === 'loading') return <Skeleton />
  return (
    <div className="said">
      <h2>{t.briefs.none}</h2>
      <p>{t.briefs.noneHint}</p>
      <div className="acts">
        <button type="button" className="btn l primary" onClick={create}>
          {t.briefs.new}
        </button>
      </div>
    </div>
  )
}

function Skeleton() {
  return <div className="skeleton" role="status" aria-label={t.common.loading} />
}

function NotOpened({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  return (
    <div className="said" role="alert">
      <h2>{t.briefs.notOpened}</h2>
      <p>{sentenceOf(error)}</p>
      <div className="acts">
        <button type="button" className="btn l primary" onClick={again}>
          {t.common.tryAgain}
        </button>
      </div>
    </div>
  )
}
