import { createHash } from 'node:crypto'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportOutcome, Source } from '../shared/contract/sources.ts'
import { column, makePdf } from '../core/import/importers/pdf/fixtures/make-pdf.ts'
import { articlePage, response } from '../core/import/importers/fixtures/warc.ts'
import { Bench, type Ended } from './bench.ts'

const LETTER = 'The harbour opens again\n\nBy Ilse Marrow\n\nVELLMOUTH: “The harbour stays open,” she said.\n'

let bench: Bench
/** The letter's citekey. */
let key: string
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

const outcomes = ({ stdout }: Ended): ImportOutcome[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportOutcome)

describe('import', () => {
  test('makes the library and gives a line for each source in the order given', async () => {
    const letter = await bench.file('letter.txt', LETTER)
    const page = await bench.file('page.md', '# A page\n\nSome words of the page.\n')
    const ended = await bench.run('--json', 'import', page, letter, '--tag', 'one', '--tag', 'two')
    expect(ended.code).toBe(0)
    const lines = outcomes(ended)
    expect(lines.map(({ path, status, error }) => [path, status, error])).toEqual([
      [page, 'imported', null],
      [letter, 'imported', null],
    ])
    key = lines[1]?.source?.citekey ?? ''
    expect(lines[1]?.source).toEqual({
      id: expect.stringMatching(/^src_/),
      citekey: expect.stringMatching(/^marrownd[a-z]+$/),
      title: 'The harbour opens again',
      authors: ['Ilse Marrow'],
      publication: null,
      published: null,
      publishedAt: null,
      modified: null,
      archivedAt: null,
      url: null,
      language: 'en',
      type: 'article',
      format: 'text',
      encoding: 'utf-8',
      words: expect.any(Number),
      versions: 1,
      sha256: createHash('sha256').update(LETTER).digest('hex'),
      importedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      story: null,
      tags: ['one', 'two'],
    })
  })

  test('tells a duplicate, a file that is absent, empty or binary, and goes on', async () => {
    const empty = await bench.file('empty.txt', '')
    const binary = await bench.file(
      'binary.txt',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 256),
    )
    const ended = await bench.run(
      '--json',
      'import',
      bench.path('absent.txt'),
      empty,
      binary,
      bench.path('letter.txt'),
    )
    expect(ended.code).toBe(1)
    const lines = outcomes(ended)
    expect(lines.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'duplicate'])
    expect(lines.slice(0, 3).map(({ error }) => error?.message)).toEqual(
      Array(3).fill(expect.stringMatching(/\.$/)),
    )
    expect(lines[3]?.source?.title).toBe('The harbour opens again')
  })

  test('does not import the folder it runs in for an empty path', async () => {
    const ended = await bench.run('--json', 'import', '', bench.path('letter.txt'))
    expect(outcomes(ended).map(({ path, error }) => [path, error?.code])).toEqual([
      ['', 'absent'],
      [bench.path('letter.txt'), undefined],
    ])
  })

  test('walks a folder and passes over what is no article', async () => {
    const folder = bench.path('folder')
    await mkdir(join(folder, 'inner'), { recursive: true })
    await writeFile(
      join(folder, 'inner', 'note.txt'),
      'A note about the tide\n\nThe tide comes at noon, said the clerk.',
    )
    await writeFile(join(folder, 'style.css'), 'body {}')
    await symlink('/', join(folder, 'out'))
    const ended = await bench.run('--json', 'import', folder)
    expect(ended.code).toBe(0)
    const found = outcomes(ended).map(({ path, status }) => [path, status])
    expect(found).toContainEqual([join(folder, 'inner', 'note.txt'), 'imported'])
    expect(found).toContainEqual([join(folder, 'style.css'), 'skipped'])
    expect(found).toContainEqual([join(folder, 'out'), 'skipped'])
  })

  test('keeps a newer version on request, and the annotations find their places in it', async () => {
    const made = await bench.json<{ id: string }>('annotate', key, '--quote', 'The harbour stays open')
    const newer = await bench.file('newer.txt', LETTER.replace('VELLMOUTH:', 'VELLMOUTH, Monday:'))
    const ended = await bench.run('--json', 'import', newer, '--as-version-of', key)
    expect(outcomes(ended)[0]).toMatchObject({ status: 'new-version', source: { citekey: key, versions: 2 } })
    const [annotation] = await bench.json<object[]>('annotations', '--source', key)
    expect(annotation).toMatchObject({
      id: made.id,
      version: 2,
      status: 'anchored',
      exact: 'The harbour stays open',
    })
    const moved = await bench.file('moved.txt', LETTER.replace('stays open', 'stays closed'))
    await bench.run('import', moved, '--as-version-of', key)
    const [after] = await bench.json<object[]>('annotations', '--source', key)
    expect(after).toMatchObject({ status: 'moved', exact: 'The harbour stays closed', old: { version: 2 } })
    await bench.run(
      'import',
      await bench.file('gone.txt', 'Nothing of it is left in this text at all.'),
      '--as-version-of',
      key,
    )
    const [lost] = await bench.json<object[]>('annotations', '--source', key)
    expect(lost).toMatchObject({ status: 'orphaned', start: null, end: null, segments: [] })
  })

  test('refuses an unknown encoding or source before it starts', async () => {
    const letter = bench.path('letter.txt')
    expect((await bench.run('import', letter, '--encoding', 'klingon')).code).toBe(2)
    expect((await bench.run('import', letter, '--as-version-of', 'nobody')).code).toBe(1)
  })
})

describe('show', () => {
  test('gives exactly the text, the original bytes and the document', async () => {
    const { citekey } = await bench.json<Source>('show', key)
    const text = await bench.run('show', citekey, '--text', '--version', '1')
    expect(text.stdout).toBe(
      'The harbour opens again\nBy Ilse Marrow\nVELLMOUTH: “The harbour stays open,” she said.',
    )
    expect((await bench.run('--json', 'show', citekey, '--text', '--version', '1')).stdout).toBe(text.stdout)
    const original = await bench.run('show', citekey, '--original', '--version', '1')
    expect(original.bytes.equals(Buffer.from(LETTER))).toBe(true)
    expect(await bench.json('show', citekey, '--document')).toMatchObject({ type: 'document' })
  })

  test('knows a source by its id too, and refuses what is not there', async () => {
    const { id, citekey } = await bench.json<Source>('show', key)
    expect(await bench.json('show', id)).toMatchObject({ citekey })
    expect(await bench.json('show', id, '--version', '1')).toMatchObject({
      sha256: createHash('sha256').update(LETTER).digest('hex'),
      versions: 4,
    })
    expect((await bench.run('show', 'nobody')).code).toBe(1)
    expect((await bench.run('show', id, '--version', '99')).code).toBe(1)
  })
})

describe('edit', () => {
  test('changes facts and takes them away', async () => {
    const { id } = await source('page')
    const edited = await bench.json(
      'edit',
      id,
      '--title',
      'Another  title',
      '--author',
      'A. B.',
      '--author',
      'C. D.',
      '--publication',
      'Courier',
      '--published',
      '2024-02-29',
      '--published-at',
      '2024-02-29T08:00+01:00',
      '--modified',
      '2024-03-01',
      '--url',
      'https://a.example/b',
      '--citekey',
      'ab2024',
      '--tag',
      't',
    )
    expect(edited).toMatchObject({
      title: 'Another title',
      authors: ['A. B.', 'C. D.'],
      publication: 'Courier',
      published: '2024-02-29',
      publishedAt: '2024-02-29T08:00:00+01:00',
      modified: '2024-03-01',
      url: 'https://a.example/b',
      citekey: 'ab2024',
      tags: ['t'],
    })
    const emptied = await bench.json(
      'edit',
      'ab2024',
      '--author',
      '',
      '--publication',
      '',
      '--published',
      '',
      '--tag',
      '',
      '--url',
      '',
    )
    expect(emptied).toMatchObject({ authors: [], publication: null, published: null, tags: [], url: null })
  })

  test.each([
    ['--published', '2023-02-29', 2],
    ['--published', 'yesterday', 2],
    ['--published-at', '2024-03-14', 2],
    ['--modified', 'yesterday', 2],
    ['--citekey', 'with space', 2],
    ['--citekey', '', 2],
    ['--citekey', 'a..b', 2],
    ['--citekey', '-a', 2],
    ['--citekey', 'src_1', 2],
    ['--title', '', 2],
    ['--title', ' ', 2],
    ['--url', 'javascript:alert(1)', 2],
  ])('refuses %s “%s”', async (option, value, code) => {
    const before = await bench.json('show', 'ab2024')
    const ended = await bench.run('edit', 'ab2024', option, value)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(/Nothing was changed\.\n/)
    expect(await bench.json('show', 'ab2024')).toEqual(before)
  })

  test('refuses a citekey that another source has', async () => {
    const { citekey } = await bench.json<Source>('show', key)
    const ended = await bench.run('--json', 'edit', 'ab2024', '--citekey', citekey)
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'citekey-in-use', data: { citekey } } })
    expect(await bench.json('edit', 'ab2024', '--citekey', 'ab2024')).toMatchObject({ citekey: 'ab2024' })
  })
})

test('sources lists all, or those that a query names, however it is written', async () => {
  expect(await bench.json('sources')).toHaveLength(3)
  expect(await bench.json('sources', '--limit', '1')).toHaveLength(1)
  expect(await bench.json('sources', 'MARROW')).toHaveLength(1)
  expect(await bench.json('sources', 'nothing', 'such')).toEqual([])
  expect((await bench.run('sources')).stdout).toContain('Another title')
})

test('search finds passages in their place', async () => {
  const hits = await bench.json<{ start: number; end: number; kind: string; citekey: string }[]>(
    'search',
    'tide',
    '--in',
    'sources',
  )
  expect(hits[0]).toMatchObject({
    kind: 'source',
    title: 'A note about the tide',
    snippet: expect.stringContaining('tide'),
  })
  const { stdout } = await bench.run('show', hits[0]?.citekey ?? '', '--text')
  expect(stdout.slice(hits[0]?.start, hits[0]?.end)).toMatch(/tide/i)
  expect(await bench.json('search', 'tide', '--in', 'briefs')).toEqual([])
  expect(await bench.json('search', '"*(')).toEqual([])
})

async function source(query: string): Promise<Source> {
  const [first] = await bench.json<Source[]>('sources', query)
  if (!first) throw new Error(`No source for ${query}`)
  return first
}

test('import asks for the password of a locked PDF, and reads it with that', async () => {
  const pages = [{ type: column(60, 740, ['The gates of the old dam stay shut until the spring.']) }]
  const locked = await bench.file('locked.pdf', makePdf({ pages, password: 'Lagoon' }))
  const asked = await bench.run('--json', 'import', locked)
  expect(asked.code).toBe(1)
  expect(outcomes(asked)[0]).toMatchObject({ status: 'failed', source: null, error: { code: 'password' } })
  const given = await bench.run('--json', 'import', locked, '--password', 'Lagoon')
  expect(outcomes(given)[0]).toMatchObject({
    status: 'imported',
    source: { format: 'pdf', encoding: null },
  })
})

const savedPage = (url: string, title: string) =>
  response(url, articlePage(title, 'The gates of the old dam stay shut until the spring rain.'))

test('import lists the pages of a web archive, and imports those that are named', async () => {
  const [a, b] = ['https://example.org/dam', 'https://example.org/gate']
  const archive = await bench.file(
    'pages.warc',
    Buffer.concat([savedPage(a, 'The dam'), savedPage(b, 'The gate')]),
  )
  const listed = await bench.run('--json', 'import', archive, '--list')
  expect(listed.code).toBe(0)
  expect(
    listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { path: archive, url: a, title: 'The dam', date: '2026-03-14T09:00:00.000Z', bytes: expect.any(Number) },
    expect.objectContaining({ url: b, title: 'The gate' }),
  ])
  expect((await bench.run('import', archive, '--list')).stdout).toContain(`2026-03-14  ${a}  The dam`)
  const ended = await bench.run('--json', 'import', archive, '--only', b)
  expect(outcomes(ended)).toMatchObject([{ status: 'imported', source: { title: 'The gate', url: b } }])
  const letter = await bench.file('plain.txt', 'Words of a letter.')
  expect(await bench.run('import', letter, '--list')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is no web archive') as string,
  })
})
