import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CitationItem } from '../brief/nodes.ts'
import type { Cluster } from './cluster.ts'
import { Citing } from './citing.ts'
import type { CslItem } from './csl-item.ts'
import { localeFor } from './locales.ts'
import { textOfRuns } from './run.ts'
import { readStyle } from './style.ts'
import { workOf } from './work.ts'
import { readXml } from './xml-tree.ts'

const FOLDER = new URL('../../../resources/citation/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')
const LOCALES = readdirSync(new URL('locales/', FOLDER)).flatMap(
  (name) => /^locales-(.+)\.xml$/u.exec(name)?.[1] ?? [],
)

function citing(name: string, language = 'en-US'): Citing {
  const style = readStyle(read(`styles/${name}.csl`))
  if (typeof style === 'string') throw new Error(style)
  const locale = (of: string) =>
    JSON.stringify(readXml(read(`locales/locales-${localeFor(of, LOCALES)}.xml`)))
  return new Citing({ style: style.tree, language: localeFor(language, LOCALES), locale })
}

const marrow = workOf({
  id: 'src_1',
  citekey: 'marrow2024port',
  title: 'Port strike ends',
  authors: ['Ana Marrow'],
  publication: 'The Courier',
  published: '2024-03-14',
  archivedAt: null,
  url: 'https://courier.example/a_b?x=1',
  language: 'en',
  type: 'article',
  doi: null,
})
const WORKS: Readonly<Record<string, CslItem>> = {
  marrow2024port: marrow,
  odd: {
    ...marrow,
    id: 'src_2',
    title: workOf({ ...ODD(), title: 'On <i>not</i> & $& <script>' }).title ?? '',
  },
}
function ODD() {
  return {
    id: 'src_2',
    citekey: 'odd',
    title: '',
    authors: [] as string[],
    publication: null,
    published: null,
    archivedAt: null,
    url: null,
    language: 'de',
    type: 'article',
    doi: null,
  }
}
const known = (citekey: string): CslItem | null => WORKS[citekey] ?? null

const item = (citekey: string, more: Partial<CitationItem> = {}): CitationItem => ({
  citekey,
  locator: null,
  prefix: '',
  suffix: '',
  suppressAuthor: false,
  ...more,
})
const one = (...items: CitationItem[]): Cluster => ({ items, note: null })
const note = (number: number, ...items: CitationItem[]): Cluster => ({ items, note: number })
const texts = (engine: Citing, ...clusters: Cluster[]) =>
  engine.render(clusters, known).clusters.map(({ runs }) => textOfRuns(runs))

test('sets an author and date with locator, prefix and suffix', () => {
  const cited = item('marrow2024port', { locator: 'p. 3', prefix: 'see', suffix: ', who was there' })
  expect(texts(citing('apa'), one(cited))).toEqual(['(see Marrow, 2024, p. 3, who was there)'])
})

test('leaves the author out where it is told to', () => {
  expect(texts(citing('apa'), one(item('marrow2024port', { suppressAuthor: true })))).toEqual(['(2024)'])
})

test('sets a source whole in the first note and short in a later one', () => {
  const [first, later] = texts(
    citing('chicago-fullnote-bibliography'),
    note(1, item('marrow2024port', { locator: 'para. 4' })),
    note(2, item('odd')),
    note(3, item('marrow2024port')),
  ).toSpliced(1, 1)
  expect(first).toBe(
    'Ana Marrow, “Port Strike Ends,” The Courier, March 14, 2024, para. 4, https://courier.example/a_b?x=1.',
  )
  expect(later).toBe('Marrow, “Port Strike Ends.”')
})

test('says what is italic and what is a link', () => {
  const { clusters, bibliography } = citing('chicago-author-date').render(
    [one(item('marrow2024port'))],
    known,
  )
  expect(clusters[0]?.runs).toEqual([{ text: '(Marrow 2024)', styles: [], url: null }])
  const [entry] = bibliography
  expect(entry?.id).toBe('src_1')
  expect(entry?.runs).toContainEqual({ text: 'The Courier', styles: ['italic'], url: null })
  expect(entry?.runs).toContainEqual({
    text: 'https://courier.example/a_b?x=1',
    styles: [],
    url: 'https://courier.example/a_b?x=1',
  })
})

test('numbers stand in the margin of a bibliography', () => {
  const { clusters, bibliography } = citing('ieee').render([one(item('marrow2024port'))], known)
  expect(textOfRuns(clusters[0]?.runs ?? [])).toBe('[1]')
  expect(textOfRuns(bibliography[0]?.margin ?? [])).toBe('[1]')
  expect(textOfRuns(bibliography[0]?.runs ?? [])).toMatch(/^A\. Marrow/u)
})

test('a superscript is one', () => {
  const { clusters } = citing('nature').render([one(item('marrow2024port'))], known)
  expect(clusters[0]?.runs).toEqual([{ text: '1', styles: ['superscript'], url: null }])
})

test('a dead citekey is plain to see and keeps what its author wrote', () => {
  const mixed = one(
    item('marrow2024port'),
    item('nobody', { locator: 'p. 3', prefix: 'cf.', suffix: ', so' }),
  )
  const { clusters, bibliography } = citing('apa').render([mixed, one(item('gone'))], known)
  expect(clusters.map(({ dead }) => dead)).toEqual([['nobody'], ['gone']])
  expect(clusters.map(({ runs }) => textOfRuns(runs))).toEqual([
    '(Marrow, 2024) cf. [@nobody?], p. 3, so',
    '[@gone?]',
  ])
  expect(bibliography).toHaveLength(1)
})

test('takes nothing in a title for markup', () => {
  const { bibliography } = citing('apa').render([one(item('odd'))], known)
  const entry = bibliography[0]?.runs ?? []
  expect(textOfRuns(entry)).toContain('On <i>not</i> & $& <script>')
})

test('changes no character of an author’s prefix and suffix', () => {
  const words = `"we" 'will' “not” <b>act</b> $& ²`
  const [text] = texts(citing('apa'), one(item('marrow2024port', { prefix: words, suffix: `, ${words}` })))
  expect(text).toBe(`(${words} Marrow, 2024, ${words})`)
})

test('sets a brief in its language', () => {
  const cited = one(item('marrow2024port', { locator: 'p. 3' }))
  expect(texts(citing('apa', 'de-AT'), cited)).toEqual(['(Marrow, 2024, S. 3)'])
  expect(texts(citing('apa', 'hy'), cited)).toEqual(['(Marrow, 2024, p. 3)'])
})

test.each([
  ['გიორგი ბერიძე', 'ბერიძე, გიორგი. '],
  ['Արամ Պետրոսյան', 'Պետրոսյան, Արամ. '],
  ['राजेश शर्मा', 'शर्मा, राजेश. '],
  ['Ơn Ứng', 'Ứng, Ơn. '],
  ['Иван Петров', 'Петров, Иван. '],
  ['דוד כהן', 'כהן, דוד. '],
  ['王小明', '王小明. '],
  ['김민수', '김민수. '],
])('%s is written with the spaces of its script', (author, written) => {
  const work = workOf({ ...ODD(), title: 'Walls', authors: [author], language: null })
  const { bibliography } = citing('chicago-fullnote-bibliography').render([one(item('it'))], () => work)
  expect(textOfRuns(bibliography[0]?.runs ?? [])).toContain(written)
})

test.each([
  ['राजेश शर्मा', 'शर्मा, राजेश. (2024'],
  ['გიორგი ბერიძე', 'ბერიძე, გიორგი. (2024'],
  ['ana marrow', 'marrow, ana. (2024'],
  ['Ἀθηνᾶ Παππᾶ', 'Παππᾶ, Ἀ. (2024'],
  ['Արամ Պետրոսյան', 'Պետրոսյան, Ա. (2024'],
  ['Ơn Ứng', 'Ứng, Ơ. (2024'],
  ['Ana Marrow', 'Marrow, A. (2024'],
])('%s is written with one space where a style writes initials', (author, written) => {
  const work = workOf({ ...ODD(), title: 'Walls', published: '2024', authors: [author], language: null })
  const { bibliography } = citing('apa').render([one(item('it'))], () => work)
  expect(textOfRuns(bibliography[0]?.runs ?? [])).toContain(written)
})
