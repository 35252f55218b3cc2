import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { useImport } from './import-run.tsx'
import type { ImportRow } from './import-state.ts'
import { ImportRowView } from './ImportRowView.tsx'
import { STATUS_ICONS } from './status-icons.ts'
import { statusOf, summaryOf, tally, type RowStatus } from './summary.ts'

/** Where faults stand first, so that nobody has to look for them. */
const FAULTS_FIRST: readonly RowStatus[] = [
  'failed',
  'new-version',
  'duplicate',
  'skipped',
  'imported',
  'reading',
  'waiting',
]

const CHIPS = ['failed', 'new-version', 'duplicate', 'skipped', 'imported'] as const

export function ImportDialog() {
  const { shown, hide, state, running, stop } = useImport()
  if (!shown) return null
  return (
    <Dialog title={t.importing.title} closeLabel={t.common.close} close={hide} className="imp">
      <DropZone />
      {state.rows.length > 0 && <Rows rows={state.rows} running={running} />}
      <footer>
        <Icon name="lock" size="s" />
        <span className="grow">{t.importing.kept}</span>
        {running && (
          <button type="button" className="btn l" onClick={stop}>
            {t.importing.stop}
          </button>
        )}
        <button type="button" className="btn l primary" onClick={hide}>
          {running ? t.importing.background : t.importing.done}
        </button>
      </footer>
    </Dialog>
  )
}

function DropZone() {
  const { choose } = useImport()
  return (
    <div className="dz">
      <Icon name="import" />
      <b>{t.importing.dropHere}</b>
      <span className="dim">{t.importing.formats}</span>
      <span className="grow" />
      {choose !== null && (
        <>
          <button type="button" className="btn" onClick={() => choose(false)}>
            {t.importing.choose}
          </button>
          <button type="button" className="btn" onClick={() => choose(true)}>
            {t.importing.chooseFolder}
          </button>
        </>
      )}
    </div>
  )
}

function Rows({ rows, running }: { readonly rows: readonly ImportRow[]; readonly running: boolean }) {
  const [only, setOnly] = useState<RowStatus | null>(null)
  const counts = useMemo(() => tally(rows), [rows])
  const shown = useMemo(
    () =>
      rows
        .filter((row) => only === null || statusOf(row) === only)
        .toSorted((a, b) => FAULTS_FIRST.indexOf(statusOf(a)) - FAULTS_FIRST.indexOf(statusOf(b))),
    [rows, only],
  )
  const done = rows.length - (counts.get('waiting') ?? 0) - (counts.get('reading') ?? 0)
  return (
    <>
      <div className="prog">
        <b>{running ? t.importing.reading(done, rows.length) : summaryOf(rows)}</b>
        <progress className="pb" aria-label={t.importing.progress} max={rows.length} value={done} />
        <Spoken done={done} all={rows.length} />
        <div className="chips" role="group" aria-label={t.importing.filter}>
          <Chip words={t.importing.all} count={rows.length} on={only === null} press={() => setOnly(null)} />
          {CHIPS.filter((status) => counts.has(status)).map((status) => (
            <Chip
              key={status}
              status={status}
              words={t.importing.status[status]}
              count={counts.get(status) ?? 0}
              on={only === status}
              press={() => setOnly(only === status ? null : status)}
            />
          ))}
        </div>
      </div>
      <div className="frs">
        <VirtualList
          items={shown}
          keyOf={(row) => row.id}
          estimate={60}
          label={t.importing.title}
          role="list"
        >
          {(row) => <ImportRowView row={row} />}
        </VirtualList>
      </div>
    </>
  )
}

function Chip({
  status,
  words,
  count,
  on,
  press,
}: {
  readonly status?: RowStatus
  readonly words: string
  readonly count: number
  readonly on: boolean
  readonly press: () => void
}) {
  return (
    <button type="button" className="chip b" aria-pressed={on} onClick={press}>
      {status !== undefined && <Icon name={STATUS_ICONS[status].icon} size="s" />}
      {words} <span className="num">{number(count)}</span>
    </button>
  )
}

const QUARTER = 25

/** Said at each quarter, not at each file. */
function Spoken({ done, all }: { readonly done: number; readonly all: number }) {
  const percent = Math.floor((done / Math.max(1, all)) * (100 / QUARTER)) * QUARTER
  const [said, setSaid] = useState('')
  const last = useRef(-1)
  useEffect(() => {
    if (percent === last.current) return
    last.current = percent
    setSaid(t.importing.said(percent))
  }, [percent])
  return (
    <span className="vh" role="status">
      {said}
    </span>
  )
}
