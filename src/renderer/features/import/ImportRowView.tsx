import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import { t } from '../../app/strings/catalogue.ts'
import { formatName } from '../../app/strings/formats.ts'
import { size } from '../../app/strings/importing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useImport } from './import-run.tsx'
import type { ImportRow } from './import-rows.ts'
import { RowActs } from './RowActs.tsx'
import { STATUS_ICONS } from './status-icons.ts'
import { statusOf, type RowStatus } from './summary.ts'

/** One line: icon, name and size, what became of it in a word and a sentence, and what can be done. */
export function ImportRowView({ row }: { readonly row: ImportRow }) {
  const { state } = useImport()
  const status = statusOf(row, state.undone)
  const { icon, colour } = STATUS_ICONS[status]
  const sentence = sentenceOf(row, status)
  return (
    <div className="fr">
      <span className={`st ${colour}`}>
        <Icon name={icon} />
      </span>
      <div className="grow">
        <div className="nm">
          <b title={row.path ?? row.name}>{shortened(row.name)}</b>
          {row.bytes !== null && <span className="sz">{size(row.bytes)}</span>}
        </div>
        <p className="wh">
          <span className="w">
            {t.importing.status[status]}
            {sentence === '' ? '' : '.'}
          </span>{' '}
          {sentence}
        </p>
      </div>
      <div className="acts">
        <RowActs row={row} />
      </div>
    </div>
  )
}

const LONGEST_NAME = 60

/** A long name keeps its start and its end, where the version and the format stand. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  return `${name.slice(0, LONGEST_NAME - 20)}…${name.slice(-18)}`
}

function sentenceOf({ state, found, parts }: ImportRow, status: RowStatus): string {
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
      return status === 'undone'
        ? t.importing.takenBack(state.outcome.source?.title ?? '')
        : outcomeSentence(state.outcome)
  }
}

function outcomeSentence({ status, source, error }: ImportOutcome): string {
  if (error !== null) return error.message
  if (source === null) return ''
  switch (status) {
    case 'imported':
      return source.versions === 0
        ? t.importing.cited(source.title)
        : t.importing.imported(source.title, [
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
