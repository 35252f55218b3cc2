import { dateOf, workOf } from '../../../shared/citations/work.ts'
import type { CslItem, CslName } from '../../../shared/citations/csl-item.ts'
import type { ExactFacts } from '../../../shared/citations/exact-facts.ts'
import { unshielded } from '../../../shared/citations/shield.ts'
import type { SourceRow } from '../../db/sources.ts'

/** A source as a bibliography lists it. */
export type ListedSource = Pick<
  SourceRow,
  | 'id'
  | 'citekey'
  | 'title'
  | 'authors'
  | 'publication'
  | 'published'
  | 'publishedAt'
  | 'modified'
  | 'archivedAt'
  | 'url'
  | 'language'
  | 'type'
  | 'doi'
  | 'tags'
>

/** The same in the words of CSL, without marks of any format. */
export interface ListedWork {
  readonly citekey: string
  /** By CSL's name. */
  readonly type: string
  readonly title: string
  readonly authors: readonly CslName[]
  readonly container: string | null
  readonly publisher: string | null
  /** ISO 8601, as precise as known. */
  readonly published: string | null
  /** The day of the archive's capture. */
  readonly accessed: string | null
  readonly url: string | null
  readonly doi: string | null
  readonly language: string | null
  readonly tags: readonly string[]
  readonly exact: ExactFacts
}

export function listedWork(source: ListedSource): ListedWork {
  const item = workOf(source)
  const authors = source.authors.map((said) => exactName(said, item))
  return {
    citekey: source.citekey,
    type: item.type,
    title: bare(item.title ?? source.citekey),
    authors,
    container: bareOrNull(item['container-title']),
    publisher: bareOrNull(item.publisher),
    published: dateOf(source.published) === null ? null : source.published,
    accessed: item.accessed === undefined ? null : (source.archivedAt?.slice(0, 10) ?? null),
    url: source.url,
    doi: source.doi,
    language: source.language,
    tags: source.tags,
    exact: exactFactsOf(source),
  }
}

const bare = (words: string): string => unshielded(words)
const bareOrNull = (words: string | undefined): string | null => (words === undefined ? null : bare(words))

/** A name in parts where these give it back as it was said, else whole. */
function exactName(said: string, { author = [] }: CslItem): CslName {
  const parted = author.map(bareName).find((name) => saidName(name) === said)
  return parted ?? { literal: said }
}

const bareName = (name: CslName): CslName =>
  Object.fromEntries(Object.entries(name).map(([part, value]) => [part, bare(String(value))])) as CslName

/** The name as a reader says it. */
export const saidName = (name: CslName): string =>
  name.literal ??
  [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')

/** White space other than single spaces, marks that CSL reads as markup, letters in parts: no format keeps all of it. */
const isFragile = (value: string): boolean =>
  /[^\S ]|[\p{Cc}\p{Co}\p{Cn}]| {2}|^\s|\s$|<|[`\u00b4]/u.test(value) ||
  value !== value.normalize('NFC') ||
  value === ''

function exactFactsOf(source: ListedSource): ExactFacts {
  const { authors, tags, title, publication, published, publishedAt, modified, archivedAt, url } = source
  const facts = new Map([['type', source.type]])
  const note = (name: string, value: string | null): void => {
    if (value !== null) facts.set(name, value)
  }
  note('published-at', publishedAt)
  note('modified', modified)
  note('archived-at', archivedAt)
  if (isFragile(title)) note('title', title)
  if (publication !== null && isFragile(publication)) note('publication', publication)
  if (
    authors.some((author) => isFragile(author) || /[^\p{L}\p{M}\p{N} .’'-]|\band\b/u.test(author)) ||
    hasTwins(authors)
  )
    note('authors', authors.join('\n'))
  if (published !== null && dateOf(published) === null) note('published', published)
  if (url === null || /[\s{}\\<>"^`|]|[^\u0020-\u007e]/u.test(url)) note('url', url ?? '')
  if (tags.some((tag) => isFragile(tag) || /[,;{}\\]/u.test(tag))) note('tags', tags.join('\n'))
  if (!/^10\.\d{4,9}\/[\w.()/:-]*\w$/u.test(source.doi ?? '10.1234/a')) note('doi', source.doi)
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/u.test(source.language ?? 'en')) note('language', source.language)
  if (!/^[\w:.+/-]+$/u.test(source.citekey)) note('citekey', source.citekey)
  return facts
}

const hasTwins = (names: readonly string[]): boolean => new Set(names).size < names.length
