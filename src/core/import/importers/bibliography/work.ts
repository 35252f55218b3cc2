import { safeLink } from '../../../../shared/document/link.ts'
import type { Entry } from '../../bibliography.ts'
import { canonicalTag } from '../../language.ts'
import { NO_METADATA } from '../../extraction.ts'
import type { ExactFacts } from '../../../../shared/citations/exact-facts.ts'
import { doiIn, unescaped } from './doi.ts'
import { ownWork } from './own-work.ts'
import { oneLine } from './one-line.ts'

/** What a format tells of a work, each fact as it is written there; empty where it is silent. */
export interface Told {
  readonly name: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publication: string
  /** ISO 8601, or null. */
  readonly published: string | null
  readonly url: string
  readonly doi: string
  readonly language: string
  /** By CSL’s name. */
  readonly type: string
  readonly keywords: readonly string[]
  /** Set where Verbatim itself wrote the entry. */
  readonly exact: ExactFacts | null
}

/** The entry of a work; without a title it is broken. */
export function workOf(told: Told): Entry {
  if (told.exact !== null) return ownWork(told, told.exact)
  const title = oneLine(told.title)
  if (title === '') return { kind: 'broken', name: oneLine(told.name) }
  const doi = doiIn(told.doi) ?? doiIn(told.url)
  const url = addressIn(told.url) ?? (doi === null ? null : safeLink(`https://doi.org/${doi}`, null))
  return {
    kind: 'work',
    name: oneLine(told.name),
    citekey: null,
    tags: [],
    doi,
    facts: {
      ...NO_METADATA,
      title,
      authors: [...new Set(told.authors.map(oneLine))].filter((author) => author !== ''),
      publication: oneLine(told.publication) || null,
      published: told.published,
      url,
      language: languageIn(told.language),
      type: oneLine(told.type) || 'document',
    },
  }
}

/** The first web address, also where TeX or a percent sign is wrapped around it. */
function addressIn(text: string): string | null {
  const found = /https?:\/\/[^\s{}"<>]+/i.exec(unescaped(text))?.[0]
  return found === undefined ? null : safeLink(found.replace(/\\([&%#_~$])/g, '$1'), null)
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  british: 'en-GB',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  russian: 'ru',
  swedish: 'sv',
  polish: 'pl',
  turkish: 'tr',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
}

function languageIn(words: string): string | null {
  const known = LANGUAGES[words.trim().toLowerCase()]
  if (known !== undefined) return known
  return /^[a-z]{2,3}(?:[-_]|$)/i.test(words.trim()) ? canonicalTag(words) : null
}

/** Numbers of a date as ISO 8601, as precise as they are possible; null without a year. */
export function isoOf(year: number, month: number | null, day: number | null): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  if (month === null || !Number.isInteger(month) || month < 1 || month > 12) return String(year)
  const start = `${String(year)}-${String(month).padStart(2, '0')}`
  const date = day === null ? null : new Date(Date.UTC(year, month - 1, day))
  const exists = date !== null && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? `${start}-${String(day).padStart(2, '0')}` : start
}

/** “Marrow, Ilse” as a reader says it; a name without a comma as it stands. */
export function saidName(name: string): string {
  const [family = '', given = '', suffix = ''] = name.split(/\s*,\s*/)
  return [given, family, suffix].filter((part) => part !== '').join(' ')
}
