import type { ExactFacts } from '../../../../shared/citations/exact-facts.ts'
import { isDate } from '../../../../shared/dates.ts'
import type { Entry } from '../../bibliography.ts'
import { NO_METADATA } from '../../extraction.ts'
import { oneLine } from './one-line.ts'
import type { Told } from './work.ts'

/**
 * An entry that Verbatim wrote: its key is the citekey, and nothing is guessed. The file
 * may have been changed since, by anybody: what cannot be a fact of a source is left out.
 */
export function ownWork(told: Told, exact: ExactFacts): Entry {
  const lines = (name: string): string[] | undefined => exact.get(name)?.split('\n')
  const given = (name: string, otherwise: string): string => withoutNul(exact.get(name) ?? otherwise)
  const moment = (name: string): string | null => where(exact.get(name) ?? '', isMoment)
  const title = given('title', oneLine(told.title))
  const citekey = given('citekey', oneLine(told.name))
  if (title === '') return { kind: 'broken', name: citekey }
  return {
    kind: 'work',
    name: citekey,
    citekey: where(citekey, isCitekey),
    tags: (lines('tags') ?? told.keywords.map(oneLine)).filter((tag) => tag !== ''),
    doi: where(given('doi', told.doi.trim()), (doi) => /^10\.\S+$/u.test(doi)),
    facts: {
      ...NO_METADATA,
      title,
      authors: lines('authors') ?? told.authors.map(oneLine).filter((author) => author !== ''),
      publication: given('publication', oneLine(told.publication)) || null,
      published: where(exact.get('published') ?? told.published ?? '', isDate),
      publishedAt: moment('published-at'),
      modified: moment('modified'),
      archivedAt: moment('archived-at'),
      url: where(given('url', told.url.trim()), (url) => /^https?:\/\//iu.test(url)),
      language: where(given('language', told.language.trim()), (tag) => /^[A-Za-z\d-]{2,60}$/u.test(tag)),
      type: where(given('type', told.type), (type) => /^[\w-]{1,60}$/u.test(type)) ?? 'document',
    },
  }
}

const where = (value: string, isGood: (value: string) => boolean): string | null =>
  isGood(value) ? value : null

const withoutNul = (value: string): string => value.replaceAll('\0', '')

const isMoment = (value: string): boolean => isDate(value) || !Number.isNaN(Date.parse(value))

/** As `edit` takes one, and those of libraries that were made before it looked. */
const isCitekey = (value: string): boolean => /^[\p{L}\p{N}_][^\s{}@[\];,]{0,200}$/u.test(value)
