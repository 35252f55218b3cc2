import { Failure } from '../../shared/contract/failures.ts'

const DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/

/**
 * A date as precise as known: `2024`, `2024-03`, `2024-03-14`; a day that the calendar has. Throws `USAGE` `bad-date`
 * for anything else.
 */
export function checkedDate(value: string | null): string | null {
  if (value === null) return null
  const parts = DATE.exec(value)?.groups
  const [year, month, day] = [parts?.['year'], parts?.['month'] ?? '01', parts?.['day'] ?? '01']
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)) return value
  throw new Failure(
    'USAGE',
    'bad-date',
    `“${value}” is no date; write 2024-03-14, 2024-03 or 2024. Nothing was changed.`,
  )
}
