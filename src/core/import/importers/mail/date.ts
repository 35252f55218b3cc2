import { dateIn } from '../../dates.ts'

/**
 * The day of a `Date` field as it was in the sender's own zone, as ISO 8601;
 * null for nonsense. Years of two digits are those of old mail (RFC 5322, 4.3).
 */
export function sentOn(date: string | null): string | null {
  const [, day = '', month = '', year = ''] =
    /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,10}[\s-]+(\d{4}|\d{2})\b/i.exec(date ?? '') ?? []
  if (day === '') return date === null ? null : dateIn(date)
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`
  return dateIn(`${day} ${month} ${full}`)
}
