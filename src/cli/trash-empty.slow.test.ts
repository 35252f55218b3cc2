import { readFile, readdir } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import type { Emptied, TrashContents, Trashed, VerifyReport } from '../shared/contract/library.ts'
import type { ImportOutcome, Source } from '../shared/contract/sources.ts'
import { openLibrary } from '../core/library/open.ts'
import { digestBrief } from '../core/briefs/digest.ts'
import { Bench } from './bench.ts'

const WORDS = 'The wall may hold for a year, it may hold for ten'
const COMMENT = 'a thought of mine about masonry'
const article = (noun: string): string =>
  `The ${noun}\n\n“${WORDS.replace('wall', noun)}.” So said Wanda Novak of the union on Monday.\n`

let bench: Bench
let wall: Source
let dam: Source
let highlight: Annotation

const imported = async (file: string, text: string): Promise<Source> => {
  const { stdout } = await bench.run('--json', 'import', await bench.file(file, text))
  const made = (JSON.parse(stdout) as ImportOutcome).source
  if (made === null) throw new Error('Nothing was imported')
  return made
}
const write = async (name: string, words: string): Promise<Brief> =>
  bench.json<Brief>(
    'brief',
    'import',
    await bench.file(`${name}.md`, `---\ntitle: ${name}\n---\n\n${words}\n`),
  )

const blobs = async (): Promise<readonly string[]> =>
  (await readdir(`${bench.library}/blobs`, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))

/** Every text in the database, to look for words that should be gone. */
const dump = (): string => {
  const database = new DatabaseSync(`${bench.library}/library.db`, { readOnly: true })
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%STRICT%'")
    .all() as { readonly name: string }[]
  const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM ${name}`).all())
  database.close()
  return JSON.stringify(rows)
}

beforeEach(async () => {
  bench = await Bench.open()
  wall = await imported('wall.txt', article('wall'))
  dam = await imported('dam.txt', article('dam').replace('Monday', 'Friday'))
  highlight = await bench.json<Annotation>('annotate', wall.citekey, '--quote', WORDS, '--comment', COMMENT)
}, 60_000)
afterEach(() => bench.close())

test('without --yes it says what would go and changes nothing', async () => {
  await bench.json('remove', wall.citekey)
  const before = dump()
  expect(await bench.json<TrashContents>('trash', 'empty')).toMatchObject({
    done: false,
    unused: [{ id: wall.id, citekey: wall.citekey }],
    used: [],
    highlights: { unused: 1, used: 0 },
  })
  expect((await bench.run('trash', 'empty')).stdout).toContain(
    'With --yes this goes for good, and no undo brings it back (with 1 highlight):',
  )
  expect(dump()).toBe(before)
})

test('takes text, original, highlights and comments away, and nothing of any other source', async () => {
  const kept = [
    await bench.json('sources', dam.citekey),
    (await bench.run('show', dam.citekey, '--text')).stdout,
  ]
  await bench.json('remove', wall.citekey)
  expect(dump()).toContain(COMMENT)
  const done = await bench.json<Emptied>('trash', 'empty', '--yes')
  expect(done).toMatchObject({ done: true, emptied: [{ id: wall.id }], kept: [] })
  expect(done.bytes).toBe(Buffer.byteLength(article('wall')))
  expect(dump()).not.toContain(COMMENT)
  expect(dump()).not.toContain(WORDS)
  expect((await blobs()).some((name) => name.endsWith(wall.sha256 ?? '?'))).toBe(false)
  expect(await bench.json('trash')).toEqual([])
  expect((await bench.run('trash', 'restore', wall.citekey)).code).toBe(1)
  expect([
    await bench.json('sources', dam.citekey),
    (await bench.run('show', dam.citekey, '--text')).stdout,
  ]).toEqual(kept)
  expect(await bench.json<unknown[]>('search', 'masonry')).toEqual([])
  expect((await bench.json<VerifyReport>('verify')).damaged).toEqual([])
})

test('spares a source that a brief quotes or only cites, and names the brief', async () => {
  await write('Quoting', `Unsure: :quote[“${WORDS}”]{#${highlight.id}}.`)
  await write('Citing', `As was said on Friday [@${dam.citekey}].`)
  expect((await bench.run('remove', dam.citekey)).stderr).toBe(
    'A brief cites this source. Nothing was removed. Remove it with --force: it goes to the trash, and the quotes keep their words.\n',
  )
  await bench.json('remove', wall.citekey, '--force')
  await bench.json('remove', dam.citekey, '--force')
  const { code, stdout } = await bench.run('--json', 'trash', 'empty', '--yes')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    emptied: [],
    kept: [
      { id: dam.id, affected: [{ title: 'Citing', quotes: 0, citations: 1, words: '' }] },
      { id: wall.id, affected: [{ title: 'Quoting', quotes: 1, citations: 0, words: WORDS }] },
    ],
  })
  expect(await bench.json('trash', 'restore', wall.citekey)).toMatchObject({ id: wall.id })
})

test('with --force a brief keeps the words it quoted, and the check says that their passage is gone', async () => {
  const brief = await write('Quoting', `Unsure: :quote[“${WORDS}”]{#${highlight.id}} [@${wall.citekey}].`)
  await bench.json('remove', wall.citekey, '--force')
  await bench.json('trash', 'empty', '--yes', '--force')
  const rows = JSON.parse((await bench.run('--json', 'check', brief.id)).stdout) as CheckedQuotation[]
  expect(rows.map(({ verdict, quotation }) => [verdict, quotation])).toEqual([['orphaned', WORDS]])
  expect((await bench.json<VerifyReport>('verify')).damaged).toEqual([])
})

test('spares a source that a brief in the trash quotes, unless the brief goes along', async () => {
  const brief = await write('Quoting', `Unsure: :quote[“${WORDS}”]{#${highlight.id}}.`)
  await bench.json('brief', 'remove', brief.id)
  await bench.json('remove', wall.citekey)
  const library = openLibrary({ path: bench.library, digestBrief })
  const [source, trashed] = await bench.json<Trashed[]>('trash')
  expect([source?.id, trashed?.id]).toEqual([wall.id, brief.id])
  library.close()
  expect(await bench.json<TrashContents>('trash', 'empty')).toMatchObject({
    unused: [{ id: wall.id }, { id: brief.id }],
  })
  await bench.json('trash', 'empty', '--yes')
  expect(dump()).not.toContain(WORDS)
  expect((await bench.json<VerifyReport>('verify')).damaged).toEqual([])
})

test('no step of undo brings an emptied thing back', async () => {
  const brief = await write('Mine', 'Words of a brief that goes.')
  await bench.json('brief', 'remove', brief.id)
  await bench.json('remove', wall.citekey)
  await bench.json('trash', 'empty', '--yes')
  const library = openLibrary({ path: bench.library, digestBrief })
  while (library.undo() !== null);
  while (library.redo() !== null);
  library.close()
  expect(await bench.json<Source[]>('sources')).toMatchObject([{ id: dam.id }])
  expect(await bench.json('trash')).toEqual([])
  expect(dump()).not.toContain('Words of a brief that goes')
})

test('the same file is imported anew, under a name of its own', async () => {
  await bench.json('remove', wall.citekey)
  await bench.json('trash', 'empty', '--yes')
  const again = await imported('again.txt', article('wall'))
  expect(again.id).not.toBe(wall.id)
  expect(again.citekey).not.toBe(wall.citekey)
  expect((await bench.run('show', again.citekey, '--text')).stdout).toContain(WORDS)
  expect((await bench.json<VerifyReport>('verify')).damaged).toEqual([])
})

const entry = (key: string, title: string): string =>
  `@article{${key}, title={${title}}, author={Ash, Ann}, year={2020}}\n`

test('a bibliography stays while one of its sources does; bare sources go', async () => {
  const file = await bench.file(
    'works.bib',
    entry('one', 'One work of many') + entry('two', 'Another work entirely'),
  )
  const lines = (await bench.run('--json', 'import', file)).stdout.trim().split('\n')
  const [one, two] = lines.map((line) => (JSON.parse(line) as ImportOutcome).source)
  const files = await blobs()
  await bench.json('remove', one?.citekey ?? '')
  expect(await bench.json<Emptied>('trash', 'empty', '--yes')).toMatchObject({ bytes: 0 })
  expect(await bench.json('trash')).toEqual([])
  expect((await blobs()).filter((name) => files.includes(name))).toEqual(files)
  await bench.json('remove', two?.citekey ?? '')
  const { bytes } = await bench.json<Emptied>('trash', 'empty', '--yes')
  expect(bytes).toBe((await readFile(file)).length)
})

test('--older-than leaves what was removed since', async () => {
  await bench.json('remove', wall.citekey)
  expect(await bench.json<Emptied>('trash', 'empty', '--older-than', '1', '--yes')).toMatchObject({
    emptied: [],
  })
  expect(await bench.json('trash')).toHaveLength(1)
  expect((await bench.run('trash', 'empty', '--older-than', 'soon')).code).toBe(2)
})
