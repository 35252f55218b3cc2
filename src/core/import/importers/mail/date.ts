import { dateIn } from '../../dates.ts'
import { instantIn } from '../../instant.ts'

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

/** The moment of a `Date` field with the sender's own zone, as ISO 8601; null where it tells no time or no zone. */
export function sentAt(date: string | null): string | null {
  const [, time = '', zone = ''] =
    /\b(\d{1,2}:\d{2}(?::\d{2})?)\s{0,9}([+-]\d{4}|GMT|UTC?|Z)(?![\w])/i.exec(date ?? '') ?? []
  const day = sentOn(date)
  // -0000 says that the zone is not known (RFC 5322, 3.3).
  if (day === null || time === '' || zone === '-0000') return null
  return instantIn(`${day}T${time}${/^[+-]/.test(zone) ? zone : 'Z'}`)
}
