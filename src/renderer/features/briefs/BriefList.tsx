import { useState, type KeyboardEvent } from 'react'
import type { Brief, TemplateChoice } from '../../../shared/contract/briefs.ts'
import { carryPlace } from '../../app/carried.ts'
import { useLayout } from '../../app/layout.tsx'
import type { Live } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { day, number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { RemoveButton, isRemoving } from '../trash/RemoveButton.tsx'
import { useTrash } from '../trash/with-trash.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'

const ROW = 58
const keyOf = ({ id }: Brief): string => id

/** All briefs, the one last written in first. Arrow keys move the choice. */
export function BriefList({
  list,
  chosen,
  create,
}: {
  readonly list: Live<readonly Brief[]>
  readonly chosen: string | null
  readonly create: (template?: TemplateChoice) => void
}) {
  const { go, replace } = useJourney()
  const { closeDrawers } = useLayout()
  const { removeBrief } = useTrash()
  const briefs = list.kind === 'ready' ? list.value : []
  const at = briefs.findIndex(({ id }) => id === chosen)
  const remove = (): void => {
    const brief = briefs[at]
    const next = briefs[at + 1] ?? briefs[at - 1]
    if (brief !== undefined)
      removeBrief(brief, () => replace({ view: 'briefs', brief: next?.id ?? null, at: null }))
  }
  const choose = (brief: Brief | undefined): void => {
    if (brief !== undefined) replace({ view: 'briefs', brief: brief.id, at: null })
  }
  return (
    <>
      <ListBar
        count={briefs.length}
        chosen={briefs[at] === undefined ? null : titleOf(briefs[at])}
        remove={remove}
        create={create}
      />
      {list.kind === 'failed' && <p className="quiet-note">{t.briefs.notRead}</p>}
      <VirtualList
        items={briefs}
        keyOf={keyOf}
        estimate={ROW}
        label={t.briefs.list(briefs.length)}
        role="listbox"
        chosen={chosen}
        onKeyDown={(event) => {
          if (!isRemoving(event)) return move(event, briefs, chosen, choose)
          event.preventDefault()
          return remove()
        }}
      >
        {(brief) => (
          <Row
            brief={brief}
            chosen={brief.id === chosen}
            choose={() => {
              if (brief.id !== chosen) go({ view: 'briefs', brief: brief.id, at: null })
              closeDrawers()
            }}
          />
        )}
      </VirtualList>
    </>
  )
}

function ListBar({
  count,
  chosen,
  remove,
  create,
}: {
  readonly count: number
  /** The title of the brief that is chosen. */
  readonly chosen: string | null
  readonly remove: () => void
  readonly create: (template?: TemplateChoice) => void
}) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="bar">
      <h2>{t.briefs.title}</h2>
      <span className="dim num">{number(count)}</span>
      <span className="grow" />
      <RemoveButton title={chosen} remove={remove} />
      <button
        type="button"
        className="btn icon"
        aria-label={t.briefs.new}
        title={t.briefs.new}
        onClick={() => create()}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label={t.templates.title}
        title={t.templates.title}
        onClick={() => setChoosing(true)}
      >
        <Icon name="note" />
      </button>
      {choosing && <TemplateDialog create={create} close={() => setChoosing(false)} />}
    </div>
  )
}

const titleOf = ({ title }: Brief): string => (title === '' ? t.briefs.untitled : title)

function move(
  event: KeyboardEvent,
  briefs: readonly Brief[],
  chosen: string | null,
  choose: (brief: Brief | undefined) => void,
): void {
  const at = briefs.findIndex(({ id }) => id === chosen)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  choose(briefs[Math.min(briefs.length - 1, Math.max(0, at + step))])
}

function Row({
  brief,
  chosen,
  choose,
}: {
  readonly brief: Brief
  readonly chosen: boolean
  readonly choose: () => void
}) {
  const title = titleOf(brief)
  return (
    // The listbox has the keys; a click is the pointer's way to the same choice.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      className="row"
      data-chosen={chosen}
      onClick={choose}
      title={title}
      draggable
      onDragStart={(event) => carryPlace(event, { view: 'briefs', brief: brief.id, at: null })}
    >
      <span className="t" dir="auto">
        {title}
      </span>
      <span className="m">
        <span>{day(brief.updatedAt)}</span>
        <span className="end" />
        <span>{t.briefs.quotes(brief.quotes)}</span>
        <span className="num">{t.briefs.words(brief.words)}</span>
      </span>
    </div>
  )
}
