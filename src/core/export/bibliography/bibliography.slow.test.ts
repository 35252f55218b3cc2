import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBibliography } from '../../import/bibliographies.ts'
import { writeBibliography } from './write-bibliography.ts'
import type { ListedSource } from './listed-work.ts'
import { BIBLIOGRAPHY_FORMATS } from '../../../shared/contract/library.ts'

const SOURCE: ListedSource = {
  id: 'src_1' as ListedSource['id'],
  citekey: 'marrow2024port',
  title: 'Port denies closing',
  authors: ['Ilse Marrow', 'Jan van der Berg'],
  publication: 'The Tidewater Courier',
  published: '2024-03-14',
  publishedAt: null,
  modified: null,
  archivedAt: null,
  url: 'https://example.org/a_b?x=1&y=%20#z~',
  language: 'en',
  type: 'article',
  doi: null,
  tags: ['harbour'],
}

const PIECES = [
  ...'{}%&\\#_$~^"\'`<>@=,;:.!?-–—*|/+()[] ',
  'word',
  'Port',
  'of Sel',
  ' and ',
  'et al',
  'é',
  'e\u0301',
  'ñ',
  'ß',
  'Ø',
  '漢字',
  'かな',
  'مرحبا',
  'שלום',
  'Ереван',
  '\u00a0',
  '  ',
  '--',
  '---',
  '``',
  "''",
  '<i>x</i>',
  '<span class="nocase">',
  '\\alpha',
  '\\textbf{x}',
  '%x',
  '🙂',
  '\u200f',
  'verbatim = {x}',
  'ER  - ',
  'TY  - X',
  '@book{a,',
  '}',
  '\u2028',
  'o’clock',
  '“q”',
  '&amp;',
  '$x^2$',
  '#1',
  '1',
]
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join('').trim())
  .filter((value) => value !== '')
const author = fc.oneof(
  fc.constantFrom(
    'Ilse Marrow',
    'Jan van der Berg',
    'Ludwig van Beethoven',
    'Charles de Gaulle',
    'De la Cruz Juan',
    'Martin Luther King Jr.',
    'Marrow, Ilse',
    'King, Martin Luther, Jr.',
    'Ministry of Health and Science',
    'Bob & Co, Ltd',
    'UN WOMEN',
    'Reuters',
    'others',
    'الشيخ محمد بن راشد',
    'יוסף בן מתתיהו',
    '山田 太郎',
    '习近平',
    'Gabriel García Márquez',
    'O’Neil Pat',
    'X Æ A-12',
    'J. M. K',
    'van Gogh',
  ),
  line,
)
const source: fc.Arbitrary<ListedSource> = fc.record({
  id: fc.constant(SOURCE.id),
  citekey: fc.constantFrom('marrow2024port', 'a_b:c.d/e-f+g', 'né2020x', '1984', '习2024', 'X'),
  title: line,
  authors: fc.array(author, { maxLength: 4 }),
  publication: fc.option(line),
  published: fc.constantFrom(null, '2024', '2024-03', '2024-03-14', '1000', '2024-02-29'),
  publishedAt: fc.constantFrom(null, '2024-03-14T09:30:00+05:30'),
  modified: fc.constantFrom(null, '2024-04', '2024-04-01T10:00:00Z'),
  archivedAt: fc.constantFrom(null, '2025-01-02T03:04:05Z'),
  url: fc.constantFrom(
    null,
    SOURCE.url,
    'https://x.example/{a}\\b',
    'http://x.example/é?q=a%26b',
    'https://doi.org/10.1234/a',
    'https://x.example/a(b)_c',
  ),
  language: fc.constantFrom(null, 'en', 'pt-BR', 'zh-Hant', 'ar', 'sr-Latn-RS'),
  type: fc.constantFrom(
    'article',
    'book',
    'report',
    'thesis',
    'webpage',
    'post-weblog',
    'article-journal',
    'article-newspaper',
    'article-magazine',
    'chapter',
    'paper-conference',
    'dataset',
    'legal_case',
    'document',
    'interview',
    'odd-type',
  ),
  doi: fc.constantFrom(null, '10.1234/abc.5', '10.1002/(sici)1097-4571<1::aid>3.0.co;2-#', '10.1234/a_b{c}'),
  tags: fc.uniqueArray(line, { maxLength: 3 }),
})

async function back(sources: readonly ListedSource[], format: (typeof BIBLIOGRAPHY_FORMATS)[number]) {
  const bytes = new TextEncoder().encode(writeBibliography(sources, format))
  const read = await readBibliography({ bytes, name: 'refs', encoding: null })
  return read?.entries.map((entry) => {
    if (entry.kind === 'broken') return entry
    const { place: _place, ...facts } = entry.facts
    return { ...facts, citekey: entry.citekey, doi: entry.doi, tags: entry.tags }
  })
}
const facts = ({ id: _id, ...rest }: ListedSource) => rest

test.each(BIBLIOGRAPHY_FORMATS)('%s is read back with every field', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(source, { minLength: 1, maxLength: 4 }), async (sources) => {
      expect(await back(sources, format)).toEqual(sources.map(facts))
    }),
    { numRuns: 400 },
  )
})

test.each(BIBLIOGRAPHY_FORMATS)('%s says what an ordinary source is in its own fields', async (format) => {
  const text = writeBibliography([SOURCE], format)
  const own =
    format === 'csl-json'
      ? text.replace(/"verbatim": "[^"]*"/u, '"x": "x"')
      : text.replace(/^.*verbatim.*$/mu, '')
  const read = await readBibliography({ bytes: new TextEncoder().encode(own), name: 'refs', encoding: null })
  expect(read?.entries).toMatchObject([
    {
      kind: 'work',
      facts: {
        title: SOURCE.title,
        authors: SOURCE.authors,
        publication: SOURCE.publication,
        published: SOURCE.published,
        url: SOURCE.url,
        language: 'en',
      },
    },
  ])
})

test('an entry that somebody changed since brings no address that is none, and no key that is none', async () => {
  const entry = `@misc{a, title={T}, url={https://x.example/},\n  verbatim = {type:a=20b;url:javascript=3Aalert(1);citekey:a=5D=20b;modified:soon},\n}`
  const read = await readBibliography({
    bytes: new TextEncoder().encode(entry),
    name: 'refs',
    encoding: null,
  })
  expect(read?.entries).toMatchObject([
    { citekey: null, facts: { url: null, modified: null, type: 'document' } },
  ])
})
