import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Annotation, Migration } from '../shared/contract/annotations.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

const WORDS = 'The wall may hold for a year, it may hold for ten'
const ARTICLE = `The wall\n\n“${WORDS}.” So said Wanda Novak of the union on Monday.\n`

let bench: Bench
let key: string
let annotation: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run('--json', 'import', await bench.file('wall.txt', ARTICLE))
  key = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
  annotation = (await bench.json<Annotation>('annotate', key, '--quote', WORDS)).id
  await bench.run('import', await bench.file('wall.txt', ARTICLE.replace('for ten', 'for twenty')))
})
afterAll(() => bench.close())

test('the versions of a source are listed, and told apart', async () => {
  expect(await bench.json('versions', key)).toMatchObject([
    { number: 1, current: false, importer: 'text' },
    { number: 2, current: true, importer: 'text' },
  ])
  const { stdout } = await bench.run('versions', key, '--from', '1', '--to', '2')
  expect(stdout).toContain('[-ten-]{+twenty+}')
  expect((await bench.run('versions', key, '--from', '1', '--to', '3')).code).toBe(1)
  expect((await bench.run('versions', key, '--from', '1')).code).toBe(2)
})

test('what became of the highlights is told', async () => {
  const { annotations } = await bench.json<Migration>('versions', key, '--highlights')
  expect(annotations).toMatchObject([
    { annotation, outcome: 'moved', decided: null, old: { exact: WORDS }, touched: [] },
  ])
  const { stdout } = await bench.run('versions', key, '--highlights')
  expect(stdout).toContain('moved  undecided  0 quotes')
})
