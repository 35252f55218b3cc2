import type { ImportOutcome, ImportUndone } from '../../../shared/contract/sources.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { ImportRow, RowState } from './import-rows.ts'
import type { ImportState, Undone } from './import-state.ts'

export type RowStatus = ImportOutcome['status'] | 'waiting' | 'reading' | 'stopped' | 'undone'

/** Where faults stand first, so that nobody has to look for them. */
const FAULTS_FIRST: readonly RowStatus[] = [
  'failed',
  'stopped',
  'new-version',
  'duplicate',
  'skipped',
  'imported',
  'undone',
  'reading',
  'waiting',
]

/** What a row says of itself, once its import was taken back too. */
export function statusOf({ state, found }: ImportRow, undone: Undone | null): RowStatus {
  switch (state.kind) {
    case 'done':
      return isTakenBack(state, undone) ? 'undone' : state.outcome.status
    case 'broken':
      return 'failed'
    case 'waiting':
      return found === null ? 'waiting' : 'reading'
    case 'stopped':
    case 'reading':
      return state.kind
  }
}

function isTakenBack(
  { outcome: { status, source }, own }: Extract<RowState, { kind: 'done' }>,
  undone: Undone | null,
): boolean {
  if (undone === null || source === null || own === true) return false
  if (undone.gone.has(source.id)) return true
  return status === 'new-version' && !undone.kept.some((kept) => kept.source.id === source.id)
}

/** The rows by what they say, each kind in the order in which the files were given; a folder that was walked is none. */
export function byStatus({ rows, undone }: ImportState): ReadonlyMap<RowStatus, readonly ImportRow[]> {
  const groups = new Map<RowStatus, ImportRow[]>(FAULTS_FIRST.map((status) => [status, []]))
  for (const row of rows) groups.get(statusOf(row, undone))?.push(row)
  return groups
}

/** “Imported 9 of 12. 2 failed. 1 duplicate.” */
export function summaryOf(state: ImportState): string {
  const groups = byStatus({ ...state, undone: null })
  const of = (status: RowStatus): number => groups.get(status)?.length ?? 0
  const { summary, summaryFailed, summaryDuplicate, summarySkipped, summaryStopped } = t.importing
  return [
    summary(of('imported') + of('new-version'), state.rows.length),
    ...(of('failed') > 0 ? [summaryFailed(of('failed'))] : []),
    ...(of('duplicate') > 0 ? [summaryDuplicate(of('duplicate'))] : []),
    ...(of('skipped') > 0 ? [summarySkipped(of('skipped'))] : []),
    ...(of('stopped') > 0 ? [summaryStopped(of('stopped'))] : []),
  ].join(' ')
}

/** Sources that stay are named up to this many. */
const NAMED = 3

/** “The import was taken back: 9 sources. “Port” stays: you highlighted it.” */
export function undoneSentence({ sources, kept }: ImportUndone): string {
  const named = kept.slice(0, NAMED).map(({ source, why }) => t.importing.stays[why](source.title))
  const more = kept.length - named.length
  return [t.importing.undone(sources), ...named, ...(more > 0 ? [t.importing.staysToo(more)] : [])].join(' ')
}

/** True where there is something that can be taken back. */
export const hasImported = ({ rows }: ImportState): boolean =>
  rows.some(
    ({ state }) =>
      state.kind === 'done' &&
      (state.outcome.status === 'imported' || state.outcome.status === 'new-version'),
  )

/** One of several articles of a file, which cannot be named for an import of its own. */
export const isOfSeveral = ({ source }: ImportOutcome): boolean =>
  source?.format === 'warc' || source?.versions === 0
