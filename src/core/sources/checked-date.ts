import { Failure } from '../../shared/contract/failures.ts'
import { isDate } from '../../shared/dates.ts'

/** A date as precise as known: `2024`, `2024-03`, `2024-03-14`. Throws `USAGE` `bad-date` for anything else. */
export function checkedDate(value: string | null): string | null {
  if (value === null || isDate(value)) return value
  throw new Failure(
    'USAGE',
    'bad-date',
    `“${value}” is no date; write 2024-03-14, 2024-03 or 2024. Nothing was changed.`,
  )
}
