import { namesIn } from '../../byline.ts'
import { dateIn } from '../../dates.ts'
import { itemName } from './items.ts'
import type { MetaElements } from './meta.ts'
import type { Page } from './page.ts'
import { visibleByline } from './visible.ts'

const MOST = 100
const ADDRESS = /^(?:https?:|www\.|@)|[<>{}]|\.(?:com|org|net)\//i
const LEAD = /^\s*(?:by|von|par|por|di|door|posted by|written by|autor:?|author:?)\s*:?\s+/i

/** Whole names that are no person's. */
const NOBODY =
  /^(?:(?:our |the |web |news |online )?(?:staff(?: (?:writers?|reporters?))?|newsroom|news ?desk|desk|editors?|editorial (?:team|board|staff)|admin|administrator|web ?master|team|reporters?|correspondents?|guest(?: (?:author|post|writer))?|contributors?|anonymous|unknown|undefined|null|none|n\/a|user|author|redaktion|redacción|rédaction|la rédaction|redazione|redação|редакция|редактор))$/iu
/** What follows a name after a comma or a bar: what the person does or is. */
const ROLE =
  /\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|analyst|critic|producer|photographer|journalist|bureau|professor|fellow|director|associate|senior|redakteur(?:in)?|periodista|reportero|journaliste|giornalista)s?\b|^(?:MA|MD|PhD|Ph\.D\.?|M\.D\.?|JD|RN|MBA|CFA|Esq\.?|Jr\.?|MSc|BSc)$/i

/** The people who wrote an article: JSON-LD first, then `meta`, microdata and what is visible. */
export function authorsOf(
  page: Page,
  linked: readonly string[],
  meta: MetaElements,
  publication: string | null,
): string[] {
  const inverted = meta.all('citation_author', 'dc.creator', 'dcterms.creator').map(upright)
  const item = itemName(page, 'author')
  const candidates: readonly (() => readonly string[])[] = [
    () => linked,
    () => inverted,
    () => meta.all('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl'),
    () => (item === null ? [] : [item]),
    () => visibleByline(page),
  ]
  for (const candidate of candidates) {
    const people = peopleIn(candidate(), publication)
    if (people.length > 0) return people
  }
  return []
}

/** "Marrow, Ilse" is how catalogues write her. */
function upright(name: string): string {
  const [family = '', given, ...more] = name.split(/\s*,\s*/)
  return given === undefined || given === '' || more.length > 0 || family.split(' ').length > 3
    ? name
    : `${given} ${family}`
}

function peopleIn(values: readonly string[], publication: string | null): string[] {
  const people = new Map<string, string>()
  for (const value of values.slice(0, MOST)) {
    for (const name of splitNames(cleaned(value))) {
      const key = letters(name)
      const isPerson =
        key !== '' &&
        name.length <= 200 &&
        !ADDRESS.test(name) &&
        !NOBODY.test(name) &&
        !(publication !== null && key === letters(publication)) &&
        !/^\d/.test(name)
      if (isPerson && !people.has(key)) people.set(key, name)
    }
  }
  return [...people.values()]
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Without "By", addresses in brackets, and a date behind. */
function cleaned(value: string): string {
  const plain = value
    .slice(0, 500)
    .replace(/[(<[][^()<>[\]]*(?:@|:\/\/)[^()<>[\]]*[)>\]]/g, '')
    .replace(LEAD, '')
    .replace(/\s+/g, ' ')
    .trim()
  const parts = plain.split(/\s*[|•·–—]\s+/)
  return parts.filter((part, index) => index === 0 || (dateIn(part) === null && !ROLE.test(part))).join(' | ')
}

/** Names joined in one value, without roles; what looks like no list of names stays whole. */
function splitNames(value: string): string[] {
  const parts = value.split(/\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b)\s*/).filter((part) => part !== '')
  const people = parts.filter((part, index) => index === 0 || !ROLE.test(part))
  const names = namesIn(people.join(', '))
  if (names.length === people.length && names.length > 0) return names
  return people.length === 1 ? people : [value]
}
