import { decodedText } from './decoded-text.ts'
import { letters } from './prune.ts'

/** Facts of an article as a page's JSON-LD gives them; all of it is untrusted text. */
export interface LinkedFacts {
  /** Headline, then name: a headline may be a mere description. */
  readonly titles: readonly string[]
  readonly authors: readonly string[]
  readonly publication: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly language: string | null
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE =
  /(?:Article|BlogPosting|NewsArticle|Report|ScholarlyArticle|SocialMediaPosting|Review|WebPage|VideoObject|Book)$/
const MOST_NODES = 5000

/**
 * The facts of the most fitting object in a page's JSON-LD scripts, or null. `title` is the page's own: of several
 * articles it is about the one that it names.
 */
export function linkedFacts(scripts: readonly string[], title: string): LinkedFacts | null {
  const objects = scripts.flatMap((script) => objectsIn(parsed(script)))
  const byId = new Map(objects.map((object) => [object['@id'], object]))
  const ranked = objects
    .map((object) => ({ object, rank: rankOf(object, letters(title)) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
  const best = ranked[0]?.object
  if (best === undefined) return null
  const resolve = (value: unknown): unknown =>
    isObject(value) && !('name' in value) && typeof value['@id'] === 'string'
      ? (byId.get(value['@id']) ?? value)
      : value
  return {
    titles: [text(best['headline']), text(best['name'])].filter((name) => name !== null),
    authors: namesIn(best['author'] ?? best['creator'], resolve),
    publication:
      namesIn(best['publisher'] ?? best['isPartOf'] ?? best['sourceOrganization'], resolve)[0] ?? null,
    published: text(best['datePublished']) ?? text(best['dateCreated']),
    modified: text(best['dateModified']),
    url: text(best['url']) ?? idOf(best['mainEntityOfPage']),
    language: text(best['inLanguage']),
  }
}

function parsed(script: string): unknown {
  const source = unwrapped(script)
  // Line breaks inside strings and a comma after the last part are the faults that many publishers make.
  const mended = [
    () => source,
    () => source.replace(/[\r\n\t]+/g, ' '),
    () => source.replace(/[\r\n\t]+/g, ' ').replace(/,(?=\s{0,100}[}\]])/g, ''),
  ]
  for (const mend of mended) {
    try {
      return JSON.parse(mend())
    } catch {
      // The next way may read it.
    }
  }
  return null
}

/** Without the comment and CDATA marks that may stand around it. */
function unwrapped(script: string): string {
  let source = script.trim()
  for (const mark of OPENING) if (source.startsWith(mark)) source = source.slice(mark.length).trimStart()
  for (const mark of CLOSING) if (source.endsWith(mark)) source = source.slice(0, -mark.length).trimEnd()
  return source
}

const OPENING = ['<!--', '/*', '//', '<![CDATA[', '*/']
const CLOSING = ['/*', '//', '-->', ']]>', '*/', '/*', '//']

/** Every object of a JSON-LD value: in lists, `@graph`, and as main entity. Iterative and bounded. */
function objectsIn(root: unknown): Json[] {
  const objects: Json[] = []
  const waiting: unknown[] = [root]
  for (
    let next = waiting.shift();
    waiting.length < MOST_NODES && next !== undefined;
    next = waiting.shift()
  ) {
    if (Array.isArray(next)) waiting.push(...next.slice(0, 1000))
    else if (isObject(next)) {
      objects.push(next)
      waiting.push(...list(next['@graph']), ...list(next['mainEntity']), ...list(next['mainEntityOfPage']))
    }
  }
  return objects
}

function rankOf(object: Json, title: string): number {
  const types = list(object['@type']).map((type) => text(type) ?? '')
  if (!types.some((type) => ARTICLE.test(type))) return 0
  const article = types.some((type) => /Article|Posting|Report|Review/.test(type)) ? 10 : 1
  const headline = text(object['headline']) ?? text(object['name']) ?? ''
  const named = letters(headline).length >= LEAST_NAMED && title.includes(letters(headline)) ? 5 : 0
  return (
    article + named + (object['headline'] === undefined ? 0 : 3) + (object['author'] === undefined ? 0 : 1)
  )
}

/** In letters; a shorter headline may stand in any title. */
const LEAST_NAMED = 8

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, 100) : [value]
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? (value[0] as unknown) : value
  if (typeof first === 'object' && first !== null && '@value' in first) return text(first['@value'])
  return typeof first === 'string' && first.trim() !== '' ? decodedText(first.trim()) : null
}

const idOf = (value: unknown): string | null => (isObject(value) ? text(value['@id']) : text(value))

/** The names of persons or bodies, which may be given as words, objects, references, or lists of these in lists. */
function namesIn(value: unknown, resolve: (value: unknown) => unknown, depth = 0): string[] {
  if (depth > DEEPEST) return []
  return list(value).flatMap((each) => {
    const found = resolve(each)
    if (Array.isArray(found)) return namesIn(found, resolve, depth + 1)
    if (!isObject(found)) return nameOf(text(found))
    if (Array.isArray(found['@list'])) return namesIn(found['@list'], resolve, depth + 1)
    const parts = [text(found['givenName']), text(found['familyName'])].filter((part) => part !== null)
    const names = list(found['name']).flatMap((name) => nameOf(text(name)))
    return names.length > 0 ? names : nameOf(parts.join(' '))
  })
}

const DEEPEST = 5

const nameOf = (name: string | null): string[] =>
  name === null || name === '' || /^https?:/.test(name) ? [] : [name]
