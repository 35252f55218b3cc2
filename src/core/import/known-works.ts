import type { Source } from '../../shared/contract/sources.ts'
import type { SourceRow } from '../db/sources.ts'
import { familyName } from './citekey.ts'
import { doiIn } from './importers/bibliography/doi.ts'

type Facts = Pick<Source, 'title' | 'authors' | 'published' | 'url'>

interface Known {
  readonly id: string
  readonly families: ReadonlySet<string>
  readonly doi: string | null
}

/** The works in a library as the entries of a bibliography find them. */
export class KnownWorks {
  readonly #dois = new Map<string, string>()
  readonly #titles = new Map<string, Known[]>()

  constructor(sources: readonly SourceRow[]) {
    for (const source of sources) this.add(source.id, source, source.doi)
  }

  /** `doi` where it is known; else an address may hold it. */
  add(id: string, facts: Facts, doi: string | null): void {
    const own = doi ?? doiIn(facts.url ?? '')
    if (own !== null && !this.#dois.has(own)) this.#dois.set(own, id)
    const key = keyOf(facts)
    const same = this.#titles.get(key) ?? []
    same.push({ id, families: familiesOf(facts), doi: own })
    this.#titles.set(key, same)
  }

  byDoi(doi: string): string | undefined {
    return this.#dois.get(doi)
  }

  /** The same title and year; not where the authors, or the DOIs, tell two works apart. */
  byTitle(facts: Facts, doi: string | null): string | undefined {
    const families = familiesOf(facts)
    const own = doi ?? doiIn(facts.url ?? '')
    return this.#titles.get(keyOf(facts))?.find((known) => {
      if (own !== null && known.doi !== null && own !== known.doi) return false
      return families.size === 0 || known.families.size === 0 || shares(families, known.families)
    })?.id
  }
}

const keyOf = ({ title, published }: Facts): string => `${folded(title)} ${published?.slice(0, 4) ?? ''}`

const familiesOf = ({ authors }: Facts): Set<string> =>
  new Set(authors.map((author) => folded(familyName(author))).filter((family) => family !== ''))

const shares = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((each) => others.has(each))

/** Letters and digits only: catalogues differ in case, marks and accents. */
const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
