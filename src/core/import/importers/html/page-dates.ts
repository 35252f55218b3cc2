import { dateIn } from '../../dates.ts'
import { instantIn } from '../../instant.ts'
import type { Foreground } from './foreground.ts'
import { itemDate } from './items.ts'
import type { LinkedFacts } from './linked-data.ts'
import type { MetaElements } from './meta.ts'
import { visibleDates } from './visible-dates.ts'

/** ISO 8601: the day (as precise as known), and the moments with zone where the page gives them. */
interface PageDates {
  readonly published: string | null
  readonly publishedAt: string | null
  readonly modified: string | null
}

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'article.published',
  'published_at',
  'date',
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'last-modified',
  'lastmod',
  'revised',
]
const DATE_IN_ADDRESS = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)/i

/** When a page says that its article appeared and was changed: its data, its address, and last what is visible. */
export function datesOf(
  elements: Foreground,
  linked: LinkedFacts | null,
  meta: MetaElements,
  url: string | null,
): PageDates {
  const given = [linked?.published, meta.first(...PUBLISHED)].filter(isGiven)
  const data = firstOf(given, dateIn) === null ? [...given, ...itemOf(elements, 'datePublished')] : given
  const fromData = firstOf(data, dateIn) ?? dateOfAddress(url)
  const known = momentIn(data, fromData)
  const shown = known === undefined ? visibleDates(elements()) : []
  const published = fromData ?? firstOf(shown, dateIn)
  const changed = [linked?.modified, meta.first(...MODIFIED)].filter(isGiven)
  const modified = changed.length > 0 ? changed : itemOf(elements, 'dateModified')
  return {
    published,
    publishedAt: known ?? momentIn(shown, published) ?? null,
    modified: firstOf(modified, instantIn) ?? firstOf(modified, dateIn),
  }
}

/** The first moment on a day, with its zone. */
const momentIn = (values: readonly string[], day: string | null): string | undefined =>
  values.map(instantIn).find((moment) => moment !== null && moment.slice(0, 10) === day) ?? undefined

const itemOf = (elements: Foreground, property: string): string[] => {
  const date = itemDate(elements(), property)
  return date === null ? [] : [date]
}

const isGiven = (value: string | null | undefined): value is string => value !== null && value !== undefined

function firstOf(values: readonly string[], read: (value: string) => string | null): string | null {
  for (const value of values) {
    const found = read(value)
    if (found !== null) return found
  }
  return null
}

function dateOfAddress(url: string | null): string | null {
  const [, year, month = '', day = ''] = DATE_IN_ADDRESS.exec(url ?? '') ?? []
  if (year === undefined) return null
  return /\d/.test(month)
    ? dateIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    : dateIn(`${day} ${month} ${year}`)
}
