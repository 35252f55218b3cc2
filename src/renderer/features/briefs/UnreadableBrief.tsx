import { useState } from 'react'
import { reasonOf, sentenceOf } from '../../app/fault.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useMessages } from '../../app/messages.tsx'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities, useCore } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'

/** Briefs whose words can be read although they do not open. */
export const isReadable = (error: unknown): boolean =>
  ['damaged-brief', 'newer-brief'].includes(reasonOf(error) ?? '')

/** A brief that is damaged, or of a newer form: the words of it that can be read, and the ways to keep them. Nothing is written over it. */
export function UnreadableBrief({
  id,
  error,
  again,
}: {
  readonly id: string
  readonly error: unknown
  readonly again: () => void
}) {
  const words = useLive(`salvaged ${id}`, ['brief'], (core) => core.briefs.salvaged({ brief: id }))
  const read = valueOf(words)
  const title = read === null || read.title === '' ? t.briefs.untitled : read.title
  return (
    <>
      <div className="bar">
        <h1 className="trail">
          <span className="dim">{t.briefs.title} / </span>
          <bdi>{title}</bdi>
        </h1>
      </div>
      <div className="banner" role="alert">
        <Icon name="warn" />
        <p className="grow">
          {sentenceOf(error)} {t.briefs.readOnly}
        </p>
      </div>
      <Ways id={id} title={title} damaged={reasonOf(error) === 'damaged-brief'} again={again} />
      <div className="scroll">
        <article className="sheet brief" aria-label={title}>
          {words.kind === 'failed' && <p role="alert">{sentenceOf(words.error)}</p>}
          {read !== null && (
            <>
              <h2 className="brief-title" dir="auto">
                {title}
              </h2>
              {/* No more than its words is sure: so they are shown as such. */}
              <div className="draft salvaged" dir="auto">
                {read.text}
              </div>
            </>
          )}
        </article>
      </div>
    </>
  )
}

function Ways({
  id,
  title,
  damaged,
  again,
}: {
  readonly id: string
  readonly title: string
  readonly damaged: boolean
  readonly again: () => void
}) {
  const { shell } = useCapabilities()
  const { busy, toFile, toBrief, restore } = useWays(id, title, again)
  const kept = useLive(`revisions ${id} 30`, ['brief_revision'], (core) =>
    core.briefs.revisions({ brief: id }),
  )
  const last = valueOf(kept)?.find(({ words }) => words !== null)
  return (
    <div className="salvage-ways" role="group" aria-label={t.briefs.ways}>
      <button type="button" className="btn primary" disabled={busy} onClick={toBrief}>
        {t.briefs.asNew}
      </button>
      {shell !== null && (
        <button type="button" className="btn" disabled={busy} onClick={toFile}>
          {t.briefs.asText}
        </button>
      )}
      {damaged && last !== undefined && (
        <button type="button" className="btn" disabled={busy} onClick={() => restore(last.id)}>
          {t.briefs.lastRevision}
        </button>
      )}
    </div>
  )
}

function useWays(id: string, title: string, again: () => void) {
  const core = useCore()
  const { shell } = useCapabilities()
  const { replace } = useJourney()
  const { did, say, fault } = useMessages()
  const [busy, setBusy] = useState(false)
  const during = (work: Promise<void>): void => {
    setBusy(true)
    void work.catch(fault).finally(() => setBusy(false))
  }
  const toFile = async (): Promise<void> => {
    const { chosen } = (await shell?.chooseTarget({ name: title, format: 'txt' })) ?? { chosen: null }
    if (chosen === null) return
    // The system's dialog has asked before it named a file that is there.
    await core.briefs.salvageToFile({ brief: id, out: chosen.token, force: true })
    const reveal = (): void => void shell?.reveal({ token: chosen.token }).catch(fault)
    say(t.exporting.done(chosen.name), { label: t.exporting.showInFolder, run: reveal })
  }
  const toBrief = async (): Promise<void> => {
    const made = await core.briefs.salvage({ brief: id })
    replace({ view: 'briefs', brief: made.id, at: null })
    did(t.briefs.recovered)
  }
  const restore = async (revision: string): Promise<void> => {
    await core.briefs.restoreRevision({ revision })
    again()
    did(t.revisions.restored)
  }
  return {
    busy,
    toFile: () => during(toFile()),
    toBrief: () => during(toBrief()),
    restore: (revision: string) => during(restore(revision)),
  }
}
