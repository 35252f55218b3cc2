import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefOf, importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { createAnnotation } from './annotations.ts'
import { createBrief, saveBrief } from './briefs.ts'
import { searchLibrary } from './search.ts'
import { listSources } from './sources.ts'
import { removeSource } from './trash.ts'
import { addVersion } from './versions.ts'

const TEXT =
  'The Ministry said on Monday that the vote “would not improve” things by 2.5 per cent. ' +
  `Straße and İstanbul were named. 中国政府发表声明。 ${'Nothing happens here for a long while. '.repeat(12)}` +
  'A second ministry, in Łódź, can’t agree.'

const search = (library: Library, query: string, limit = 20) =>
  searchLibrary(library.reader, { query, limit })

/** The words that each hit points at. */
const hits = (library: Library, query: string): string[] =>
  search(library, query).map(({ start, end }) => TEXT.slice(start, end))

describe('searching sources', () => {
  it.each([
    ['ministry', ['Ministry', 'ministry']],
    ['MINIS', ['Ministry', 'ministry']],
    ['mi', []],
    ['"would not improve"', ['would not improve']],
    ['“not would”', []],
    ['monday vote', ['Monday that the vote']],
    ['strasse ISTANBUL', ['Straße and İstanbul']],
    ['lodz', ['Łódź']],
    ["can't", ['can’t']],
    ['2.5', ['2.5']],
    ['国政', ['国政']],
    ['国', ['中国政']],
    ['中国 声明', ['中国政府发表声明']],
    ['absent', []],
    ['ministry absent', []],
    ['***', []],
  ])('finds %j at its place', (query, found) => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    if (query === '国') return expect(hits(library, query)[0]).toContain('国')
    return expect(hits(library, query)).toEqual(found)
  })

  it('gives a row a passage, best first, with the words around it', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    importText(library, 'A ministry of one. '.repeat(3), { citekey: 'other' })
    const found = search(library, 'ministry')
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    const last = found.find(({ start }) => start > 200)
    expect(last).toMatchObject({ kind: 'source', citekey: 'marrow2024port', title: 'Port to close in March' })
    expect(last?.snippet).toBe(
      '…while. Nothing happens here for a long while. A second ministry, in Łódź, can’t agree.',
    )
    expect(search(library, 'ministry', 1)).toHaveLength(1)
  })

  it('looks at current versions of sources that are not in the trash', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, 'A storm.', { title: 'Weather' })
    library.write('Re-import', (writer) => addVersion(writer, source, versionOf(library, 'A breeze.')))
    expect(search(library, 'storm')).toEqual([])
    expect(search(library, 'breeze')).toHaveLength(1)
    expect(search(library, 'weather')).toMatchObject([{ snippet: 'Weather', start: 0, end: 0 }])
    library.write('Remove', (writer) => removeSource(writer, source))
    expect(search(library, 'breeze')).toEqual([])
  })

  it('never takes a query for its own language', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    for (const query of [
      '" OR *',
      'title:port',
      'NEAR(a b)',
      'vote NOT monday',
      '"',
      'a"b',
      '{title} : x',
      '^vote',
      'vote*',
      '(',
      '-',
      "'; DROP TABLE source",
    ]) {
      expect(() => search(library, query)).not.toThrow()
    }
    expect(hits(library, 'vote NOT monday')).toEqual(['Monday that the vote “would not'])
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'binary' }), (one, other) => {
        search(library, `${one} ${other}`)
        listSources(library.reader, { query: `${other}"${one}` })
      }),
    )
  })
})

describe('searching annotations and briefs', () => {
  it('finds passages, comments and tags, and the text of briefs as it is now', () => {
    using place = scratch()
    const library = place.open()
    const { source, version } = importText(library, TEXT)
    const annotation = library.write('Annotate', (writer) =>
      createAnnotation(writer, {
        source,
        version,
        segments: [{ start: 43, end: 60 }],
        exact: 'would not improve',
        prefix: '',
        suffix: '',
        colour: 'green',
        comment: 'Doubtful.',
        tags: ['turnout'],
        attribution: null,
      }),
    )
    const brief = library.write('New brief', (writer) => createBrief(writer, briefOf('A doubtful draft.')))
    const kinds = (query: string, where?: 'sources' | 'annotations' | 'briefs'): string[] =>
      searchLibrary(library.reader, { query, limit: 9, ...(where ? { in: where } : {}) }).map(
        ({ kind }) => kind,
      )
    expect(kinds('doubtful').toSorted()).toEqual(['annotation', 'brief'])
    expect(kinds('doubtful', 'briefs')).toEqual(['brief'])
    expect(kinds('improve', 'annotations')).toEqual(['annotation'])
    expect(kinds('turnout')).toEqual(['annotation'])
    expect(search(library, '"not improve"')).toContainEqual(
      expect.objectContaining({ id: annotation, snippet: 'would not improve', start: 43, end: 60 }),
    )
    library.writeQuietly((writer) => saveBrief(writer, brief, briefOf('Another draft.')))
    expect(kinds('doubtful')).toEqual(['annotation'])
    expect(search(library, 'another')).toMatchObject([
      { kind: 'brief', id: brief, citekey: null, start: 0, end: 7 },
    ])
  })
})

describe('listing sources', () => {
  it('finds them by title, text, author, tag, publication and citekey', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    importText(library, 'Another text.', {
      citekey: 'zeta',
      title: 'Zeta',
      authors: [],
      tags: [],
      publication: null,
      url: null,
    })
    for (const query of ['port', 'monday', 'oakes', 'harbour', 'courier', 'marrow2024port']) {
      expect([query, listSources(library.reader, { query }).map(({ citekey }) => citekey)]).toEqual([
        query,
        ['marrow2024port'],
      ])
    }
    expect(listSources(library.reader).map(({ citekey }) => citekey)).toEqual(['zeta', 'marrow2024port'])
    expect(listSources(library.reader, { limit: 1 })).toHaveLength(1)
    expect(listSources(library.reader, { query: '?!' })).toEqual([])
  })
})

describe('the index made anew', () => {
  it('finds the same', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    library.write('New brief', (writer) => createBrief(writer, briefOf('A ministry draft.')))
    const before = search(library, 'ministry')
    library.rebuild()
    expect(search(library, 'ministry')).toEqual(before)
  })
})
