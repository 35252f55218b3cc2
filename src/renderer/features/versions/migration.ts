import type { Migrated, Migration } from '../../../shared/contract/annotations.ts'
import { useLive, type Live } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'

const TABLES = ['annotation', 'anchor', 'anchoring', 'version', 'brief', 'source']

/** What became of a source's highlights in its newest version. */
export const useMigration = (source: string): Live<Migration> =>
  useLive(`migration ${source}`, TABLES, (core) => core.annotations.migration({ source }))

const countOf = (annotations: readonly Migrated[], outcome: Migrated['outcome']): number =>
  annotations.filter((each) => each.outcome === outcome).length

/** “9 of 11 highlights stayed, 1 moved, 1 lost its passage. Your briefs still show version 1.” */
export function sentenceOfMigration({ annotations, version, waiting }: Migration): string {
  if (waiting > 0) return t.versions.waiting(waiting, version)
  const moved = countOf(annotations, 'moved')
  const lost = countOf(annotations, 'lost')
  const told = t.versions.told([
    t.importing.stayed(countOf(annotations, 'stayed'), annotations.length),
    ...(moved > 0 ? [t.importing.moved(moved)] : []),
    ...(lost > 0 ? [t.importing.lost(lost)] : []),
  ])
  return t.versions.banner(told, briefsShow(annotations))
}

function briefsShow(annotations: readonly Migrated[]): string | null {
  const older = annotations.filter(({ touched }) => touched.some((brief) => brief.older > 0))
  const shown = new Set(older.map(({ old }) => old.version))
  const [only] = shown
  if (only === undefined) return null
  return shown.size === 1 ? t.versions.briefsShow(only) : t.versions.briefsShowOlder
}

/** Whether a person still has to say something to one. */
export const isOpen = ({ outcome, decided, touched }: Migrated): boolean =>
  decided === null && (outcome !== 'stayed' || touched.some(({ older }) => older > 0))
