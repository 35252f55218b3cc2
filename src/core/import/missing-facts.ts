import type { Source } from '../../shared/contract/sources.ts'
import type { SourceFacts } from '../db/source-facts.ts'
import type { Metadata } from './extraction.ts'

/** What `told` adds to what is known of a source: facts it lacks, a date where it says more, a kind where only the usual one is known. */
export function missingFacts(
  source: Source & Pick<SourceFacts, 'doi'>,
  told: Metadata,
  doi: string | null,
): Partial<SourceFacts> {
  const { authors, publication, published, publishedAt, modified, archivedAt, url, language, type } = told
  const finer =
    published !== null &&
    published.length > (source.published?.length ?? 0) &&
    published.startsWith(source.published ?? '')
  return {
    ...(source.authors.length === 0 && authors.length > 0 ? { authors } : {}),
    ...(source.publication === null && publication !== null ? { publication } : {}),
    ...(finer ? { published } : {}),
    ...(source.publishedAt === null && publishedAt !== null ? { publishedAt } : {}),
    ...(source.modified === null && modified !== null ? { modified } : {}),
    ...(source.archivedAt === null && archivedAt !== null ? { archivedAt } : {}),
    ...(source.url === null && url !== null ? { url } : {}),
    ...(source.language === null && language !== null ? { language } : {}),
    ...(source.doi === null && doi !== null ? { doi } : {}),
    ...(source.type === 'article' && type !== 'article' ? { type } : {}),
  }
}
