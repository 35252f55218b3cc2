import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import { valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { formatName } from '../../app/strings/formats.ts'
import { size } from '../../app/strings/importing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sentenceOfMigration, useMigration } from '../versions/migration.ts'
import { useImport } from './import-run.tsx'
import type { ImportRow } from './import-rows.ts'
import { RowActs } from './RowActs.tsx'
import { STATUS_ICONS } from './status-icons.ts'
import { isOfSeveral, statusOf, type RowStatus } from './summary.ts'

/** One line: icon, name and size, what became of it in a word and a sentence, and what can be done. */
export function ImportRowView({ row }: { readonly row: ImportRow }) {
  const { state } = useImport()
  const status = statusOf(row, state.undone)
  const { icon, colour } = STATUS_ICONS[status]
  const sentence = sentenceOf(row, status)
  const name = nameOf(row)
  return (
    <div className="fr">
      <span className={`st ${colour}`}>
        <Icon name={icon} />
      </span>
      <div className="grow">
        <div className="nm">
          <b title={row.path ?? name}>{shortened(name)}</b>
          {row.bytes !== null && <span className="sz">{size(row.bytes)}</span>}
        </div>
        <p className="wh">
          <span className="w">
            {t.importing.status[status]}
            {sentence === '' ? '' : '.'}
          </span>{' '}
          {sentence} {status === 'new-version' && <Stayed row={row} />}
        </p>
      </div>
      <div className="acts">
        <RowActs row={row} />
      </div>
    </div>
  )
}

/** Of several sources that came out of a file each is called by its title. */
function nameOf({ name, state }: ImportRow): string {
  const outcome = state.kind === 'done' ? state.outcome : null
  return outcome !== null && isOfSeveral(outcome) ? (outcome.source?.title ?? name) : name
}

/** What became of the highlights of the version before. */
function Stayed({ row: { state } }: { readonly row: ImportRow }) {
  const source = state.kind === 'done' ? (state.outcome.source?.id ?? '') : ''
  const migration = valueOf(useMigration(source))
  if (migration === null || migration.annotations.length + migration.waiting === 0) return null
  return sentenceOfMigration(migration)
}

const LONGEST_NAME = 60

/** A long name keeps its start and its end, where the version and the format stand. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  return `${name.slice(0, LONGEST_NAME - 20)}…${name.slice(-18)}`
}

function sentenceOf({ name, state, found, parts }: ImportRow, status: RowStatus): string {
  switch (state.kind) {
    case 'waiting':
    case 'reading':
      if (parts !== null) return `${t.importing.partsRead(parts.came, parts.all)}.`
      return found === null ? '' : `${t.importing.found(found)}.`
    case 'stopped':
      return t.importing.stopped
    case 'broken':
      return t.importing.broken
    case 'done':
      return status === 'undone' ? undoneSentence(state.outcome) : outcomeSentence(state.outcome, name)
  }
}

function undoneSentence({ status, source }: ImportOutcome): string {
  const title = source?.title ?? ''
  return status === 'new-version' ? t.importing.versionTakenBack(title) : t.importing.takenBack(title)
}

function outcomeSentence(outcome: ImportOutcome, file: string): string {
  const { status, source, error } = outcome
  if (error !== null) return error.message
  if (source === null) return ''
  switch (status) {
    case 'imported':
      return source.versions === 0
        ? t.importing.cited(file)
        : t.importing.imported(isOfSeveral(outcome) ? file : source.title, [
            ...(source.format === null ? [] : [formatName(source.format)]),
            ...(source.encoding === null ? [] : [source.encoding]),
            t.counts.words(source.words),
          ])
    case 'duplicate':
      return t.importing.duplicate(source.title)
    case 'new-version':
      return t.importing.newVersion(source.title, source.versions)
    case 'skipped':
    case 'failed':
      return ''
  }
}
