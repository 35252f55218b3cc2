import { t } from '../../app/strings/catalogue.ts'
import { shareOf, type Progress } from './progress.ts'

const QUARTER = 25

/** What is said: at the start, at each quarter and when all is done, not at each file. */
export function spokenOf(progress: Progress, running: boolean, summary: string | null): string {
  if (!running) return summary ?? ''
  return t.importing.said(Math.floor((shareOf(progress) * 100) / QUARTER) * QUARTER)
}
