import { useEffect, useMemo, useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { number } from '../../app/strings/plural.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useImport } from './import-run.tsx'
import { ImportRowView } from './ImportRowView.tsx'
import { paceOf, shareOf } from './progress.ts'
import { STATUS_ICONS } from './status-icons.ts'
import { byStatus, summaryOf, undoneSentence, type RowStatus } from './summary.ts'

const CHIPS = ['failed', 'stopped', 'new-version', 'duplicate', 'skipped', 'imported', 'undone'] as const

/** How far the import is, and what became of each file, faults first. */
export function ImportRows() {
  const { state, progress } = useImport()
  const [wanted, setOnly] = useState<RowStatus | null>(null)
  const groups = useMemo(() => byStatus(state), [state])
  const only = wanted !== null && (groups.get(wanted)?.length ?? 0) > 0 ? wanted : null
  const shown = useMemo(
    () => (only === null ? [...groups.values()].flat() : (groups.get(only) ?? [])),
    [groups, only],
  )
  const chips = CHIPS.filter((status) => (groups.get(status)?.length ?? 0) > 0)
  return (
    <>
      <div className="prog">
        <Head />
        <progress
          className="pb"
          aria-label={t.importing.progress}
          max={1}
          value={Math.round(shareOf(progress) * 1000) / 1000}
        />
        <div className="chips" role="group" aria-label={t.importing.filter}>
          <Chip
            words={t.importing.all}
            count={state.rows.filter(({ found }) => found === null).length}
            on={only === null}
            press={() => setOnly(null)}
          />
          {chips.map((status) => (
            <Chip
              key={status}
              status={status}
              words={t.importing.status[status]}
              count={groups.get(status)?.length ?? 0}
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

function Head() {
  const { state, running, progress } = useImport()
  if (!running) return <b>{state.undone === null ? summaryOf(state) : undoneSentence(state.undone)}</b>
  return (
    <div className="pace">
      <b>{t.importing.reading(progress.done, progress.all)}</b>
      <Pace />
    </div>
  )
}

const TICK = 1000
/** Seconds up to which they are counted, and the steps they are told in. */
const SECONDS = 90
const STEP = 5

/** How fast it goes and how long it will take, looked at each second. */
function Pace() {
  const { progress, state } = useImport()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK)
    return () => clearInterval(timer)
  }, [])
  if (state.began === null) return null
  const { perMinute, secondsLeft } = paceOf(progress, state.began, now)
  return (
    <span className="dim num">
      {[
        ...(perMinute === null ? [] : [t.importing.rate(perMinute)]),
        ...(secondsLeft === null ? [] : [timeLeft(secondsLeft)]),
      ].join(' · ')}
    </span>
  )
}

const timeLeft = (seconds: number): string =>
  seconds > SECONDS
    ? t.importing.minutesLeft(Math.round(seconds / 60))
    : t.importing.secondsLeft(Math.max(STEP, Math.ceil(seconds / STEP) * STEP))

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
