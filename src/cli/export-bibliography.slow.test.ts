import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Source } from '../shared/contract/sources.ts'
import { Bench, callHere } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
  const first = await bench.file('port.txt', 'Port news\n\nThe port of Lessing is open to all ships.\n')
  const second = await bench.file('lake.txt', 'Lake news\n\nThe lake of Arren is half full, they say.\n')
  await bench.run('import', first, second)
  const edit = [
    'edit',
    'portndnews',
    '--title',
    'A {50%} & \\more\\ <i>_port_</i>',
    '--author',
    'Ilse Marrow',
  ]
  await bench.run(
    ...edit,
    '--author',
    'Ministry of Ports and Lakes',
    '--citekey',
    'marrow:1',
    '--tag',
    'a, b',
  )
}, 60_000)
afterAll(() => bench.close())

const sources = async (library: string) =>
  (JSON.parse((await callHere('--library', library, '--json', 'sources')).stdout) as Source[])
    .map(({ citekey, title, authors, publication, published, url, language, type, tags }) => [
      citekey,
      title,
      authors,
      publication,
      published,
      url,
      language,
      type,
      tags,
    ])
    .toSorted((one, other) => String(one[0]).localeCompare(String(other[0])))

test.each(['bibtex', 'biblatex', 'ris', 'csl-json'])('%s comes back into a new library', async (format) => {
  const file = `${bench.folder}/refs.${format}`
  expect(await bench.json('export', 'bibliography', '--format', format, '--out', file)).toMatchObject({
    path: file,
    entries: 2,
  })
  const other = `${bench.folder}/${format}.verbatim`
  await callHere('--library', other, 'import', file)
  expect(await sources(other)).toEqual(await sources(bench.library))
})

test('is written to standard output, for named sources and for a brief’s', async () => {
  const { stdout } = await bench.run('export', 'bibliography', '--format', 'ris', '--source', 'lakendnews')
  expect(stdout.match(/^ID {2}- .*$/gmu)).toEqual(['ID  - lakendnews'])
  const draft = await bench.file('brief.md', 'See this [@marrow:1, p. 3].\n')
  const { id } = await bench.json<{ id: string }>('brief', 'import', draft)
  const { stdout: cited } = await bench.run('export', 'bibliography', '--format', 'bibtex', '--brief', id)
  expect(cited.match(/^@.*$/gmu)).toEqual(['@misc{marrow:1,'])
})

test('never replaces a file unasked, and says what is wrong', async () => {
  const file = await bench.file('mine.bib', 'mine')
  const kept = await bench.run('export', 'bibliography', '--format', 'bibtex', '--out', file)
  expect([kept.code, kept.stderr]).toEqual([1, expect.stringContaining('It was kept')])
  expect((await bench.run('export', 'bibliography')).code).toBe(2)
  expect((await bench.run('export', 'bibliography', '--format', 'ris', '--source', 'nobody')).code).toBe(1)
})
