const MONTHS = [
  'january january jan janvier janv enero ene januar janeiro gennaio gen januari января январь',
  'february feb février févr fevrier febrero februar fevereiro fev febbraio februari февраля февраль',
  'march mar mars marzo märz marz março marco maart марта март',
  'april apr avril avr abril abr aprile апреля апрель',
  'may mai mayo maio maggio mag mei maj мая май',
  'june jun juin junio juni junho giugno giu июня июнь',
  'july jul juillet juil julio juli julho luglio lug июля июль',
  'august aug août aout agosto ago augustus augusti августа август',
  'september sep sept septembre septiembre setembro set settembre сентября сентябрь',
  'october oct octobre octubre oktober okt outubro ottobre ott октября октябрь',
  'november nov novembre noviembre novembro ноября ноябрь',
  'december dec décembre déc decembre diciembre dic dezember dez dezembro dicembre декабря декабрь',
].map((names) => names.split(' '))

const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

const DAY_FIRST =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})(?!\p{N})/u
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\p{N})/u
const MONTH_ONLY = /(?<!\p{L})(\p{L}{3,12})\.?,?\s+(\d{4})(?!\p{N})/u
const ISO = /(?<!\p{N})(\d{4})-(\d{2})(?:-(\d{2}))?(?!\p{N})/u
const HAN = /(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/u
const NUMBERS = /(?<!\p{N})(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\p{N})/u
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

/**
 * The first date in a short text, as ISO 8601 and only as precise as written
 * (`2024`, `2024-03`, `2024-03-14`), or null. Two numbers that could be day and
 * month either way are no date: a guess would be a false fact.
 */
export function dateIn(text: string): string | null {
  if (/^\s*(?:1[5-9]|20)\d{2}\s*$/.test(text)) return text.trim()
  return iso(text) ?? named(text) ?? numbers(text)
}

function iso(text: string): string | null {
  const compact = COMPACT.exec(text.trim())
  const match = compact ?? ISO.exec(text) ?? HAN.exec(text)
  return match === null ? null : isoDate(Number(match[1]), Number(match[2]), dayOf(match[3]))
}

function named(text: string): string | null {
  const day = DAY_FIRST.exec(text)
  if (day !== null) {
    const found = isoDate(Number(day[3]), monthOf(day[2]), Number(day[1]))
    if (found !== null) return found
  }
  const month = MONTH_FIRST.exec(text)
  if (month !== null) {
    const found = isoDate(Number(month[3]), monthOf(month[1]), Number(month[2]))
    if (found !== null) return found
  }
  if (monthOf(day?.[2]) > 0 || monthOf(month?.[1]) > 0) return null
  const only = MONTH_ONLY.exec(text)
  return only === null ? null : isoDate(Number(only[2]), monthOf(only[1]), null)
}

function numbers(text: string): string | null {
  const match = NUMBERS.exec(text)
  if (match === null) return null
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (match[2] === '.' || first > 12 || first === second) return isoDate(year, second, first)
  return second > 12 ? isoDate(year, first, second) : null
}

const dayOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))

const monthOf = (name: string | undefined): number => MONTH_OF.get(name?.toLowerCase() ?? '') ?? 0

function isoDate(year: number, month: number, day: number | null): string | null {
  if (year < 1000 || month < 1 || month > 12) return null
  const start = `${String(year)}-${String(month).padStart(2, '0')}`
  if (day === null) return start
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? `${start}-${String(day).padStart(2, '0')}` : null
}
