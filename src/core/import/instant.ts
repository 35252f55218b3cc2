const ISO =
  /(?<!\d)(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?![\d:])/i

/**
 * The moment in a page's data as ISO 8601 with its zone (`2024-03-14T09:30:00+01:00`), seconds at least; or null where
 * the text has no time or no zone: a moment without a zone could be any of 26 hours.
 */
export function instantIn(text: string): string | null {
  const match = ISO.exec(text.slice(0, 200))
  const [, date, hour, minute, second = '00', zone] = match ?? []
  if (date === undefined || hour === undefined || minute === undefined || zone === undefined) return null
  const written = `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zoneOf(zone)}`
  return Number.isNaN(Date.parse(written)) ? null : written
}

function zoneOf(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`
}
