import type { Foreground } from './foreground.ts'
import { itemNames } from './items.ts'
import type { MetaElements } from './meta.ts'
import { peopleIn } from './people.ts'
import { visibleByline } from './visible.ts'

const NAMED = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dcsext.author']

/**
 * The people who wrote an article: JSON-LD first, then `meta`, microdata and
 * what is visible. `elements` gives those that speak of the article itself,
 * `publications` the names of where it appeared.
 */
export function authorsOf(
  elements: Foreground,
  linked: readonly string[],
  meta: MetaElements,
  publications: readonly string[],
): string[] {
  const inverted = meta.all('citation_author', 'dc.creator', 'dcterms.creator').map(upright)
  const candidates: readonly (() => readonly string[])[] = [
    () => linked,
    () => inverted,
    ...NAMED.map((name) => () => meta.all(name)),
    () => itemNames(elements(), 'author'),
    () => visibleByline(elements()),
  ]
  for (const candidate of candidates) {
    const people = peopleIn(candidate(), publications)
    if (people.length === 0) continue
    const shown = people.every(isUserName) ? peopleIn(visibleByline(elements()), publications) : []
    return shown.some((name) => name.includes(' ')) ? shown : people
  }
  return []
}

/** The data of many sites know their writers by the name they log in with; what the page shows is the person's. */
const isUserName = (name: string): boolean => /^[\w.@-]+$/.test(name)

/** "Marrow, Ilse" is how catalogues write her. */
function upright(name: string): string {
  const [family = '', given, ...more] = name.split(/\s*,\s*/)
  return given === undefined || given === '' || more.length > 0 || family.split(' ').length > 3
    ? name
    : `${given} ${family}`
}
