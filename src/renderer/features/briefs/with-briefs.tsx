import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Brief, TemplateChoice } from '../../../shared/contract/briefs.ts'
import { useBeforeLeaving } from '../../app/leaving.ts'
import { useLive, valueOf, type Live } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { useJourney } from '../../app/place.ts'
import { QuotingContext, type Quoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useTabs } from '../../app/with-tabs.tsx'
import type { BriefSession } from '../editor/session.ts'
import { NONE_OPEN, Sheets, type Opened } from './sheets.ts'

export interface Briefs {
  readonly list: Live<readonly Brief[]>
  /** Those that are open; one stays so behind other views. */
  readonly sessions: Opened['sessions']
  /** The one last worked on. */
  readonly session: BriefSession | null
  /** Tells that this one is worked on. */
  readonly work: (session: BriefSession) => void
  /** Opens a brief, anew with `again`. Throws what the core throws. */
  readonly open: (id: string, again?: boolean) => Promise<BriefSession>
  /** A new brief, empty or from a template. */
  readonly create: (template?: TemplateChoice) => Promise<BriefSession>
  /** Lets a brief go that `remove` takes away, once all of it is stored; false, with nothing removed, where it cannot be. */
  readonly close: (id: string, remove: () => Promise<unknown>) => Promise<boolean>
  /** Stores what is typed before something else changes briefs; false where it cannot be. */
  readonly keep: () => Promise<boolean>
}

const BriefsContext = createContext<Briefs | null>(null)

export function useBriefs(): Briefs {
  const briefs = useContext(BriefsContext)
  if (briefs === null) throw new Error('There are no briefs here.')
  return briefs
}

/** Keeps the briefs that are worked on open while other views are shown, so that the reader can quote into it. */
export function WithBriefs({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const list = useLive('briefs', ['brief'], (client) => client.briefs.list({}))
  const { tabs } = useTabs()
  const [{ sessions, now: session }, setOpened] = useState(NONE_OPEN)
  const [sheets] = useState(() => new Sheets(core, setOpened))
  const open = useCallback((id: string, again = false) => sheets.open(id, again), [sheets])
  const create = useCallback(
    (template?: TemplateChoice) => sheets.create(navigator.language, template ?? null),
    [sheets],
  )
  const close = useCallback(
    (id: string, remove: () => Promise<unknown>) => sheets.close(id, remove),
    [sheets],
  )
  const keep = useCallback(async () => {
    await sheets.keep()
    return sheets.unstored().length === 0
  }, [sheets])
  const work = useCallback((each: BriefSession) => sheets.work(each), [sheets])
  useEffect(() => {
    const shown = tabs.all.flatMap(({ now }) =>
      now.view === 'briefs' && now.brief !== null ? [now.brief] : [],
    )
    if (sessions.size > 0) sheets.retain(new Set(shown))
  }, [sheets, sessions, tabs])
  useEffect(() => sheets.coreIs(core), [core, sheets])
  useKeptOnLeaving(sheets)
  useEffect(() => {
    // What cannot be read again stays as it is; the next save tells.
    sheets.follow(valueOf(list) ?? []).catch(() => undefined)
  }, [list, sheets])
  const briefs = useMemo(
    (): Briefs => ({ list, sessions, session, work, open, create, close, keep }),
    [list, sessions, session, work, open, create, close, keep],
  )
  return (
    <BriefsContext value={briefs}>
      <WithQuoting briefs={briefs}>{children}</WithQuoting>
    </BriefsContext>
  )
}

/** What is not stored yet is stored when the window loses its focus, and before it goes. */
function useKeptOnLeaving(sheets: Sheets): void {
  useBeforeLeaving(sheets)
  useEffect(() => {
    const onLeave = (): void => sheets.saveUnstored()
    window.addEventListener('blur', onLeave)
    window.addEventListener('pagehide', onLeave)
    return () => {
      window.removeEventListener('blur', onLeave)
      window.removeEventListener('pagehide', onLeave)
    }
  }, [sheets])
}

/** Lets the reader put passages into the brief last worked on; into a new one where there is none. */
function WithQuoting({ briefs, children }: { readonly briefs: Briefs; readonly children: ReactNode }) {
  const core = useCore()
  const { say } = useMessages()
  const { go } = useJourney()
  const { session, open, create } = briefs
  const last = useMemo(() => latest(valueOf(briefs.list) ?? []), [briefs.list])
  const title = (session === null ? last?.title : session.title.get()) ?? ''
  const quoting = useMemo(
    (): Quoting => ({
      brief: title === '' ? t.briefs.untitled : title,
      quote: async ({ id }: Annotation) => {
        const into = session ?? (last === null ? await create() : await open(last.id))
        const [passage] = await core.briefs.passages({ quotes: [{ annotation: id }] })
        if (passage === undefined) return
        const { insertQuote, quoteOf } = await import('../editor/acts/insert-quote.ts')
        insertQuote(into.editor, quoteOf(passage), false)
        const name = into.title.get() === '' ? t.briefs.untitled : into.title.get()
        const show = (): void => go({ view: 'briefs', brief: into.id, at: null })
        say(t.briefs.quotedIn(name), { label: t.briefs.show, run: show })
      },
    }),
    [core, session, last, title, open, create, say, go],
  )
  return <QuotingContext value={quoting}>{children}</QuotingContext>
}

const latest = (briefs: readonly Brief[]): Brief | null =>
  briefs.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))[0] ?? null
