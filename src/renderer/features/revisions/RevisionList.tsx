import type { KeyboardEvent } from 'react'
import type { Revision } from '../../../shared/contract/briefs.ts'
import { t } from '../../app/strings/catalogue.ts'
import { moment } from '../../app/strings/plural.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'

const ROW = 44
const keyOf = ({ id }: Revision): string => id

/** When each revision was kept, the newest first. Arrow keys move the choice. */
export function RevisionList({
  revisions,
  chosen,
  choose,
  more,
}: {
  readonly revisions: readonly Revision[]
  readonly chosen: string | null
  readonly choose: (id: string) => void
  /** Shows older ones; null where there are none. */
  readonly more: (() => void) | null
}) {
  if (revisions.length === 0) return <p className="quiet-note">{t.revisions.none}</p>
  return (
    <div className="kept">
      <VirtualList
        items={revisions}
        keyOf={keyOf}
        estimate={ROW}
        label={t.revisions.list(revisions.length)}
        role="listbox"
        chosen={chosen}
        onKeyDown={(event) => {
          const next = stepped(event, revisions, chosen)
          if (next !== undefined) choose(next.id)
        }}
      >
        {(revision) => (
          <Row revision={revision} chosen={revision.id === chosen} choose={() => choose(revision.id)} />
        )}
      </VirtualList>
      {more !== null && (
        <button type="button" className="btn ghost" onClick={more}>
          {t.revisions.older}
        </button>
      )}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function stepped(
  event: KeyboardEvent,
  revisions: readonly Revision[],
  chosen: string | null,
): Revision | undefined {
  const here = revisions.findIndex(({ id }) => id === chosen)
  const ends: Readonly<Record<string, number>> = { Home: 0, End: revisions.length - 1 }
  const step = STEPS[event.key]
  const next = ends[event.key] ?? (step === undefined ? null : here + step)
  if (next === null) return undefined
  event.preventDefault()
  return revisions[Math.min(revisions.length - 1, Math.max(0, next))]
}

function Row({
  revision: { at, words },
  chosen,
  choose,
}: {
  readonly revision: Revision
  readonly chosen: boolean
  readonly choose: () => void
}) {
  return (
    // The listbox has the keys; a click is the pointer's way to the same choice.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div className="row" data-chosen={chosen} onClick={choose}>
      <span className="t">{moment(at)}</span>
      <span className="m">
        <span className="num">{words === null ? t.revisions.unread : t.briefs.words(words)}</span>
      </span>
    </div>
  )
}
