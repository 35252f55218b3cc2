import type { BibliographyFormat, Entry } from '../../bibliography.ts'
import { EXACT_FIELD, readExactFacts } from '../../../../shared/citations/exact-facts.ts'
import { isoOf, saidName, workOf } from './work.ts'

/** RIS: lines `TAG  - value`, from `TY` to `ER`. */
export const RIS: BibliographyFormat = {
  importer: 'ris',
  mediaType: 'application/x-research-info-systems',
  is: (head) => /^\s*TY {1,2}- /.test(head),
  read: (text) => recordsIn(text).map(entryOf),
}

/** The values of each tag, in order. */
type Fields = ReadonlyMap<string, readonly string[]>

function recordsIn(text: string): Fields[] {
  const records: Fields[] = []
  let fields = new Map<string, string[]>()
  let last: string[] | null = null
  const finish = (): void => {
    if (fields.size > 0) records.push(fields)
    fields = new Map()
    last = null
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/u.exec(line.trimEnd()) ?? []
    if (tag === undefined) {
      if (last !== null && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`)
      continue
    }
    if (tag === 'TY') finish()
    if (tag === 'ER') {
      finish()
      continue
    }
    last = fields.get(tag) ?? []
    last.push(value.trim())
    fields.set(tag, last)
  }
  finish()
  return records
}

const TYPES: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  NEWS: 'article-newspaper',
  MGZN: 'article-magazine',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  RPRT: 'report',
  GOVDOC: 'report',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post-weblog',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
}

function entryOf(fields: Fields, index: number): Entry {
  const said = (...tags: readonly string[]): string =>
    tags.map((tag) => fields.get(tag)?.find((value) => value !== '')).find((value) => value !== undefined) ??
    ''
  const all = (...tags: readonly string[]): string[] => tags.flatMap((tag) => fields.get(tag) ?? [])
  const type = TYPES[said('TY')] ?? 'document'
  const own = type === 'book' ? ['TI', 'T1', 'BT', 'CT'] : ['TI', 'T1', 'CT']
  const within = type === 'book' ? ['PB'] : ['T2', 'JO', 'JF', 'JA', 'BT', 'PB']
  const authors = all('AU', 'A1')
  return workOf({
    name: said('ID') || String(index + 1),
    title: said(...own),
    authors: (authors.length > 0 ? authors : all('ED', 'A2')).map(saidName),
    publication: said(...within),
    published: dateIn(all('DA', 'PY', 'Y1')),
    url: said('UR', 'LK'),
    doi: said('DO'),
    language: said('LA'),
    type,
    keywords: all('KW'),
    exact: exactIn(said('C8')),
  })
}

const exactIn = (line: string) =>
  line.startsWith(`${EXACT_FIELD} `) ? readExactFacts(line.slice(EXACT_FIELD.length + 1)) : null

const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))

/** The most precise of the dates: `2024/03/14/`, `2024-03`, `2024`. */
function dateIn(dates: readonly string[]): string | null {
  const found = dates.flatMap((date) => {
    const parts = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(date.trim())
    if (parts === null) return []
    return isoOf(Number(parts[1]), numberOf(parts[2]), numberOf(parts[3])) ?? []
  })
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null
}
