import { describe, expect, it } from 'vitest'
import type { Entry } from './bibliography.ts'
import { readBibliography } from './bibliographies.ts'

async function entriesOf(text: string): Promise<readonly Entry[] | null> {
  const read = await readBibliography({ bytes: Buffer.from(text), name: 'refs', encoding: null })
  return read?.entries ?? null
}

const PORT = {
  title: 'Port denies closing',
  authors: ['Ilse Marrow', 'Jan van der Berg'],
  publication: 'The Tidewater Courier',
  published: '2024-03-14',
  publishedAt: null,
  modified: null,
  archivedAt: null,
  url: 'https://example.org/a_b?x=1&y=2',
  type: 'article-newspaper',
}

const RDF = (inside: string): string =>
  `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">${inside}</rdf:RDF>`
const person = (given: string, family: string): string =>
  `<rdf:li><foaf:Person><foaf:surname>${family}</foaf:surname><foaf:givenName>${given}</foaf:givenName></foaf:Person></rdf:li>`

describe('a work is read alike from', () => {
  it.each([
    [
      'BibTeX',
      String.raw`% made by hand
        @string{tc = "The Tidewater Courier"}
        @article{key, entrysubtype = {newspaper}, author = {Marrow, Ilse and van der Berg, Jan and others},
          title = {{Port} denies closing}, journal = tc, date = {2024-03-14}, doi = {10.1234/ABC.5},
          url = {\url{https://example.org/a_b?x=1\&y=2}}, langid = {english}}`,
    ],
    [
      'RIS',
      'TY  - NEWS\r\nID  - key\r\nTI  - Port denies\r\n  closing\r\nAU  - Marrow, Ilse\r\nAU  - van der Berg, Jan\r\nT2  - The Tidewater Courier\r\nPY  - 2024\r\nDA  - 2024/03/14/\r\nDO  - 10.1234/ABC.5\r\nUR  - https://example.org/a_b?x=1&y=2\r\nLA  - en\r\nER  - \r\n',
    ],
    [
      'CSL-JSON',
      JSON.stringify([
        {
          id: 'key',
          type: 'article-newspaper',
          title: '<i>Port</i> denies closing',
          author: [
            { family: 'Marrow', given: 'Ilse' },
            { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          ],
          'container-title': 'The Tidewater Courier',
          issued: { 'date-parts': [['2024', 3, '14']] },
          URL: 'https://example.org/a_b?x=1&y=2',
          DOI: 'https://doi.org/10.1234/ABC.5',
          language: 'en',
        },
      ]),
    ],
    [
      'Zotero RDF',
      RDF(`<bib:Article rdf:about="key"><z:itemType>newspaperArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq>${person('Ilse', 'Marrow')}${person('Jan', 'van der Berg')}</rdf:Seq></bib:authors>
        <dc:title>Port denies closing</dc:title><dc:date>2024-03-14</dc:date><z:language>en</z:language>
        <dc:identifier><dcterms:URI><rdf:value>https://example.org/a_b?x=1&amp;y=2</rdf:value></dcterms:URI></dc:identifier>
        <dc:identifier>DOI 10.1234/ABC.5</dc:identifier></bib:Article>
        <bib:Newspaper rdf:about="urn:issn:1"><dc:title>The Tidewater Courier</dc:title></bib:Newspaper>
        <z:Attachment rdf:about="#2"><z:itemType>attachment</z:itemType><dc:title>Full text</dc:title></z:Attachment>`),
    ],
  ])('%s', async (format, text) => {
    const type = format === 'BibTeX' ? 'article-journal' : PORT.type
    expect(await entriesOf(text)).toEqual([
      {
        kind: 'work',
        name: 'key',
        citekey: null,
        tags: [],
        doi: '10.1234/abc.5',
        facts: { ...PORT, type, language: 'en', place: null },
      },
    ])
  })
})

describe('one entry that is broken costs itself alone', () => {
  it('in BibTeX', async () => {
    const found = await entriesOf(
      '@book{a, title={One}, year=2020}\n@book{b, title={Two\n\n@comment{x}\n@book{c, title={Three}, year={in press}}\n@book{d, year=2020}',
    )
    expect(found?.map(({ kind, name }) => [kind, name])).toEqual([
      ['work', 'a'],
      ['broken', 'b'],
      ['work', 'c'],
      ['broken', 'd'],
    ])
  })

  it('in RIS and CSL-JSON', async () => {
    expect(await entriesOf('TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Two\nPB  - Calder')).toMatchObject([
      { kind: 'broken', name: '1' },
      { kind: 'work', name: '2', facts: { publication: 'Calder', published: null } },
    ])
    expect(await entriesOf('{"items":[{"type":"book","title":7},{"title":"No type"}]}')).toMatchObject([
      { kind: 'work', facts: { title: '7' } },
      { kind: 'broken' },
    ])
  })
})

it.each([
  ['a style sheet', '@page { margin: 1cm }'],
  ['an article about BibTeX', 'Entries look like this:\n@book{a, title={One}}'],
  ['data', '{"type":"Feature","title":"x"}'],
  ['a list of data', '[{"title":"x","type":1}]'],
  ['other RDF', '<rdf:RDF><x/></rdf:RDF>'],
])('%s is no bibliography', async (_, text) => {
  expect(await entriesOf(text)).toBeNull()
})

it('looks nothing up, whatever stands in an entry', async () => {
  const [entry] =
    (await entriesOf('@misc{10.1234/abc, title={https://example.org/x}, howpublished={Q42}}')) ?? []
  expect(entry).toMatchObject({ kind: 'work', facts: { title: 'https://example.org/x' } })
})

it('is not slowed by bait for backtracking', async () => {
  const started = performance.now()
  await entriesOf(`@book{a, title={${'{'.repeat(50_000)}`)
  await entriesOf(`@book{a,\n${'@b{'.repeat(50_000)}`)
  await entriesOf(`TY  - BOOK\nTI  - ${'- '.repeat(100_000)}`)
  expect(performance.now() - started).toBeLessThan(5000)
})
