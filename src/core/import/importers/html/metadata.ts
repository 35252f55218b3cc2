import { safeLink } from '../../../../shared/document/link.ts'
import { namesIn } from '../../byline.ts'
import { dateIn } from '../../dates.ts'
import type { Metadata } from '../../extraction.ts'
import { NO_METADATA } from '../../extraction.ts'
import { linkedFacts } from './linked-data.ts'
import type { Page, PageElement } from './page.ts'
import { firstNamed, wordsOf } from './page.ts'
import { pageTitle } from './page-title.ts'
import { visibleByline, visibleDate } from './visible.ts'

/**
 * What a page says about its article: JSON-LD first, then `meta`, microdata,
 * what is visible, and last the address. Nothing is fetched.
 */
export function pageMetadata(page: Page): Metadata {
  const meta = metaOf(page)
  const linked = linkedFacts(page.linkedData)
  const url = addressOf(page, meta, linked?.url ?? null)
  const publication = first(
    linked?.publication,
    meta('og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title'),
    itemName(page, 'publisher'),
  )
  return {
    ...NO_METADATA,
    title: pageTitle(page, [...(linked?.titles ?? []), ...titlesOf(meta)], publication),
    authors: authorsOf(page, linked?.authors ?? [], meta),
    publication: publication ?? siteOf(url),
    published: publishedOf(page, linked?.published ?? null, meta, url),
    url,
    language: first(
      linked?.language,
      firstNamed(page, 'html')?.attributes.get('lang'),
      meta('content-language', 'og:locale', 'dc.language'),
    ),
  }
}

const titlesOf = (meta: Meta): string[] =>
  [
    'citation_title',
    'dc.title',
    'dcterms.title',
    'og:title',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
    'title',
  ].flatMap((name) => meta(name) ?? [])

/** The first content of a `meta` element under one of these names, in the order of the names. */
type Meta = (...names: readonly string[]) => string | null

function metaOf(page: Page): Meta {
  const contents = new Map<string, string>()
  for (const { name, attributes } of page.elements) {
    if (name !== 'meta') continue
    const content = attributes.get('content')?.trim() ?? ''
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const key of attributes.get(attribute)?.toLowerCase().split(/\s+/) ?? []) {
        const known = key.replace(/^(dcterms|dc|og|twitter|article)[.:](?=\w)/, (_, space: string) =>
          space.startsWith('dc') ? `${space}.` : `${space}:`,
        )
        if (!contents.has(known)) contents.set(known, content)
      }
    }
  }
  return (...names) =>
    names.map((name) => contents.get(name)).find((content) => content !== undefined) ?? null
}

const first = (...values: readonly (string | null | undefined)[]): string | null =>
  values.find((value) => value !== null && value !== undefined && value.trim() !== '')?.trim() ?? null

function addressOf(page: Page, meta: Meta, linked: string | null): string | null {
  const canonical = page.elements.find(
    ({ name, attributes }) => name === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? ''),
  )
  const savedFrom = webAddress(page.savedFrom, null)
  const candidates = [
    canonical?.attributes.get('href'),
    meta('og:url', 'twitter:url', 'parsely-link'),
    linked,
  ]
  for (const candidate of candidates) {
    const address = webAddress(candidate, savedFrom)
    if (address !== null && new URL(address).pathname !== '/') return address
  }
  return savedFrom
}

function webAddress(address: string | null | undefined, base: string | null): string | null {
  const safe = address === null || address === undefined ? null : safeLink(address, base)
  return safe?.startsWith('http') === true ? safe : null
}

const siteOf = (url: string | null): string | null =>
  url === null ? null : new URL(url).hostname.replace(/^www\./, '')

const NOT_A_NAME = /^(?:https?:|www\.|@)|[<>{}]|\.(?:com|org|net)\//i

function authorsOf(page: Page, linked: readonly string[], meta: Meta): string[] {
  const named = linked.filter((name) => !NOT_A_NAME.test(name))
  if (named.length > 0) return unique(named.flatMap(splitNames))
  const given = first(
    meta(
      'citation_author',
      'dc.creator',
      'dcterms.creator',
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'byl',
    ),
  )
  if (given !== null && !NOT_A_NAME.test(given)) return unique(splitNames(given))
  const item = itemName(page, 'author')
  return unique(item === null ? visibleByline(page) : splitNames(item))
}

/** Names joined in one value; what looks like no list of names stays whole. */
function splitNames(value: string): string[] {
  const plain = value
    .replace(/^\s*(?:by|von|par|por)\s*:?\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const names = namesIn(plain)
  const parts = plain.split(/\s*(?:,|;|&|\band\b)\s*/).filter((part) => part !== '')
  return names.length === parts.length && names.length > 1 ? names : [plain]
}

const unique = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name !== '' && name.length <= 200)

/** The name in an element of microdata: its own words, or those of the `name` inside. */
function itemName(page: Page, property: string): string | null {
  const item = page.elements.find(
    ({ name, attributes }) => name !== 'meta' && has(attributes.get('itemprop'), property),
  )
  if (item === undefined) return null
  const inside = page.elements.find(
    (element) => has(element.attributes.get('itemprop'), 'name') && within(element, item),
  )
  const words = wordsOf(inside ?? item)
    .replace(/\s+/g, ' ')
    .trim()
  const name = words === '' ? (inside?.attributes.get('content') ?? '') : words
  return name === '' || name.length > 120 ? null : name
}

const has = (value: string | undefined, word: string): boolean => value?.split(/\s+/).includes(word) ?? false

const within = (inside: PageElement, outside: PageElement): boolean =>
  inside !== outside && inside.start >= outside.start && inside.end <= outside.end && inside.start >= 0

const DATE_IN_ADDRESS = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/

function publishedOf(page: Page, linked: string | null, meta: Meta, url: string | null): string | null {
  const given = [
    linked,
    meta(
      'article:published_time',
      'og:published_time',
      'datepublished',
      'citation_publication_date',
      'citation_date',
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
      'date',
    ),
    itemDate(page),
    ...visibleDate(page),
  ]
  for (const value of given) {
    const date = value === null || value === undefined ? null : dateIn(value)
    if (date !== null) return date
  }
  const [, year, month, day] = DATE_IN_ADDRESS.exec(url ?? '') ?? []
  return year === undefined
    ? null
    : dateIn(`${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}`)
}

function itemDate(page: Page): string | null {
  const item = page.elements.find(({ attributes }) => has(attributes.get('itemprop'), 'datePublished'))
  return item === undefined
    ? null
    : first(item.attributes.get('datetime'), item.attributes.get('content'), wordsOf(item).slice(0, 100))
}
