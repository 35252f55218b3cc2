import type { CslDate } from '../../../shared/citations/csl-item.ts'
import { EXACT_FIELD, writeExactFacts } from '../../../shared/citations/exact-facts.ts'
import { dateOf } from '../../../shared/citations/work.ts'
import type { ListedWork } from './listed-work.ts'

/** CSL-JSON: a list of items, each under its citekey. */
export const writeCslJson = (works: readonly ListedWork[]): string =>
  `${JSON.stringify(works.map(item), null, 2)}\n`

const date = (iso: string | null): CslDate | undefined => dateOf(iso) ?? undefined

function item(work: ListedWork): Record<string, unknown> {
  return {
    id: work.citekey,
    type: work.type,
    title: work.title,
    author: work.authors.length === 0 ? undefined : work.authors,
    'container-title': work.container ?? undefined,
    publisher: work.publisher ?? undefined,
    issued: date(work.published),
    accessed: date(work.accessed),
    URL: work.url ?? undefined,
    DOI: work.doi ?? undefined,
    language: work.language ?? undefined,
    keyword: work.tags.length === 0 ? undefined : work.tags.join(', '),
    custom: { [EXACT_FIELD]: writeExactFacts(work.exact) },
  }
}
