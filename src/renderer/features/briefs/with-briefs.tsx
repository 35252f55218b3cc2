import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Brief, TemplateChoice } from '../../../shared/contract/briefs.ts'
import { useChangeCount } from '../../app/changes.tsx'
import { useBeforeLeaving } from '../../app/leaving.ts'
import { useLive, valueOf, type Live } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { useJourney } from '../../app/place.tsx'
import { QuotingContext, type Quoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import type { BriefSession } from '../editor/session.ts'
import { Sheets } from './sheets.ts'

export interface Briefs {
  readonly list: Live<readonly Brief[]>
  /** The brief that is open; it stays open behind other views. */
  readonly session: BriefSession | null
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

/** What verdicts and passages rest on. */
const JUDGED_BY = ['source', 'version', 'annotation', 'anchor', 'anchoring', 'attribution', 'actor']

/** Keeps the brief that is worked on open while other views are shown, so that the reader can quote into it. */
export function WithBriefs({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const list = useLive('briefs', ['brief'], (client) => client.briefs.list({}))
  const [session, setSession] = useState<BriefSession | null>(null)
  const [sheets] = useState(() => new Sheets(core, setSession))
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
  const changes = useChangeCount(JUDGED_BY)
  useEffect(() => {
    session?.checking.restOn(core, changes)
    session?.citing.now()
  }, [session, changes, core])
  useEffect(() => sheets.coreIs(core), [core, sheets])
  useKeptOnLeaving(sheets)
  useEffect(() => {
    const stored = valueOf(list)?.find(({ id }) => id === session?.id)
    // What cannot be read again stays as it is; the next save tells.
    if (stored !== undefined) sheets.follow(stored).catch(() => undefined)
  }, [list, session, sheets])
  const briefs = useMemo(
    (): Briefs => ({ list, session, open, create, close, keep }),
    [list, session, open, create, close, keep],
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
