/** The dictionaries that come with the program, by the names of their packages. */
export type DictionaryName =
  | 'ca'
  | 'da'
  | 'de'
  | 'en'
  | 'en-gb'
  | 'es'
  | 'fr'
  | 'lt'
  | 'lv'
  | 'nl'
  | 'pl'
  | 'pt-pt'
  | 'ro'
  | 'ru'
  | 'sk'
  | 'sv'

/** By BCP 47 tag in lower case, or its first part; a tag of its own goes first. */
const DICTIONARIES: ReadonlyMap<string, DictionaryName | null> = new Map([
  ['ca', 'ca'],
  ['da', 'da'],
  ['de', 'de'],
  ['en', 'en'],
  ['en-au', 'en-gb'],
  ['en-gb', 'en-gb'],
  ['en-ie', 'en-gb'],
  ['en-nz', 'en-gb'],
  ['en-za', 'en-gb'],
  ['es', 'es'],
  ['fr', 'fr'],
  ['lt', 'lt'],
  ['lv', 'lv'],
  ['nl', 'nl'],
  ['pl', 'pl'],
  ['pt', 'pt-pt'],
  // Spelt otherwise than in Portugal: no dictionary is better than a wrong one.
  ['pt-br', null],
  ['ro', 'ro'],
  ['ru', 'ru'],
  ['sk', 'sk'],
  ['sv', 'sv'],
])

/** The dictionary of a brief's language; null where there is none. */
export function dictionaryFor(language: string | null): DictionaryName | null {
  const tag = (language ?? '').toLowerCase()
  const own = DICTIONARIES.get(tag)
  return own === undefined ? (DICTIONARIES.get(tag.split('-')[0] ?? '') ?? null) : own
}
