import { useState } from 'react'
import type { TrashContents } from '../../../shared/contract/library.ts'
import { ImpactDialog } from '../../app/ImpactDialog.tsx'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useBriefs } from '../briefs/with-briefs.tsx'
import { Affected } from './Affected.tsx'

/** Empties the trash, once what goes for good has been shown. */
export function EmptyTrash({ empty }: { readonly empty: boolean }) {
  const core = useCore()
  const { say, fault } = useMessages()
  const { keep } = useBriefs()
  const [contents, setContents] = useState<TrashContents | null>(null)
  const ask = async (): Promise<void> => {
    // A citation that was typed a moment ago counts.
    if (!(await keep())) return say(t.trash.briefNotStored)
    setContents(await core.library.trashContents({}))
  }
  const take = async ({ unused, used }: TrashContents, usedToo: boolean): Promise<void> => {
    setContents(null)
    const ids = [...unused, ...used].map(({ id }) => id)
    const { emptied, kept } = await core.library.emptyTrash({ ids, usedToo })
    say(kept.length === 0 ? t.trash.emptied(emptied.length) : t.trash.emptiedBut(emptied.length, kept.length))
  }
  return (
    <>
      {/* Not switched off for good: the focus that emptied it stays there. */}
      <button
        type="button"
        className="btn"
        aria-disabled={empty}
        onClick={() => {
          if (!empty) void ask().catch(fault)
        }}
      >
        {t.trash.emptyIt}
      </button>
      {contents !== null && (
        <Asked
          contents={contents}
          spare={() => setContents(null)}
          take={(usedToo) => void take(contents, usedToo).catch(fault)}
        />
      )}
    </>
  )
}

function Asked({
  contents: { unused, used, highlights },
  spare,
  take,
}: {
  readonly contents: TrashContents
  readonly spare: () => void
  readonly take: (usedToo: boolean) => void
}) {
  const all = { label: used.length === 0 ? t.trash.emptyNow : t.trash.emptyAll, run: () => take(true) }
  const rest = { label: t.trash.emptyUnused, run: () => take(false) }
  return (
    <ImpactDialog
      title={t.trash.emptying}
      hint={t.trash.goes(unused.length + used.length, highlights.unused + highlights.used)}
      acts={used.length === 0 ? [all] : unused.length === 0 ? [all] : [all, rest]}
      spare={spare}
    >
      {used.length > 0 && <p>{t.trash.inUse(used.length)}</p>}
      {used.map(({ id, title, affected }) => (
        <section key={id} className="used">
          <h3 dir="auto">{title}</h3>
          <Affected affected={affected} label={t.trash.usersOf(title)} />
        </section>
      ))}
    </ImpactDialog>
  )
}
