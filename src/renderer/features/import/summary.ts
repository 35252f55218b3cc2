import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { ImportRow } from './import-state.ts'

export type RowStatus = ImportOutcome['status'] | 'waiting' | 'reading'

export function statusOf({ state }: ImportRow): RowStatus {
  switch (state.kind) {
    case 'done':
      return state.outcome.status
    case 'unread':
      return 'failed'
    case 'waiting':
    case 'reading':
      return state.kind
  }
}

export function tally(rows: readonly ImportRow[]): ReadonlyMap<RowStatus, number> {
  const counts = new Map<RowStatus, number>()
  for (const row of rows) counts.set(statusOf(row), (counts.get(statusOf(row)) ?? 0) + 1)
  return counts
}

/** “Imported 9 of 12. 2 failed. 1 duplicate.” */
export function summaryOf(rows: readonly ImportRow[]): string {
  const counts = tally(rows)
  const of = (status: RowStatus): number => counts.get(status) ?? 0
  const { summary, summaryFailed, summaryDuplicate, summarySkipped } = t.importing
  return [
    summary(of('imported') + of('new-version'), rows.length),
    ...(of('failed') > 0 ? [summaryFailed(of('failed'))] : []),
    ...(of('duplicate') > 0 ? [summaryDuplicate(of('duplicate'))] : []),
    ...(of('skipped') > 0 ? [summarySkipped(of('skipped'))] : []),
  ].join(' ')
}
