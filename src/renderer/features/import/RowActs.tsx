import { useState } from 'react'
import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import { TEXT_FORMATS } from '../../../shared/contract/sources.ts'
import { valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { ENCODINGS } from '../../app/strings/encodings.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { useMigration } from '../versions/migration.ts'
import { useImport } from './import-run.tsx'
import type { ImportRow } from './import-rows.ts'
import { isOfSeveral, statusOf } from './summary.ts'

/** What can be done with a row, the fitting thing as a button. */
export function RowActs({ row }: { readonly row: ImportRow }) {
  const { again, state } = useImport()
  switch (statusOf(row, state.undone)) {
    case 'waiting':
    case 'reading':
    case 'undone':
      return null
    case 'stopped':
      return <Button words={t.importing.again} run={() => again(row, {})} />
    case 'failed':
    case 'skipped':
    case 'imported':
    case 'duplicate':
    case 'new-version':
      if (row.state.kind === 'done') return <DoneActs row={row} outcome={row.state.outcome} />
      return <Button words={t.importing.again} run={() => again(row, {})} />
  }
}

function Button({ words, run }: { readonly words: string; readonly run: () => void }) {
  return (
    <button type="button" className="btn" onClick={run}>
      {words}
    </button>
  )
}

function DoneActs({ row, outcome }: { readonly row: ImportRow; readonly outcome: ImportOutcome }) {
  const { again, keepOwn } = useImport()
  const { source, status } = outcome
  if (source === null) return <FailedActs row={row} outcome={outcome} />
  switch (status) {
    case 'duplicate':
      return (
        <>
          {!isOfSeveral(outcome) && (
            <Button words={t.importing.ownSource} run={() => again(row, { asOwnSource: true })} />
          )}
          <Open source={source.id} words={t.importing.showSource} />
        </>
      )
    case 'new-version':
      return (
        <>
          <Button words={t.importing.keepOwn} run={() => keepOwn(row)} />
          <Review source={source.id} />
          <Open source={source.id} words={t.importing.open} />
        </>
      )
    case 'imported':
    case 'skipped':
    case 'failed':
      return (
        <>
          <Open source={source.id} words={t.importing.open} />
          {source.encoding !== null && !isOfSeveral(outcome) && <TryAs row={row} quiet />}
        </>
      )
  }
}

function Open({ source, words }: { readonly source: string; readonly words: string }) {
  const { go } = useJourney()
  const { hide } = useImport()
  const open = (): void => {
    hide()
    go({ view: 'sources', source, at: null })
  }
  return <Button words={words} run={open} />
}

/** The way to what became of the highlights, where there were any. */
function Review({ source }: { readonly source: string }) {
  const { go } = useJourney()
  const { hide } = useImport()
  const migration = valueOf(useMigration(source))
  if (migration === null || migration.annotations.length === 0) return null
  const review = (): void => {
    hide()
    go({ view: 'review', source })
  }
  return <Button words={t.versions.review} run={review} />
}

/** Codes of files whose content was not taken for an article: read another way they may be one. */
const MAY_BE_OTHER: ReadonlySet<string> = new Set(['empty', 'binary', 'unsupported', 'cannot-read'])
/** Codes of faults that are not the file’s own, or are mended outside. */
const COMES_BACK: ReadonlySet<string> = new Set([
  'absent',
  'unreadable',
  'changed-while-read',
  'crashed',
  'took-too-long',
  'out-of-memory',
])
const LOCKED: ReadonlySet<string> = new Set(['password', 'wrong-password'])

function FailedActs({ row, outcome }: { readonly row: ImportRow; readonly outcome: ImportOutcome }) {
  const { again, showFile } = useImport()
  const code = outcome.error?.code ?? ''
  if (LOCKED.has(code)) return <Unlock row={row} />
  if (MAY_BE_OTHER.has(code)) return <TryAs row={row} />
  if (COMES_BACK.has(code)) return <Button words={t.importing.again} run={() => again(row, {})} />
  return <Button words={t.importing.showFile} run={() => showFile(row)} />
}

/** The ways in which a file can be read that came out wrong, or not at all. */
function TryAs({ row, quiet = false }: { readonly row: ImportRow; readonly quiet?: boolean }) {
  const { again, showFile } = useImport()
  const kinds = TEXT_FORMATS.map((as): MenuEntry => ({
    label: t.importing.readAs[as],
    run: () => again(row, { as }),
  }))
  const encodings = ENCODINGS.map(([encoding, label]): MenuEntry => ({
    label,
    run: () => again(row, { encoding }),
  }))
  const show = { label: t.importing.showFile, run: () => showFile(row) }
  return (
    <Menu
      label={quiet ? t.importing.more(row.name) : t.importing.tryAs}
      className={quiet ? 'btn icon' : 'btn'}
      groups={[
        { heading: null, entries: [show] },
        { heading: t.importing.tryAs, entries: kinds },
        { heading: t.importing.inEncoding, entries: encodings },
      ]}
    >
      {quiet ? <Icon name="more" /> : t.importing.tryAs}
    </Menu>
  )
}

/** Asks for the password of a locked file and reads it again. The password is used once and not kept. */
function Unlock({ row }: { readonly row: ImportRow }) {
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { again } = useImport()
  if (!asking)
    return (
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        <Icon name="key" size="s" />
        {t.importing.enterPassword}
      </button>
    )
  return (
    <form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') again(row, { password })
      }}
    >
      <input
        type="password"
        className="input"
        aria-label={t.importing.password}
        placeholder={t.importing.password}
        autoComplete="off"
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="btn" disabled={password === ''}>
        {t.importing.unlock}
      </button>
    </form>
  )
}
