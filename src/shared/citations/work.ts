import type { Source } from '../contract/sources.ts'
import type { CslDate, CslItem } from './csl-item.ts'
import { nameOf } from './names.ts'
import { asFact } from './shield.ts'

/** What is known of a source, with its DOI (in lower case, `10.…`). */
export type CitedSource = Pick<
  Source,
  | 'id'
  | 'citekey'
  | 'title'
  | 'authors'
  | 'publication'
  | 'published'
  | 'archivedAt'
  | 'url'
  | 'language'
  | 'type'
> & { readonly doi: string | null }

/**
 * A source as the citation processor takes it. Nothing is guessed: a day of
 * access is that of the archive's capture, and there is none without it.
 */
export function workOf(source: CitedSource): CslItem {
  const { id, publication, published, archivedAt, url, language, doi } = source
  const type = typeOf(source)
  const title = source.title.trim() || source.citekey
  const authors = source.authors.map((author) => author.trim()).filter((author) => author !== '')
  const issued = dateOf(published)
  const accessed = url === null ? null : dateOf(archivedAt)
  const container = publication?.trim() ?? ''
  return {
    id,
    type,
    title: asFact(title),
    ...(authors.length === 0 ? {} : { author: authors.map((author) => factsOf(nameOf(author, language))) }),
    ...(container === '' ? {} : publishedIn(type, asFact(container))),
    ...(issued === null ? {} : { issued }),
    ...(accessed === null ? {} : { accessed }),
    ...(url === null ? {} : { URL: url }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(language === null ? {} : { language }),
  }
}

const factsOf = <Name extends object>(name: Name): Name =>
  Object.fromEntries(Object.entries(name).map(([part, value]) => [part, asFact(String(value))])) as Name

/** What an import calls an article is one of a newspaper where it says which, else a page of the web. */
function typeOf({ type, publication, url }: CitedSource): string {
  if (type !== 'article') return TYPES.has(type) ? type : 'document'
  if (publication !== null && publication.trim() !== '') return 'article-newspaper'
  return url === null ? 'document' : 'webpage'
}

/** For these the publication is the house that made them. */
const BY_A_HOUSE = new Set(['book', 'report', 'thesis', 'pamphlet', 'standard', 'software', 'dataset', 'map'])

const publishedIn = (type: string, name: string): Pick<CslItem, 'publisher' | 'container-title'> =>
  BY_A_HOUSE.has(type) ? { publisher: name } : { 'container-title': name }

/** A day, month or year of ISO 8601; of a moment its day where it was. */
export function dateOf(iso: string | null): CslDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(iso ?? '') ?? []
  if (year === undefined) return null
  return { 'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))] }
}

/** The types of CSL 1.0.2. */
const TYPES = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
performance periodical personal_communication post post-weblog regulation report review review-book
software song speech standard thesis treaty webpage`.split(/\s+/u),
)
