const DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/

/** Whether it is a date as precise as known (`2024`, `2024-03`, `2024-03-14`), on a day that the calendar has. */
export function isDate(value: string): boolean {
  const parts = DATE.exec(value)?.groups
  const [year, month, day] = [parts?.['year'], parts?.['month'] ?? '01', parts?.['day'] ?? '01']
  const date = new Date(`${String(year)}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${String(year)}-${month}-${day}`)
}
