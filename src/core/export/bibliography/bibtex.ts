import { EXACT_FIELD, writeExactFacts } from '../../../shared/citations/exact-facts.ts'
import type { CslName } from '../../../shared/citations/csl-item.ts'
import type { ListedWork } from './listed-work.ts'

export type BibtexDialect = 'bibtex' | 'biblatex'

/** Entries in UTF-8. BibTeX has the fields of its standard styles, BibLaTeX those of its own. */
export const writeBibtex = (works: readonly ListedWork[], dialect: BibtexDialect): string =>
  works.map((work) => entry(work, dialect)).join('\n')

type Fields = readonly (readonly [name: string, value: string | null])[]

function entry(work: ListedWork, dialect: BibtexDialect): string {
  const { type, within, more } = (dialect === 'bibtex' ? bibtexShape : biblatexShape)(work.type)
  const publication = work.container ?? work.publisher
  const fields: Fields = [
    ['author', work.authors.length === 0 ? null : work.authors.map(nameIn).join(' and ')],
    ['title', kept(work.title)],
    [within, publication === null ? null : kept(publication)],
    ...more,
    ...dateFields(work.published, dialect),
    ['url', work.url === null ? null : addressIn(work.url)],
    ...(dialect === 'biblatex' ? ([['urldate', work.accessed]] as const) : []),
    ['doi', work.doi === null ? null : addressIn(work.doi)],
    ['langid', dialect === 'biblatex' ? work.language : null],
    ['language', dialect === 'bibtex' ? work.language : null],
    [
      'keywords',
      work.tags.length === 0 ? null : work.tags.map((tag) => texIn(tag.replaceAll(',', ' '))).join(', '),
    ],
    [EXACT_FIELD, writeExactFacts(work.exact)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]))
  return `@${type}{${keyOf(work.citekey)},\n${lines.join('\n')}\n}\n`
}

/** A key that every reader of BibTeX takes; what it cannot hold is told beside it. */
export const keyOf = (citekey: string): string =>
  /^[^\s{}(),="#%'~\\]+$/u.test(citekey)
    ? citekey
    : `k${citekey.replaceAll(/[^\p{L}\p{N}_:.-]/gu, '') || '0'}`

interface Shape {
  readonly type: string
  /** The field that holds the publication. */
  readonly within: string
  readonly more: Fields
}

const shape = (type: string, within: string, more: Fields = []): Shape => ({ type, within, more })

function biblatexShape(type: string): Shape {
  switch (type) {
    case 'article':
    case 'article-journal':
    case 'review':
      return shape('article', 'journaltitle')
    case 'article-newspaper':
      return shape('article', 'journaltitle', [['entrysubtype', 'newspaper']])
    case 'article-magazine':
      return shape('article', 'journaltitle', [['entrysubtype', 'magazine']])
    case 'thesis':
      return shape('thesis', 'institution', [['type', 'thesis']])
    case 'report':
      return shape('report', 'institution', [['type', 'report']])
    case 'webpage':
    case 'post':
    case 'post-weblog':
      return shape('online', 'booktitle')
    default:
      return common(type, 'booktitle')
  }
}

function bibtexShape(type: string): Shape {
  switch (type) {
    case 'article':
    case 'article-journal':
    case 'article-newspaper':
    case 'article-magazine':
    case 'review':
      return shape('article', 'journal')
    case 'thesis':
      return shape('phdthesis', 'school')
    case 'report':
      return shape('techreport', 'institution')
    default:
      return common(type, 'howpublished')
  }
}

function common(type: string, otherwise: string): Shape {
  switch (type) {
    case 'book':
      return shape('book', 'publisher')
    case 'chapter':
    case 'entry':
    case 'entry-dictionary':
    case 'entry-encyclopedia':
      return shape('incollection', 'booktitle')
    case 'paper-conference':
      return shape('inproceedings', 'booktitle')
    default:
      return shape('misc', otherwise)
  }
}

function dateFields(published: string | null, dialect: BibtexDialect): Fields {
  if (published === null || dialect === 'biblatex') return [['date', published]]
  const [year = null, month = null, day = null] = published.split('-')
  return [
    ['year', year],
    ['month', month === null ? null : String(Number(month))],
    ['day', day === null ? null : String(Number(day))],
  ]
}

/** In braces of its own, so that no style changes its letters' case. */
const kept = (words: string): string => `{${texIn(words)}}`

/** `van der Berg, Jan`; a body in braces, in which `and` and commas part nothing. */
function nameIn(name: CslName): string {
  const { family, given, suffix } = name
  if (family === undefined || name.literal !== undefined) return `{${texIn(name.literal ?? given ?? '')}}`
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const before = particle === undefined ? '' : `${texIn(particle)} `
  const parts = [
    `${before}${/^\p{Ll}/u.test(family) || / /u.test(family) ? `{${texIn(family)}}` : texIn(family)}`,
    ...(suffix === undefined ? [] : [texIn(suffix)]),
    ...(given === undefined ? [] : [texIn(given)]),
  ]
  return parts.join(', ')
}

const MARKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
/** Readers count braces even where a backslash stands before them. */
const UNPAIRED: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' }

/** Plain text as TeX: nothing in it is a command, a ligature or a mark. */
function texIn(text: string): string {
  const marks = arePaired(text) ? MARKS : { ...MARKS, ...UNPAIRED }
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\{}%&#_$~^]/gu, (mark) => marks[mark] ?? `\\${mark}`)
    .replaceAll(/([-`',<>?!])(?=[-`',<>])/gu, '$1{}')
}

function arePaired(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** Addresses are read as they stand; only what would end the field is written as addresses write it. */
const addressIn = (address: string): string =>
  address.replaceAll(/[\s{}\\]/gu, (character) => encodeURIComponent(character))
