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

/** The facts of the most fitting object in a page's JSON-LD scripts, or null. */
export function linkedFacts(scripts: readonly string[]): LinkedFacts | null {
  const objects = scripts.flatMap((script) => objectsIn(parsed(script)))
  const byId = new Map(objects.map((object) => [object['@id'], object]))
  const ranked = objects
    .map((object) => ({ object, rank: rankOf(object) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
  const best = ranked[0]?.object
  if (best === undefined) return null
  const resolve = (value: unknown): unknown =>
    isObject(value) && !('name' in value) ? (byId.get(value['@id']) ?? value) : value
  return {
    titles: [text(best['headline']), text(best['name'])].filter((title) => title !== null),
    authors: list(best['author'] ?? best['creator']).flatMap((author) => nameOf(resolve(author))),
    publication:
      list(best['publisher'] ?? best['isPartOf']).flatMap((publisher) => nameOf(resolve(publisher)))[0] ??
      null,
    published: text(best['datePublished']) ?? text(best['dateCreated']),
    modified: text(best['dateModified']),
    url: text(best['url']) ?? idOf(best['mainEntityOfPage']),
    language: text(best['inLanguage']),
  }
}

function parsed(script: string): unknown {
  const source = unwrapped(script)
  try {
    return JSON.parse(source)
  } catch {
    try {
      // Line breaks inside strings are the one fault that many publishers make.
      return JSON.parse(source.replace(/[\r\n\t]+/g, ' '))
    } catch {
      return null
    }
  }
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

function rankOf(object: Json): number {
  const types = list(object['@type']).map((type) => text(type) ?? '')
  if (!types.some((type) => ARTICLE.test(type))) return 0
  const article = types.some((type) => /Article|Posting|Report|Review/.test(type)) ? 10 : 1
  return article + (text(object['headline']) === null ? 0 : 3) + (object['author'] === undefined ? 0 : 1)
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, 100) : [value]
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? (value[0] as unknown) : value
  if (typeof first === 'object' && first !== null && '@value' in first) return text(first['@value'])
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

const idOf = (value: unknown): string | null => (isObject(value) ? text(value['@id']) : text(value))

function nameOf(value: unknown): string[] {
  const name = isObject(value) ? text(value['name']) : text(value)
  return name === null || /^https?:/.test(name) ? [] : [name]
}
