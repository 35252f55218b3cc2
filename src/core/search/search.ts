import type { SearchHit } from '../../shared/contract/library.ts'
import { searchLibrary } from '../db/search.ts'
import type { Library } from '../library/library.ts'

export interface SearchInput {
  readonly query: string
  readonly in?: 'sources' | 'annotations' | 'briefs' | undefined
  readonly limit: number
}

/** Passages of sources, annotations and briefs that hold the words sought, best first. */
export const searchAll = ({ reader }: Library, { query, in: place, limit }: SearchInput): SearchHit[] =>
  searchLibrary(reader, { query, limit, ...(place === undefined ? {} : { in: place }) })
