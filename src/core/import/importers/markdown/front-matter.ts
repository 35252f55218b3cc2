import { parse } from 'yaml'
import { safeLink } from '../../../../shared/document/link.ts'
import { dateIn } from '../../dates.ts'
import type { Metadata } from '../../extraction.ts'
import { instantIn } from '../../instant.ts'

type FrontMatter = Readonly<Record<string, unknown>>

/** What YAML front matter says of an article; faulty or unknown entries say nothing. */
export function frontMatterFacts(source: string): Partial<Metadata> {
  const values = read(source)
  if (values === null) return {}
  const title = text(values, 'title', 'headline')
  const url = address(values, 'url', 'canonical', 'canonical_url', 'link', 'source', 'permalink')
  const named = text(
    values,
    'publication',
    'publisher',
    'site',
    'site_name',
    'outlet',
    'newspaper',
    'container-title',
    'source',
  )
  const language = text(values, 'lang', 'language')
  const type = text(values, 'type')
  const place = text(values, 'place', 'location', 'dateline')
  return {
    authors: ['author', 'authors', 'by', 'byline', 'creator'].flatMap((key) => names(values[key])),
    ...(title === null ? {} : { title }),
    ...(url === null ? {} : { url }),
    ...(named === null || named === url || /^https?:/.test(named) ? {} : { publication: named }),
    ...datesOf(values),
    ...(language === null ? {} : { language }),
    ...(type === null ? {} : { type }),
    ...(place === null ? {} : { place }),
  }
}

/** The day it appeared, the moment where it has a zone, and its last change. */
function datesOf(values: FrontMatter): Partial<Metadata> {
  const told = text(values, 'published', 'date', 'issued', 'publication_date', 'datePublished', 'created')
  const changed = text(values, 'modified', 'updated', 'lastmod', 'last_modified', 'dateModified')
  const published = told === null ? null : (dateIn(told) ?? (/^\d{4}$/.test(told) ? told : null))
  const moment = told === null ? null : instantIn(told)
  const modified = changed === null ? null : (instantIn(changed) ?? dateIn(changed))
  return {
    ...(told === null ? {} : { published }),
    ...(moment !== null && moment.slice(0, 10) === published ? { publishedAt: moment } : {}),
    ...(modified === null ? {} : { modified }),
  }
}

function read(source: string): FrontMatter | null {
  try {
    const value: unknown = parse(source, { logLevel: 'silent', maxAliasCount: 20, schema: 'failsafe' })
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as FrontMatter)
      : null
  } catch {
    // No metadata is better than a refused article: the words below are whole.
    return null
  }
}

function text(values: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Array.isArray(values[key]) ? (values[key][0] as unknown) : values[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return null
}

function address(values: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = text(values, key)
    const safe = value === null ? null : safeLink(value, null)
    if (safe?.startsWith('http') === true) return safe
  }
  return null
}

/** A name, a list of names, or Pandoc's `{name: …}`; `[[Name]]` is a note-taker's link. */
function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(names)
  if (typeof value === 'object' && value !== null && 'name' in value) return names(value.name)
  if (typeof value !== 'string') return []
  return value
    .split(/\s*(?:;|\band\b|&)\s*/)
    .map((name) => name.replace(/^\[\[|\]\]$/g, '').trim())
    .filter((name) => name !== '')
}
