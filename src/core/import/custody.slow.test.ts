import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { sha256Of } from '../db/content.ts'
import { listCustody } from '../db/custody.ts'
import type { SourceId } from '../db/ids.ts'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/library.ts'
import { editSource } from '../sources/edit.ts'
import { sourceOriginal } from '../sources/sources.ts'
import { importPaths } from './import-paths.ts'
import { articlePage, response } from './importers/fixtures/warc.ts'
import { forkedParserHost } from './parser/forked-host.ts'
import { createParser } from './parser/parser.ts'
import { rereadSource } from './reread.ts'

const parser = createParser(forkedParserHost(fileURLToPath(new URL('parser/entry.ts', import.meta.url))))
let folder: string
let library: Library

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-custody-'))
  library = openLibrary({
    path: join(folder, 'L.verbatim'),
    create: true,
    who: 'Ada',
    digestBrief: () => ({ text: '', words: 0, citations: 0, quotes: [] }),
  })
})
afterAll(() => {
  parser.close()
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

async function imported(name: string, bytes: string | Uint8Array): Promise<readonly ImportOutcome[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const outcomes: ImportOutcome[] = []
  const dependencies = {
    library,
    parser,
    standardInput: () => Promise.resolve(new Uint8Array()),
    fault: (error: unknown): void => {
      throw error
    },
  }
  for await (const outcome of importPaths(dependencies, { paths: [path], tags: [] })) outcomes.push(outcome)
  return outcomes
}

const logOf = (source: string | undefined) =>
  listCustody(library.reader, { source: (source ?? '') as SourceId })
const WORDS = 'The quay of Vellmouth stays open, said the harbour master on Monday.'
const ARCHIVE = Buffer.concat([
  response('https://example.org/a', articlePage('First', WORDS)),
  response('https://example.org/b', articlePage('Second', WORDS)),
])

describe('an original comes out byte for byte as it went in', () => {
  test.each<[string, string | Uint8Array]>([
    ['bom.txt', `\ufeffQuay\r\n\r\n${WORDS}\r\n`],
    [
      'latin1.txt',
      Buffer.from(
        `Gr\u00fc\u00dfe\n\nDer Kai von Vellmouth bleibt f\u00fcr alle ge\u00f6ffnet, sagte sie.`,
        'latin1',
      ),
    ],
    ['utf16.txt', Buffer.from(`\ufeffQuay\n\n${WORDS}`, 'utf16le')],
    [
      'broken.txt',
      Buffer.concat([Buffer.from(`Quay\n\n${WORDS} `), Buffer.from([0xc3, 0x28]), Buffer.from(' end.')]),
    ],
    ['page.html', `<!doctype html><title>Quay</title><script>x=1</script><p onclick="y()">${WORDS}</p>\n\n`],
    ['note.md', `---\ntitle: Quay\n---\n\n${WORDS}\n`],
    ['archive.warc', ARCHIVE],
    ['archive.warc.gz', gzipSync(ARCHIVE)],
  ])('%s', async (name, bytes) => {
    const outcomes = await imported(name, bytes)
    expect(outcomes.length).toBeGreaterThan(0)
    for (const { source } of outcomes) {
      const original = sourceOriginal(library, { source: source?.id ?? '' })
      expect(Buffer.from(original).equals(Buffer.from(bytes))).toBe(true)
      expect(source?.sha256).toBe(sha256Of(Buffer.from(bytes)))
      expect(
        readFileSync(library.blobs.pathOf(sha256Of(Buffer.from(bytes)))).equals(Buffer.from(bytes)),
      ).toBe(true)
    }
  })
})

describe('the custody log', () => {
  test('tells of an import, of the same bytes again, of other bytes, and of another reading', async () => {
    const [one, two] = [`Harbour\n\n${WORDS} One.`, `Harbour\n\n${WORDS} Two.`]
    const [first] = await imported('harbour.txt', one)
    const [again] = await imported('harbour.txt', one)
    expect([first?.status, again?.status]).toEqual(['imported', 'duplicate'])
    await imported('harbour.txt', two)
    await rereadSource(
      {
        library,
        parser,
        standardInput: () => Promise.resolve(new Uint8Array()),
        typesetter: undefined,
        fonts: '',
        citations: () => Promise.reject(new Error('nothing is cited here')),
        log: { error: () => undefined },
      },
      { source: first?.source?.id ?? '', encoding: 'windows-1252' },
    )
    const log = logOf(first?.source?.id)
    expect(log.map(({ kind, who, sha256 }) => [kind, who, sha256])).toEqual([
      ['import', 'Ada', sha256Of(one)],
      ['re-import', 'Ada', sha256Of(one)],
      ['re-import', 'Ada', sha256Of(two)],
      ['re-import', 'Ada', sha256Of(two)],
    ])
    expect(log[1]?.detail).toMatchObject({ duplicate: true, path: join(folder, 'harbour.txt') })
    expect(log[3]?.detail).toMatchObject({ encoding: 'windows-1252' })
    for (const version of [1, 2, 3])
      expect(
        Buffer.from(sourceOriginal(library, { source: first?.source?.id ?? '', version })).toString(),
      ).toBe(version === 1 ? one : two)
  })

  test('tells of a duplicate without a step of undo', async () => {
    const text = `Lake\n\n${WORDS} Three.`
    await imported('lake.txt', text)
    await imported('lake.txt', text)
    expect(library.undo()).toBe('Import lake.txt')
  })

  test('tells of each article of an archive, and of a bibliography that says nothing new', async () => {
    for (const { source } of await imported('two.warc', Buffer.concat([ARCHIVE, Buffer.from('\r\n')])))
      expect(logOf(source?.id).at(-1)).toMatchObject({ who: 'Ada', sha256: source?.sha256 })
    const entry = '@article{quay, title = {A quay of one’s own}, year = {2001}}'
    const [cited] = await imported('works.bib', entry)
    await imported('works.bib', entry)
    expect(logOf(cited?.source?.id)).toMatchObject([
      { kind: 'import', who: 'Ada', sha256: sha256Of(entry) },
      { kind: 're-import', who: 'Ada', sha256: sha256Of(entry), detail: { entry: 'quay' } },
    ])
  })
})

const dated = (published: string, modified: string): string =>
  `<!doctype html><link rel=canonical href="https://example.org/moments"><title>Moments</title>
   <meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${modified}">
   <p>${WORDS}</p>`

test('what a page tells of its moments is kept, and what a person set is not written over', async () => {
  const [first] = await imported('moments.html', dated('2024-03-14T23:30:00-04:00', '2024-03-15T08:00:00Z'))
  expect(first?.source).toMatchObject({
    published: '2024-03-14',
    publishedAt: '2024-03-14T23:30:00-04:00',
    modified: '2024-03-15T08:00:00Z',
    archivedAt: null,
  })
  editSource(library, { source: first?.source?.id ?? '', published: '2024-03-13' })
  const [second] = await imported('moments.html', dated('2024-03-14T23:30:00-04:00', '2024-03-16T08:00:00Z'))
  expect(second).toMatchObject({
    status: 'new-version',
    source: { published: '2024-03-13', publishedAt: null, modified: '2024-03-16T08:00:00Z' },
  })
})
