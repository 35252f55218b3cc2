import { useState } from 'react'
import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMessages } from '../../app/messages.tsx'
import { useJourney } from '../../app/place.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { useImport } from './import-run.tsx'
import type { ImportRow } from './import-state.ts'
import { STATUS_ICONS } from './status-icons.ts'
import { statusOf } from './summary.ts'

/** One line: icon, name, what became of it in a word and a sentence, and one button. */
export function ImportRowView({ row }: { readonly row: ImportRow }) {
  const status = statusOf(row)
  const { icon, colour } = STATUS_ICONS[status]
  return (
    <div className="fr">
      <span className={`st ${colour}`}>
        <Icon name={icon} />
      </span>
      <div className="grow">
        <div className="nm">
          <b title={row.name}>{shortened(row.name)}</b>
        </div>
        <p className="wh">
          <span className="w">{wordOf(row)}.</span> {sentenceOf(row)}
        </p>
      </div>
      <RowButton row={row} />
    </div>
  )
}

const LONGEST_NAME = 60

/** A long name keeps its start and its end, where the version and the format stand. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  return `${name.slice(0, LONGEST_NAME - 20)}…${name.slice(-18)}`
}

function wordOf({ state }: ImportRow): string {
  switch (state.kind) {
    case 'waiting':
      return t.importing.waiting
    case 'reading':
      return t.importing.busy
    case 'unread':
      return t.importing.status.failed
    case 'done':
      return t.importing.status[state.outcome.status]
  }
}

function sentenceOf({ state }: ImportRow): string {
  switch (state.kind) {
    case 'waiting':
    case 'reading':
      return ''
    case 'unread':
      return state.why
    case 'done':
      return outcomeSentence(state.outcome)
  }
}

function outcomeSentence({ status, source, error }: ImportOutcome): string {
  if (error !== null) return error.message
  if (source === null) return ''
  switch (status) {
    case 'imported':
      return source.versions === 0
        ? t.importing.cited(source.title)
        : t.importing.imported(source.title, t.counts.words(source.words))
    case 'duplicate':
      return t.importing.duplicate(source.title)
    case 'new-version':
      return t.importing.newVersion(source.title, source.versions)
    case 'skipped':
    case 'failed':
      return ''
  }
}

function RowButton({ row }: { readonly row: ImportRow }) {
  const { go } = useJourney()
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  const { hide, start } = useImport()
  const { state, token, name } = row
  if (state.kind === 'unread')
    return (
      <button type="button" className="btn" onClick={() => start([{ token, name }])}>
        {t.importing.again}
      </button>
    )
  if (state.kind !== 'done') return null
  const { source, status } = state.outcome
  if (source !== null)
    return (
      <button
        type="button"
        className="btn"
        onClick={() => {
          hide()
          go({ view: 'sources', source: source.id, at: null })
        }}
      >
        {status === 'duplicate' ? t.importing.showSource : t.importing.open}
      </button>
    )
  if (shell === null) return null
  if (isLocked(state.outcome)) return <Unlock row={row} />
  return (
    <button type="button" className="btn" onClick={() => void shell.reveal({ token }).catch(fault)}>
      {t.importing.showFile}
    </button>
  )
}

const isLocked = ({ error }: ImportOutcome): boolean =>
  error?.code === 'password' || error?.code === 'wrong-password'

/** Asks for the password of a locked file and reads it again. The password is used once and not kept. */
function Unlock({ row }: { readonly row: ImportRow }) {
  const [password, setPassword] = useState('')
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  const { start } = useImport()
  const unlock = async (): Promise<void> => {
    if (shell === null || password === '') return
    const { chosen } = await shell.grantAgain({ token: row.token })
    setPassword('')
    start([chosen], { password, instead: row.id })
  }
  return (
    <form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault()
        unlock().catch(fault)
      }}
    >
      <input
        type="password"
        className="input"
        aria-label={t.importing.password}
        placeholder={t.importing.password}
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="btn" disabled={password === ''}>
        {t.importing.unlock}
      </button>
    </form>
  )
}
