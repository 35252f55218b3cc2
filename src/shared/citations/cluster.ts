import type { CiteItem } from 'citeproc'
import type { CitationItem } from '../brief/nodes.ts'
import type { CslItem } from './csl-item.ts'
import { locatorOf } from './locator.ts'
import type { Run } from './run.ts'
import { plainRun } from './run.ts'
import { asWords } from './shield.ts'

/** One place of a brief that cites: a citation, or a linked quote with its source. */
export interface Cluster {
  readonly items: readonly CitationItem[]
  /** The number of the note that it stands in, from 1; null in the text. */
  readonly note: number | null
}

/** The work that a citekey names, or null. */
export type WorkOf = (citekey: string) => CslItem | null

/** The items that the processor gets, and those whose citekey names nothing. */
export interface ParsedCluster {
  readonly cites: readonly CiteItem[]
  readonly works: readonly CslItem[]
  readonly dead: readonly CitationItem[]
}

export function parseCluster({ items }: Cluster, workOf: WorkOf): ParsedCluster {
  const cites: CiteItem[] = []
  const works: CslItem[] = []
  const dead: CitationItem[] = []
  for (const item of items) {
    const work = workOf(item.citekey)
    if (work === null) dead.push(item)
    else {
      cites.push(citeOf(item, work.id))
      works.push(work)
    }
  }
  return { cites, works, dead }
}

function citeOf({ locator, prefix, suffix, suppressAuthor }: CitationItem, id: string): CiteItem {
  return {
    id,
    ...(locator === null ? {} : located(locator)),
    ...(prefix === '' ? {} : { prefix: `${asWords(prefix)} ` }),
    ...(suffix === '' ? {} : { suffix: asWords(/^[\p{L}\p{N}]/u.test(suffix) ? ` ${suffix}` : suffix) }),
    ...(suppressAuthor ? { 'suppress-author': true } : {}),
  }
}

function located(written: string): { readonly label: string; readonly locator: string } {
  const { label, locator } = locatorOf(written)
  return { label, locator: asWords(locator) }
}

/** A citation of nothing, plain to see, with all that its author wrote of it: `see [@nobody?], p. 3`. */
export function deadRuns(dead: readonly CitationItem[]): Run[] {
  return dead.map(({ citekey, locator, prefix, suffix }, index) => {
    const before = (index === 0 ? '' : '; ') + (prefix === '' ? '' : `${prefix} `)
    const after =
      (locator === null ? '' : `, ${locator}`) + (/^[\p{L}\p{N}]/u.test(suffix) ? ` ${suffix}` : suffix)
    return plainRun(`${before}[@${citekey}?]${after}`)
  })
}
