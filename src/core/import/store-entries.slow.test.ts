import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { checkDraft } from '../check/check-draft.ts'
import { createAnnotation } from '../annotations/create.ts'
import { listCustody } from '../db/custody.ts'
import type { SourceId } from '../db/ids.ts'
import { searchLibrary } from '../db/search.ts'
import { editSource } from '../db/source-facts.ts'
import { citekeysInUse, listSources } from '../db/sources.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { showSource, sourceText } from '../sources/sources.ts'
import { verifyLibrary } from '../verify/verify.ts'
import type { ImportRequest } from './import-paths.ts'
import { importPaths } from './import-paths.ts'
import { forkedParserHost } from './parser/forked-host.ts'
import { createParser } from './parser/parser.ts'
import { removeSource } from '../db/trash.ts'

const parser = createParser(forkedParserHost(fileURLToPath(new URL('parser/entry.ts', import.meta.url))))
afterAll(() => parser.close())

let folder: string
let library: Library
const faults: unknown[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-entries-'))
  library = openLibrary({
    path: join(folder, 'L.verbatim'),
    create: true,
    digestBrief: () => ({ text: '', words: 0, citations: 0, quotes: [] }),
  })
})

afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
  expect(faults).toEqual([])
})

async function run(name: string, content: string, rest: Partial<ImportRequest> = {}) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const outcomes: ImportOutcome[] = []
  const dependencies = {
    library,
    parser,
    standardInput: () => Promise.reject(new Error()),
    fault: (error: unknown) => faults.push(error),
  }
  for await (const outcome of importPaths(dependencies, { paths: [path], tags: [], ...rest }))
    outcomes.push(outcome)
  return outcomes
}

const ENTRY = `@article{port, author={Marrow, Ilse}, title={Port denies closing}, journal={The Tidewater Courier},
  date={2024-03-14}, doi={10.1234/port}, url={https://example.org/port}}`
const PAGE = `<!doctype html><title>Port denies closing</title><link rel=canonical href="https://example.org/port"><article><p>It stays open, said the port of Lessing on Friday.</p></article>`

it('makes a source without a text of each entry, and keeps the bibliography', async () => {
  const outcomes = await run('refs.bib', `${ENTRY}\n@book{b, title={Lakes}, year={2020}}\n@book{c, title={`)
  expect(outcomes.map(({ status, error }) => [status, error?.code ?? null])).toEqual([
    ['imported', null],
    ['imported', null],
    ['failed', 'broken-entry'],
  ])
  expect(outcomes[0]?.source).toMatchObject({
    citekey: 'marrow2024port',
    title: 'Port denies closing',
    publication: 'The Tidewater Courier',
    published: '2024-03-14',
    type: 'article-journal',
    format: null,
    sha256: null,
    words: 0,
    versions: 0,
  })
  const id = outcomes[0]?.source?.id as SourceId
  const [entry] = listCustody(library.reader, { source: id })
  expect(entry).toMatchObject({
    kind: 'import',
    version: null,
    detail: { importer: 'bibtex', entry: 'port' },
  })
  if (!entry?.sha256) throw new Error('no hash')
  expect(Buffer.from(library.blobs.read(entry.sha256)).toString()).toContain('@article{port')
})

it('is found, shown and verified without a text, which nothing can be done with', async () => {
  await run('refs.bib', ENTRY)
  expect(listSources(library.reader)).toHaveLength(1)
  expect(listSources(library.reader, { query: 'courier marrow' })).toHaveLength(1)
  expect(searchLibrary(library.reader, { query: 'denies', limit: 5 })).toMatchObject([
    { kind: 'source', citekey: 'marrow2024port', snippet: 'Port denies closing', start: 0, end: 0 },
  ])
  expect(showSource(library, { source: 'marrow2024port' })).toMatchObject({ versions: 0 })
  const none = { kind: 'REFUSED', reason: 'no-text' }
  const refusal = (act: () => unknown) => expect(act).toThrow(expect.objectContaining(none) as Error)
  refusal(() => sourceText(library, { source: 'marrow2024port' }))
  refusal(() => sourceText(library, { source: 'marrow2024port', version: 1 }))
  refusal(() =>
    createAnnotation(library, {
      source: 'marrow2024port',
      place: { quote: 'x' },
      tags: [],
      colour: 'yellow',
    }),
  )
  expect(await verifyLibrary(library)).toMatchObject({ damaged: [] })
  library.rebuild()
  expect(listSources(library.reader, { query: 'denies' })).toHaveLength(1)
})

it('is a citation that a draft can name and nothing can be true by', async () => {
  await run('refs.bib', ENTRY)
  const text = 'They say “the harbour was never going to close” [@marrow2024port].\n'
  expect(checkDraft(library, { text, format: 'markdown' })).toMatchObject([
    { verdict: 'not-found', cited: 'marrow2024port' },
  ])
})

it('can be quoted by its title, where it is cited', async () => {
  await run('refs.bib', ENTRY)
  const text = 'Its title is “Port denies closing” [@marrow2024port], says “Port denies closing” alone.\n'
  expect(checkDraft(library, { text, format: 'markdown' })[0]).toMatchObject({
    verdict: 'verbatim',
    found: [{ source: 'marrow2024port', version: 0, field: 'title' }],
  })
})

it('is known again by DOI, address, or title and year', async () => {
  await run('refs.bib', ENTRY)
  const again = [
    ENTRY,
    '@misc{x, title={Other words}, doi={10.1234/PORT}}',
    '@misc{x, title={Other words}, url={https://example.org/port}}',
    '@misc{x, title={{PORT} denies: Closing!}, year={2024}, author={Marrow, I.}}',
  ]
  for (const entry of again)
    expect((await run('again.bib', entry)).map(({ status }) => status)).toEqual(['duplicate'])
  const others = [
    '@misc{x, title={Port denies closing}, year={2023}}',
    '@misc{x, title={Port denies closing}, year={2024}, author={Reeve, Jo}}',
    '@misc{x, title={Port denies closing}, year={2024}, author={Marrow, Ilse}, doi={10.1234/another}}',
  ]
  for (const entry of others)
    expect((await run('other.bib', entry)).map(({ status }) => status)).toEqual(['imported'])
})

it('completes a source that is there, never over what a person set', async () => {
  const [page] = await run('port.html', PAGE)
  const id = page?.source?.id as SourceId
  library.write('Edit', (writer) =>
    editSource(writer, id, { publication: null, title: 'Mine' }, { by: 'person' }),
  )
  const [outcome] = await run('refs.bib', ENTRY, { tags: ['harbour'] })
  expect(outcome).toMatchObject({
    status: 'duplicate',
    source: {
      id,
      title: 'Mine',
      authors: ['Ilse Marrow'],
      publication: null,
      published: '2024-03-14',
      type: 'article-journal',
      versions: 1,
      tags: ['harbour'],
    },
  })
  expect(listCustody(library.reader, { source: id }).map(({ kind }) => kind)).toContain('re-import')
})

it('gets its text when the article comes, and keeps what the bibliography said', async () => {
  const [cited] = await run('refs.bib', ENTRY)
  const [page] = await run('port.html', PAGE.replace('<title>Port denies closing', '<title>PORT NEWS'))
  expect(page).toMatchObject({
    status: 'imported',
    source: {
      id: cited?.source?.id,
      title: 'Port denies closing',
      versions: 1,
      format: 'html',
    },
  })
  expect(listSources(library.reader, { query: 'denies' })).toHaveLength(1)
  expect(searchLibrary(library.reader, { query: 'Lessing', limit: 5 })).toHaveLength(1)
  expect(searchLibrary(library.reader, { query: 'denies', limit: 5 })).toHaveLength(1)
  library.undo()
  expect(showSource(library, { source: 'marrow2024port' })).toMatchObject({ versions: 0, format: null })
  expect(listSources(library.reader, { query: 'denies' })).toHaveLength(1)
})

it('is no version of a source, and can be undone and removed', async () => {
  await run('port.html', PAGE)
  const [{ citekey } = { citekey: '' }] = listSources(library.reader)
  expect(await run('refs.bib', ENTRY, { asVersionOf: citekey })).toMatchObject([
    { status: 'failed', error: { code: 'no-text' } },
  ])
  const [lakes] = await run('lakes.bib', '@book{b, title={Lakes}, year={2020}}')
  library.write('Remove', (writer) => removeSource(writer, lakes?.source?.id as SourceId))
  expect(citekeysInUse(library.reader)).toContain('lakes2020')
  expect(listSources(library.reader, { query: 'lakes' })).toEqual([])
  await run('rivers.bib', '@book{b, title={Rivers}, year={2020}}')
  library.undo()
  expect(citekeysInUse(library.reader)).not.toContain('rivers2020')
})

it('of a thousand entries is taken in, and again, in seconds', async () => {
  const entries = Array.from(
    { length: 1000 },
    (_, index) =>
      `@article{k${String(index)}, title={Work number ${String(index)}}, year={2020}, author={Marrow, Ilse}}`,
  ).join('\n')
  const started = performance.now()
  expect((await run('many.bib', entries)).filter(({ status }) => status === 'imported')).toHaveLength(1000)
  expect((await run('many.bib', entries)).filter(({ status }) => status === 'duplicate')).toHaveLength(1000)
  expect(performance.now() - started).toBeLessThan(30_000)
})
