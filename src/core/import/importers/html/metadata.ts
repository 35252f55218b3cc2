import { safeLink } from '../../../../shared/document/link.ts'
import type { Metadata } from '../../extraction.ts'
import { NO_METADATA } from '../../extraction.ts'
import { authorsOf } from './authors.ts'
import { foregroundOf } from './foreground.ts'
import { itemName } from './items.ts'
import { linkedFacts } from './linked-data.ts'
import { MetaElements } from './meta.ts'
import { datesOf } from './page-dates.ts'
import type { Page } from './page.ts'
import { firstNamed, wordsOf } from './page.ts'
import { pageTitle } from './page-title.ts'
import { letters } from './prune.ts'

/**
 * What a page says about its article: JSON-LD first, then `meta`, microdata,
 * what is visible, and last the address. Nothing is fetched.
 */
export function pageMetadata(page: Page): Metadata {
  const meta = new MetaElements(page)
  const named = firstNamed(page, 'title')
  const title = named === null ? '' : wordsOf(named)
  const linked = linkedFacts(page.linkedData, title)
  const url = addressOf(page, meta, linked?.url ?? null)
  const elements = foregroundOf(page)
  const sites = [
    linked?.publication,
    ...['og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title'].map((name) =>
      meta.first(name),
    ),
    itemName(page.elements, 'publisher'),
    siteOf(url),
  ].filter(isName)
  return {
    ...NO_METADATA,
    title: pageTitle(page, [...(linked?.titles ?? []), ...titlesOf(meta)], sites),
    authors: authorsOf(elements, linked?.authors ?? [], meta, sites),
    publication: publicationOf(title, sites),
    ...datesOf(elements, linked, meta, url),
    url,
    language: first(
      linked?.language,
      firstNamed(page, 'html')?.attributes.get('lang'),
      meta.first('content-language', 'og:locale', 'dc.language'),
    ),
  }
}

/** What takes up more of a title is the headline. */
const MOST_OF_TITLE = 0.6

/** Of the names that a page's data give, the one that its `title` ends or begins with, else the first. */
function publicationOf(title: string, sites: readonly string[]): string | null {
  const shown = letters(title)
  const inTitle = sites.find((site) => {
    const name = letters(site.replace(/^the\s/i, ''))
    return (
      name.length > 2 &&
      name.length < shown.length * MOST_OF_TITLE &&
      (shown.endsWith(name) || shown.startsWith(name))
    )
  })
  return (inTitle ?? sites[0] ?? null)?.trim() ?? null
}

/** A handle of a social network is no name. */
const isName = (name: string | null | undefined): name is string =>
  name !== null && name !== undefined && name.trim() !== '' && !name.trim().startsWith('@')

const titlesOf = (meta: MetaElements): string[] =>
  [
    'citation_title',
    'dc.title',
    'dcterms.title',
    'og:title',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
    'title',
  ].flatMap((name) => meta.first(name) ?? [])

const first = (...values: readonly (string | null | undefined)[]): string | null =>
  values.find((value) => value !== null && value !== undefined && value.trim() !== '')?.trim() ?? null

function addressOf(page: Page, meta: MetaElements, linked: string | null): string | null {
  const canonical = page.elements.find(
    ({ name, attributes }) => name === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? ''),
  )
  const savedFrom = webAddress(page.savedFrom, null)
  const candidates = [
    canonical?.attributes.get('href'),
    meta.first('og:url', 'twitter:url', 'parsely-link'),
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
