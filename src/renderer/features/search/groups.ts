import type { SearchHit } from '../../../shared/contract/library.ts'

/** Passages of one source, highlight or brief, in the order of the search. */
export interface ResultGroup {
  readonly key: string
  readonly first: SearchHit
  readonly hits: readonly SearchHit[]
}

/** Hits of one thing stand together, where its best one stood. */
export function groupsOf(hits: readonly SearchHit[]): readonly ResultGroup[] {
  const groups = new Map<string, { first: SearchHit; hits: SearchHit[] }>()
  for (const hit of hits) {
    const key = `${hit.kind} ${hit.id}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { first: hit, hits: [hit] })
    else known.hits.push(hit)
  }
  return Array.from(groups, ([key, group]) => ({ key, ...group }))
}
