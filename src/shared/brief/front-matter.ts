import type { Document } from 'yaml'
import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import { refused } from '../contract/failures.ts'
import type { BriefState, Json } from './state.ts'

/** What the front matter of Verbatim Markdown says. */
export type FrontMatter = Pick<BriefState, 'language' | 'citationStyle' | 'extra'> & {
  readonly title: string | null
}

const FIELDS = { title: 'title', language: 'lang', citationStyle: 'citation-style' } as const

/** Reads YAML; throws `REFUSED` with reason `bad-front-matter` where it is none, or no list of fields. */
export function readFrontMatter(yaml: string): FrontMatter {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false })
  const empty =
    document.contents === null || (isScalar(document.contents) && document.contents.value === null)
  if (document.errors.length > 0 || (!empty && !isMap(document.contents))) throw badFrontMatter()
  const field = (name: string): string | null => {
    const node = empty ? undefined : document.get(name, true)
    if (!isScalar(node) || node.value === null) return null
    return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value))
  }
  const all = empty ? {} : plainFields(document)
  const known = new Set<string>(Object.values(FIELDS).filter((name) => field(name) !== null))
  return {
    title: oneLine(field(FIELDS.title)),
    language: field(FIELDS.language) || null,
    citationStyle: field(FIELDS.citationStyle) || null,
    extra: Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => !known.has(name))),
  }
}

/** The fields of a brief as YAML, with a line feed at its end. */
export function writeFrontMatter({ title, language, citationStyle, extra }: BriefState): string {
  const fields: Record<string, unknown> = { [FIELDS.title]: title }
  if (language !== null) fields[FIELDS.language] = language
  if (citationStyle !== null) fields[FIELDS.citationStyle] = citationStyle
  return stringify({ ...fields, ...extra }, { lineWidth: 0, schema: 'core' })
}

/** A title is a line in lists and window titles. */
const oneLine = (title: string | null): string | null =>
  title?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() ?? null

/** An alias (`*name`) of nothing, of itself, or of very much is refused as any other fault in the YAML. */
function plainFields(document: Document): Json {
  try {
    return json(document.toJS())
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) throw badFrontMatter()
    throw error
  }
}

/** YAML's numbers beyond JSON (`.inf`) stay as their words. */
function json(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) return value.map(json)
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, json(inner)]))
  }
  return typeof value === 'bigint' ? value.toString() : null
}

const badFrontMatter = () =>
  refused(
    'bad-front-matter',
    'The lines between “---” at the top of the draft are no valid YAML. Nothing was stored. Correct them and import again.',
  )
