import type { CslName } from '../../../shared/citations/csl-item.ts'
import { EXACT_FIELD, writeExactFacts } from '../../../shared/citations/exact-facts.ts'
import type { ListedWork } from './listed-work.ts'

/** RIS: lines `TAG  - value`, from `TY` to `ER`, in UTF-8. */
export const writeRis = (works: readonly ListedWork[]): string => works.map(record).join('\n')

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  'paper-conference': 'CPAPER',
  thesis: 'THES',
}

function record(work: ListedWork): string {
  const lines: [string, string | null][] = [
    ['TY', TYPES[work.type] ?? 'GEN'],
    ['ID', work.citekey],
    ['TI', work.title],
    ...work.authors.map((name): [string, string] => ['AU', nameIn(name)]),
    ['T2', work.container],
    ['PB', work.publisher],
    ['PY', work.published?.slice(0, 4) ?? null],
    ['DA', work.published === null ? null : dateIn(work.published)],
    ['UR', work.url],
    ['DO', work.doi],
    ['LA', work.language],
    ...work.tags.map((tag): [string, string] => ['KW', tag]),
    ['Y2', work.accessed === null ? null : dateIn(work.accessed)],
    ['C8', `${EXACT_FIELD} ${writeExactFacts(work.exact)}`],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => (value === null ? '' : `${tag}  - ${oneLine(value)}\r\n`)).join('')
}

const oneLine = (value: string): string => value.replaceAll(/\s+/gu, ' ').trim()

/** `2024/03/14/`, with what is not known left empty. */
function dateIn(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/** `van der Berg, Jan, Jr.` */
function nameIn(name: CslName): string {
  if (name.family === undefined || name.literal !== undefined) return name.literal ?? name.given ?? ''
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const family = particle === undefined ? name.family : `${particle} ${name.family}`
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(', ')
}
