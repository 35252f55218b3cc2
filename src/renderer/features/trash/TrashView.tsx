import type { Trashed } from '../../../shared/contract/library.ts'
import { sentenceOf } from '../../app/fault.ts'
import { Panes } from '../../app/Panes.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { day, number } from '../../app/strings/plural.ts'
import { useTitle } from '../../app/title.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { EmptyTrash } from './EmptyTrash.tsx'
import { useTrashed } from './useTrashed.ts'
import { useTrash } from './with-trash.tsx'
import './trash.css'

const ROW = 58
const keyOf = ({ id }: Trashed): string => id

/** What was removed, the last first, and the way back for each. */
export function TrashView() {
  const trashed = useTrashed()
  useTitle(t.trash.title)
  const items = trashed.kind === 'ready' ? trashed.value : []
  const content = (
    <>
      <h1 className="vh">{t.trash.title}</h1>
      <div className="bar">
        <h2 tabIndex={-1} {...(items.length === 0 ? { 'data-first-focus': '' } : {})}>
          {t.trash.title}
        </h2>
        <span className="dim num">{number(items.length)}</span>
        <span className="grow" />
        <EmptyTrash empty={items.length === 0} />
      </div>
      {trashed.kind === 'failed' && (
        <div className="said" role="alert">
          <p>{sentenceOf(trashed.error)}</p>
          <button type="button" className="btn l primary" onClick={trashed.again}>
            {t.common.tryAgain}
          </button>
        </div>
      )}
      {trashed.kind === 'ready' && items.length === 0 && <p className="said">{t.trash.empty}</p>}
      {items.length > 0 && (
        <VirtualList
          items={items}
          keyOf={keyOf}
          estimate={ROW}
          label={t.trash.list(items.length)}
          role="list"
        >
          {(item) => <Row item={item} />}
        </VirtualList>
      )}
    </>
  )
  return <Panes sheet={{ label: t.trash.title, content }} />
}

function Row({ item: { kind, id, title, citekey, since } }: { readonly item: Trashed }) {
  const { putBack } = useTrash()
  const named = title === '' ? t.briefs.untitled : title
  const facts = [t.trash.kinds[kind], ...(citekey === null ? [] : [citekey]), t.trash.since(day(since))]
  return (
    <div className="trashed">
      <Icon name={kind === 'source' ? 'source' : 'brief'} />
      <span className="grow">
        <b dir="auto">{named}</b>
        <span className="dim">{facts.join(' · ')}</span>
      </span>
      <button
        type="button"
        className="btn"
        aria-label={t.trash.putBackNamed(named)}
        onClick={({ currentTarget }) => {
          neighbour(currentTarget)?.focus()
          putBack(kind, id)
        }}
      >
        {t.trash.putBack}
      </button>
    </div>
  )
}

/** Where the focus goes from a row that leaves: to the next row, else the one before, else to the view's head. */
function neighbour(button: HTMLElement): HTMLElement | null {
  const row = button.closest('[role="listitem"]')
  const other = row?.nextElementSibling ?? row?.previousElementSibling
  return (
    other?.querySelector<HTMLElement>('button') ??
    document.querySelector<HTMLElement>('[data-pane="sheet"] [data-first-focus]')
  )
}
