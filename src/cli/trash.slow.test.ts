import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import type { Trashed } from '../shared/contract/library.ts'
import type { ImportOutcome, Source } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

const WORDS = 'The wall may hold for a year, it may hold for ten'
const ARTICLE = `The wall\n\n“${WORDS}.” So said Wanda Novak of the union on Monday.\n`

let bench: Bench
let source: Source
let brief: Brief

const imported = async (file: string, text: string): Promise<Source> => {
  const { stdout } = await bench.run('--json', 'import', await bench.file(file, text))
  const made = (JSON.parse(stdout) as ImportOutcome).source
  if (made === null) throw new Error('Nothing was imported')
  return made
}
const checked = async (): Promise<CheckedQuotation[]> =>
  JSON.parse((await bench.run('--json', 'check', brief.id)).stdout) as CheckedQuotation[]

beforeAll(async () => {
  bench = await Bench.open()
  source = await imported('wall.txt', ARTICLE)
  const { id } = await bench.json<Annotation>('annotate', source.citekey, '--quote', WORDS, '--tag', 'wall')
  const draft = `---\ntitle: On the wall\n---\n\nUnsure: :quote[“${WORDS}”]{#${id}} [@${source.citekey}].\n`
  brief = await bench.json<Brief>('brief', 'import', await bench.file('brief.md', draft))
})
afterAll(() => bench.close())

describe('remove', () => {
  test('refuses a source that briefs quote, and lists them', async () => {
    const ended = await bench.run('--json', 'remove', source.citekey)
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.stdout)).toEqual({
      affected: [{ id: brief.id, title: 'On the wall', quotes: 1, citations: 1, words: WORDS }],
    })
    expect(ended.stderr).toBe(
      'A brief quotes this source. Nothing was removed. Remove it with --force: it goes to the trash, and the quotes keep their words.\n',
    )
    expect((await bench.run('remove', source.citekey)).stdout).toContain(
      'On the wall  1 quote, 1 citation  “The wall may',
    )
    expect(await bench.json('sources')).toHaveLength(1)
    expect(await bench.json('trash')).toEqual([])
  })

  test('with --force puts it into the trash, whence it comes back with all that it had', async () => {
    const before = [await bench.json('annotations'), await checked(), await bench.json('sources')]
    const exported = async (): Promise<string> => {
      const out = bench.path('out.md')
      await bench.json('brief', 'export', brief.id, '--to', 'md', '--out', out, '--force')
      return (await import('node:fs/promises')).readFile(out, 'utf8')
    }
    const printed = await exported()
    expect(await bench.json('remove', source.citekey, '--force')).toMatchObject({
      affected: [{ id: brief.id, quotes: 1 }],
    })
    expect(await bench.json('sources')).toEqual([])
    const trash = await bench.json<Trashed[]>('trash')
    expect(trash).toEqual([
      {
        kind: 'source',
        id: source.id,
        title: source.title,
        citekey: source.citekey,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ])
    const [row] = await checked()
    expect(row?.verdict).toBe('verbatim')
    expect(row?.warnings.map(({ code }) => code)).toEqual(['in-trash'])
    expect(await exported()).toBe(printed)
    expect(await bench.json('trash', 'restore', source.citekey)).toMatchObject({ id: source.id })
    expect([await bench.json('annotations'), await checked(), await bench.json('sources')]).toEqual(before)
    expect(await bench.json('trash')).toEqual([])
  })

  test('takes a source that nobody quotes straight away; its name stays taken', async () => {
    const other = await imported('other.txt', ARTICLE.replaceAll('wall', 'dam').replace('Monday', 'Friday'))
    expect(await bench.json('remove', other.id)).toEqual({ affected: [] })
    expect((await bench.run('show', other.citekey)).code).toBe(1)
    expect((await bench.run('edit', source.citekey, '--citekey', other.citekey)).code).toBe(1)
    const again = await bench.run('--json', 'trash', 'restore', source.citekey)
    expect(again.code).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'not-in-trash' } })
    await bench.json('trash', 'restore', other.id)
  })
})

test('a brief goes to the trash and comes back', async () => {
  expect(await bench.json('brief', 'remove', brief.id)).toEqual(brief)
  expect(await bench.json('brief', 'list')).toEqual([])
  expect(await bench.json('remove', source.citekey)).toEqual({ affected: [] })
  expect((await bench.json<Trashed[]>('trash')).map(({ kind, id }) => [kind, id])).toEqual([
    ['source', source.id],
    ['brief', brief.id],
  ])
  expect(await bench.json('trash', 'restore', brief.id)).toMatchObject({ id: brief.id, quotes: 1 })
  await bench.json('trash', 'restore', source.id)
  expect((await checked()).map(({ verdict }) => verdict)).toEqual(['verbatim'])
})
